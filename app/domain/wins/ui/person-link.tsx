import { Link } from "@remix-run/react";
import { paths } from "~/paths";
import type { ThankedPerson } from "../win";

/** A colleague's name: it leads to thanking them. Who has left is only named. */
export function PersonLink({ person, isMe = false }: { person: Pick<ThankedPerson, "id" | "givenName" | "familyName" | "isActive">; isMe?: boolean }) {
  const name = `${person.givenName} ${person.familyName}`;
  if (isMe || !person.isActive) return <strong>{name}</strong>;
  return (
    <Link to={paths.thank({ to: person.id })} className="font-semibold text-ink no-underline hover:underline">
      {name}
    </Link>
  );
}
