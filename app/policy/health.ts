import { hasRoleEverywhere, type Actor } from "./actor";

/** Those who administer the whole company see how the installation is, and try again what failed. */
export function canSeeHealth(actor: Actor): boolean {
  return hasRoleEverywhere(actor, "administrator");
}

export const canRetry = canSeeHealth;
