import { sql, type Sql } from "~/kernel/sql";
import { hasRoleEverywhere, type Actor } from "./actor";

/**
 * All that is open to a guest: their own drafts, the way in and out, and what they set for themselves.
 * Whatever else there is, now or later, is closed to them: a page has to be put here to be theirs.
 */
const OPEN_TO_GUESTS: ReadonlySet<string> = new Set([
  "routes/_app",
  "routes/_app.studio.messages._index",
  "routes/_app.studio.messages.new",
  "routes/_app.studio.messages.$id._index",
  "routes/_app.studio.messages.$id.preview",
  "routes/_app.studio.messages.$id.publication",
  "routes/_app.studio.messages.$id.approval",
  "routes/_app.studio.library._index",
  "routes/_app.studio.library.new",
  "routes/_app.studio.library.$id",
  "routes/_app.studio.library.$id_.approval",
  "routes/_app.studio.reviews.posts.$id",
  "routes/_app.settings",
  "routes/_app.settings._index",
  "routes/_app.settings.password",
  "routes/_app.settings.pin",
  "routes/_app.settings.sign-in",
  "routes/_app.settings.sessions",
  "routes/_app.settings.looks",
  "routes/live",
  "routes/presence",
  "routes/pictures.$id.$file",
]);

/** Whether this person may come to a page at all; what they find there is the page's own question. */
export function mayComeTo(actor: Pick<Actor, "isGuest">, routeId: string): boolean {
  return !actor.isGuest || OPEN_TO_GUESTS.has(routeId);
}

/** May add guests, extend their time, and end it. */
export function canKeepGuests(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

/** The rows of `person p` that `canKeepGuests` opens. */
export function visibleGuests(actor: Actor): Sql {
  return canKeepGuests(actor) ? sql`p.is_guest` : sql`FALSE`;
}

/** Pictures are for everybody who works here; a guest sees what they put there themselves. */
export function canSeePicture(actor: Actor, picture: { createdById: string | null }): boolean {
  return !actor.isGuest || picture.createdById === actor.id;
}
