import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";

/** The id in the address. @throws NotFound for what can't be one: it would only make the database complain */
export function idParam({ params }: { params: Record<string, string | undefined> }, name = "id"): string {
  const value = params[name];
  if (!isUuid(value)) throw new NotFound(name);
  return value;
}
