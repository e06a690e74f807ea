import { sql, type Sql } from "~/kernel/sql";
import { hasRoleEverywhere, type Actor } from "./actor";

/** What a person decided to show of themselves. */
export interface ProfileSubject {
  id: string;
  showsEmail: boolean;
  showsNumber: boolean;
  showsInterests: boolean;
}

/** Colleagues see each other as long as they work here; guests are no colleagues. */
export function canSeeProfile(_actor: Actor, person: { isActive: boolean; isGuest?: boolean }): boolean {
  return person.isActive && !person.isGuest;
}

/** The rows of `person p` that `canSeeProfile` allows. */
export function visibleProfiles(_actor: Actor): Sql {
  return sql`p.deactivated_at IS NULL AND NOT p.is_guest`;
}

/** Which parts of a profile somebody may see: oneself and administrators all that is on record, colleagues what was opted in. */
export function visibleParts(actor: Actor, person: ProfileSubject): { email: boolean; number: boolean; interests: boolean } {
  const isOwn = actor.id === person.id;
  const administers = hasRoleEverywhere(actor, "administrator");
  return {
    email: isOwn || administers || person.showsEmail,
    number: isOwn || administers || person.showsNumber,
    // Interests are for colleagues who chose to say so, not for whoever administers.
    interests: isOwn || person.showsInterests,
  };
}
