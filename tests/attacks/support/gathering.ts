import { ruleFor, type OpeningRule } from "../opening-rules";
import { type PersonName, resetCookie, signedIn } from "./company";
import { readForms } from "./forms";
import { addressOf, type Route } from "./route-table";
import { send } from "./sending";
import type { System } from "./system";

export interface GatheredForm {
  route: Route;
  /** Path and query that it is sent to. */
  action: string;
  fields: [string, string][];
  files: string[];
  /** Names of the fields that people type texts into, passwords apart. */
  typed: string[];
  /** Who was shown it; null for who is not signed in. */
  by: PersonName | null;
  /** The thing in its address, if any. */
  subjectId: string | null;
}

/** Who looks for forms: between them they may do everything. */
const LOOKERS = ["administrator", "publisher", "approver", "moderator", "employee"] as const;

/**
 * What is sent from pages that show no form in this company as it stands: an import that waits, something that was
 * given up, a notice to accept, a device that is a kiosk, somebody with an invitation, a passkey; or by script alone.
 */
const SELDOM: Record<string, [string, string][]> = {
  "/admin/imports/:id": [["act", "abandon"]],
  "/admin/health": [["what", "jobs"]],
  "/privacy": [["version", "1"]],
  "/kiosk": [["identifier", "20417"], ["password", "394817"]],
  "/join/invitation": [["password", "a-password-of-some-length"]],
  "/settings/sign-in": [["passkeyId", "3a3ad3ce-7f6e-4dd1-9b51-6f6c4d9a4b1e"]],
  "/passkey-challenge": [["purpose", "sign-in"]],
  "/presence": [],
  "/admin/first-steps/starters": [],
};

/** Opens every page as those who may, and gathers every form that it shows: no action needs to be listed by hand. */
export async function gatherForms(system: System, addresses: readonly Route[], subjectsOf: (route: Route, rule: OpeningRule) => ({ id: string } | null)[]): Promise<GatheredForm[]> {
  const gathered = new Map<string, GatheredForm>();
  const keep = (html: string, address: string, by: PersonName | null) => {
    for (const { action, ...form } of readForms(html, address)) {
      const target = matchRoute(addresses, action);
      if (!target) throw new Error(`A form on ${address} is sent to ${action}, which has no action.`);
      const key = `${action} ${form.fields.map(([name]) => name).join()}`;
      if (!gathered.has(key)) gathered.set(key, { ...target, action, by, ...form });
    }
  };
  // Shown only to who has another device, or came by a link to a new password.
  for (const who of LOOKERS) await signedIn(system.company.people[who]);
  const reset = await resetCookie(system.company.people.colleague);
  for (const path of ["/sign-in", "/forgotten-password", "/new-password"]) keep((await send(system.url, path, { cookie: reset })).body, path, null);
  for (const who of LOOKERS) {
    for (const route of addresses.filter(({ hasPage }) => hasPage)) {
      const rule = ruleFor(route.path);
      if (!rule) continue;
      for (const subject of subjectsOf(route, rule)) {
        const address = addressOf(route, { ...rule.fill, id: subject?.id ?? "" });
        const { status, body } = await send(system.url, address, { cookie: system.cookies[who] });
        if (status === 200) keep(body, address, who);
      }
    }
  }
  const found = new Set([...gathered.values()].map(({ route }) => route.path));
  for (const [path, fields] of Object.entries(SELDOM)) {
    const route = addresses.find((each) => each.path === path && each.hasAction);
    const rule = route && ruleFor(path);
    if (!route || !rule || found.has(path)) continue;
    const subject = subjectsOf(route, rule)[0] ?? null;
    gathered.set(path, { route, subjectId: subject?.id ?? null, action: addressOf(route, { ...rule.fill, id: subject?.id ?? "" }), fields, files: [], typed: [], by: "administrator" });
  }
  return [...gathered.values()];
}

/** The route with an action that this address leads to, and the id in it. */
function matchRoute(addresses: readonly Route[], action: string): { route: Route; subjectId: string | null } | null {
  const [path = ""] = action.split("?");
  // Paths without a parameter at a place come before those with one.
  const inOrder = addresses.filter(({ hasAction }) => hasAction).sort((a, b) => a.params.length - b.params.length);
  for (const route of inOrder) {
    const match = new RegExp(`^${route.path.replace(/:\w+/g, "([^/]+)")}$`).exec(path);
    if (match) return { route, subjectId: match[1] ?? null };
  }
  return null;
}
