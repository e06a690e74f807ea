import { hasRole, type Actor } from "./actor";
import { canReadAudit } from "./audit";
import { canSeeHealth } from "./health";
import { canSeeInsights } from "./insights";

/** The places a person is shown beyond everybody's own. */
export function placesFor(actor: Actor) {
  const isEmployee = !actor.isGuest;
  const administers = hasRole(actor, "administrator");
  const publishes = hasRole(actor, "publisher") || hasRole(actor, "drafter");
  return {
    // Home, sharing, wins and the search are for whoever works here.
    everyday: isEmployee,
    messages: publishes,
    library: publishes,
    // Administrators deputise for what is overdue.
    reviews: administers || hasRole(actor, "approver"),
    insights: canSeeInsights(actor),
    people: administers,
    // Administrators find them, and how far everybody is, under People.
    helping: !administers && hasRole(actor, "leader"),
    departments: administers,
    health: canSeeHealth(actor),
    audit: canReadAudit(actor),
    company: administers,
  };
}
