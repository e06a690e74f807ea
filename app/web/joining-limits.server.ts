import type { CardHolder } from "~/domain/people/joining/entering.server";
import { takeFrom } from "./rate-limits.server";
import type { RequestContext } from "./request-context.server";

/** Takes one try with a card: limited per address, per code and per number. @returns seconds to wait, or null */
export async function limitJoining({ context }: { context: RequestContext }, { code, personnelNumber }: CardHolder): Promise<number | null> {
  return (
    (await takeFrom("joinAddress", context.clientAddress)) ??
    (await takeFrom("joinSubject", `code ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`)) ??
    (await takeFrom("joinSubject", `number ${personnelNumber.toLowerCase()}`))
  );
}
