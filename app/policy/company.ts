import { hasRoleEverywhere, type Actor } from "./actor";

/** May look at and change what the company sets for itself: name, colour, calendar, notices, keys. */
export function canChangeCompany(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}
