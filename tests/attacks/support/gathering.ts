import { ruleFor, type OpeningRule } from "../opening-rules";
import { resetCookie, signedIn } from "./company";
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
  /** The thing in its address, if any. */
  subjectId: string | null;
}

/** Who looks for forms: between them they may do everything. */
const LOOKERS = ["administrator", "publisher", "approver", "employee"] as const;

/** Opens every page as those who may, and gathers every form that it shows: no action needs to be listed by hand. */
export async function gatherForms(system: System, addresses: readonly Route[], subjectsOf: (route: Route, rule: OpeningRule) => ({ id: string } | null)[]): Promise<GatheredForm[]> {
  const gathered = new Map<string, GatheredForm>();
  const keep = (html: string, address: string) => {
    for (const { action, ...form } of readForms(html, address)) {
      const target = matchRoute(addresses, action);
      if (!target) throw new Error(`A form on ${address} is sent to ${action}, which has no action.`);
      const key = `${action} ${form.fields.map(([name]) => name).join()}`;
      if (!gathered.has(key)) gathered.set(key, { ...target, action, ...form });
    }
  };
  // Shown only to who has another device, or came by a link to a new password.
  for (const who of LOOKERS) await signedIn(system.company.people[who]);
  const reset = await resetCookie(system.company.people.colleague);
  for (const path of ["/sign-in", "/forgotten-password", "/new-password"]) keep((await send(system.url, path, { cookie: reset })).body, path);
  for (const who of LOOKERS) {
    for (const route of addresses.filter(({ hasPage }) => hasPage)) {
      const rule = ruleFor(route.path);
      if (!rule) continue;
      for (const subject of subjectsOf(route, rule)) {
        const address = addressOf(route, { ...rule.fill, id: subject?.id ?? "" });
        const { status, body } = await send(system.url, address, { cookie: system.cookies[who] });
        if (status === 200) keep(body, address);
      }
    }
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
