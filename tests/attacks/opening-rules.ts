import { findPostRecord, approvalFacts } from "~/domain/library/post-record.server";
import { approvalFactsOf, factsOf, getRecord } from "~/domain/messages/message-record.server";
import { now } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { findInsightsFacts } from "../domain/insights/facts";
import { canChangeCompany } from "~/policy/company";
import { canSeeAbsences } from "~/policy/deputies";
import { canSeeDepartments, departmentAbilities } from "~/policy/departments";
import { canKeepGuests } from "~/policy/guests";
import { canReadAudit } from "~/policy/audit";
import { canSeeHealth } from "~/policy/health";
import { canSeeFigures, canSeeInsights } from "~/policy/insights";
import { canApprovePost, canEditPost, canReviewPost, canWritePosts, offeredPosts } from "~/policy/library";
import { approvalHindrance, canApproveMessage, canEditMessage, canSetApprovalRules, canWriteMessages, visibleMessages } from "~/policy/messages";
import { canAddPeople, canChangeRoles, canDeactivate, canHelpPeopleIn, canImportPeople, canInvitePeople, canIssuePassword, canKeepKiosks, canReactivate, canResetSignIn, canSeeDirectory, type PersonSubject, type SignInSubject } from "~/policy/people";
import { placesFor } from "~/policy/places";
import { canSeeShare } from "~/policy/shares";
import { getWin } from "~/domain/wins/win-facts.server";
import { canArrangeWins, canChangeWin, canRemoveWin, canSeeCoverage, canSeeWins } from "~/policy/wins";
import type { Kind, WinKind } from "./support/company";

type Decide = (actor: Actor, thingId: string) => boolean | Promise<boolean>;

export interface OpeningRule {
  /** Paths of routes; the first rule that matches holds. */
  path: RegExp;
  /** What ":id" names. */
  kind?: Kind | WinKind | "picture";
  /** Values of other parameters. */
  fill?: Record<string, string>;
  /** Who gets in: by policy, everybody signed in, anybody at all, or nobody (this installation has no such page). */
  opens: Decide | "signed in" | "anybody" | "nobody";
  /** Who may act there, where that is fewer (or others). */
  acts?: Decide;
}

const exists = async (condition: Sql) => (await query<{ yes: boolean }>(sql`SELECT EXISTS (${condition}) AS yes`))[0]!.yes;

const reads: Decide = (actor, id) => exists(sql`SELECT 1 FROM ${visibleMessages(actor, sql`AND a.message_id = ${id}::uuid`)}`);
const edits: Decide = async (actor, id) => canEditMessage(actor, factsOf(await message(id)));
const reviews: Decide = async (actor, id) => {
  const hindrance = approvalHindrance(actor, approvalFactsOf(await message(id)));
  return (hindrance !== "role" && hindrance !== "scope") || edits(actor, id);
};
const approves: Decide = async (actor, id) => canApproveMessage(actor, approvalFactsOf(await message(id)));
const message = (id: string) => getRecord(id, sql`TRUE`);

const isOffered: Decide = (actor, id) => exists(sql`SELECT 1 FROM post p WHERE p.id = ${id}::uuid AND ${offeredPosts(actor)}`);
const editsPost: Decide = async (actor, id) => canEditPost(actor, await post(id));
const reviewsPost: Decide = async (actor, id) => {
  const record = (await findPostRecord(id))!;
  // What was never put before anybody is its editors' own.
  return canEditPost(actor, await post(id)) || (record.approvals.length > 0 && canReviewPost(actor, await post(id)));
};
const approvesPost: Decide = async (actor, id) => canApprovePost(actor, await post(id));
const post = async (id: string) => approvalFacts((await findPostRecord(id))!, now());

const seesFigures: Decide = async (actor, id) => {
  const facts = await findInsightsFacts(id);
  return facts !== null && canSeeFigures(actor, facts);
};

const subject = async (id: string) => (await query<PersonSubject>(sql`SELECT id, deactivated_at IS NULL AS "isActive", is_guest AS "isGuest" FROM person WHERE id = ${id}::uuid`))[0]!;

const resets: Decide = async (actor, id) => canResetSignIn(actor, (await query<SignInSubject>(sql`
  SELECT p.id, p.deactivated_at IS NULL AS "isActive", p.email IS NOT NULL AS "hasMail", p.personnel_number IS NOT NULL AS "hasNumber",
    (EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id) OR EXISTS (SELECT 1 FROM absence b WHERE b.deputy_id = p.id AND b.ends_at > now())) AS "hasRoles",
    ARRAY(SELECT ancestor_id::text FROM department_closure c WHERE c.descendant_id = p.department_id ORDER BY c.depth) AS "departmentPath"
  FROM person p WHERE p.id = ${id}::uuid`))[0]!);

const movesDepartment: Decide = async (actor, id) => departmentAbilities(actor, (await query<{ parentId: string | null }>(sql`SELECT parent_id AS "parentId" FROM department WHERE id = ${id}::uuid`))[0]!).move;

const ownsShare: Decide = async (actor, id) => canSeeShare(actor, (await query<{ personId: string }>(sql`SELECT person_id AS "personId" FROM share WHERE id = ${id}::uuid`))[0]!);

const seesWin: Decide = (actor, id) => getWin(actor, id).then(() => true, () => false);
const changesWin: Decide = async (actor, id) => (await seesWin(actor, id)) && canChangeWin(actor, await getWin(actor, id));
const removesWin: Decide = async (actor, id) => (await seesWin(actor, id)) && canRemoveWin(actor, await getWin(actor, id));

/**
 * What the policy says of every area: written by area and by what its ":id" names, so that another page
 * of an area needs no line of its own. A route that no rule covers fails the matrix.
 */
export const openingRules: readonly OpeningRule[] = [
  { path: /^\/(sign-in|sign-out|forgotten-password|new-password|join(\/invitation)?|kiosk(\/pairing)?|passkey-challenge)$/, opens: "anybody" },
  { path: /^\/(sign-in|sign-out|forgotten-password|new-password|privacy)$/, opens: "anybody" },
  // There is a company, and it is no demo.
  { path: /^\/(set-up|dev\/.+)$/, fill: { name: "0-mail" }, opens: "nobody" },

  { path: /^\/(earlier|live|search(\/quick)?)?$/, opens: "signed in" },
  { path: /^\/(earlier|live|presence)?$/, opens: "signed in" },
  { path: /^\/settings\/absence$/, opens: canSeeAbsences },
  { path: /^\/settings(\/|$)/, opens: "signed in" },
  { path: /^\/mark\/:file$/, fill: { file: "mark.webp" }, opens: "nobody" },
  { path: /^\/people\/:id$/, kind: "person", opens: async (_actor, id) => (await subject(id)).isActive && !(await subject(id)).isGuest },
  { path: /^\/pictures\//, kind: "picture", fill: { file: "320.webp" }, opens: (actor) => !actor.isGuest },

  { path: /^\/messages\/:id\/remarks$/, kind: "message", opens: async (actor, id) => (await reads(actor, id)) || edits(actor, id) },
  { path: /^\/messages\/:id$/, kind: "message", opens: async (actor, id) => (await reads(actor, id)) || (canWriteMessages(actor) && edits(actor, id)), acts: reads },
  { path: /^\/messages\/:id(\/|$)/, kind: "message", opens: reads },

  { path: /^\/share\/handed-over\/:id$/, kind: "share", opens: ownsShare },
  { path: /^\/share\/:id(\/|$)/, kind: "post", opens: isOffered },
  { path: /^\/share(\/mine)?$/, opens: "signed in" },

  { path: /^\/wins\/:id\/change$/, kind: "win", opens: changesWin },
  { path: /^\/wins\/:id\/removal$/, kind: "win", opens: removesWin },
  { path: /^\/wins\/:id(\/|$)/, kind: "win", opens: seesWin },
  { path: /^\/wins(\/thank|\/news|\/colleagues)?$/, opens: canSeeWins },
  { path: /^\/recognition$/, opens: canSeeCoverage },

  { path: /^\/studio\/messages\/:id\/approval$/, kind: "message", opens: edits },
  { path: /^\/studio\/messages\/:id(\/|$)/, kind: "message", opens: edits },
  { path: /^\/studio\/messages(\/new)?$/, opens: canWriteMessages },
  { path: /^\/studio\/library\/:id\/approval$/, kind: "post", opens: "signed in", acts: editsPost },
  { path: /^\/studio\/library\/:id(\/|$)/, kind: "post", opens: editsPost },
  { path: /^\/studio\/library(\/new)?$/, opens: canWritePosts },
  { path: /^\/studio\/reviews\/messages\/:id$/, kind: "message", opens: reviews, acts: approves },
  { path: /^\/studio\/reviews\/posts\/:id$/, kind: "post", opens: reviewsPost, acts: approvesPost },
  { path: /^\/studio\/reviews$/, opens: (actor) => placesFor(actor).reviews },

  { path: /^\/admin\/guests\/:id$/, kind: "guest", opens: async (actor, id) => canKeepGuests(actor) && (await subject(id)).isGuest },
  { path: /^\/admin\/guests(\/new)?$/, opens: canKeepGuests },
  { path: /^\/admin\/imports(\/:id(\/errors)?)?$/, kind: "import", opens: canImportPeople },
  { path: /^\/admin\/people\/former$/, opens: canSeeDirectory },
  { path: /^\/insights\/:id(\/|$)/, kind: "message", opens: seesFigures },
  { path: /^\/insights$/, opens: canSeeInsights },

  { path: /^\/admin\/people\/new$/, opens: canAddPeople },
  { path: /^\/admin\/people\/:id\/roles$/, kind: "person", opens: async (actor, id) => canChangeRoles(actor, await subject(id)) },
  { path: /^\/admin\/people\/:id\/password$/, kind: "person", opens: async (actor, id) => canIssuePassword(actor, await subject(id)) },
  {
    path: /^\/admin\/people\/:id\/leaving$/, kind: "person",
    opens: async (actor, id) => canDeactivate(actor, await subject(id)) || canReactivate(actor, await subject(id)),
  },
  { path: /^\/admin\/people(\/:id)?$/, kind: "person", opens: canSeeDirectory },
  { path: /^\/admin\/(joining|cards)$/, opens: canInvitePeople },
  { path: /^\/admin\/kiosks$/, opens: canKeepKiosks },
  { path: /^\/helping\/:id$/, kind: "person", opens: resets },
  { path: /^\/helping$/, opens: canHelpPeopleIn },
  { path: /^\/admin\/departments\/:id\/(move|closing)$/, kind: "department", opens: movesDepartment },
  { path: /^\/admin\/departments(\/:id)?$/, kind: "department", opens: canSeeDepartments },
  { path: /^\/admin\/(values|milestones)$/, opens: canArrangeWins },
  { path: /^\/admin\/chat(\/:id)?$/, kind: "channel", opens: canArrangeWins },
  { path: /^\/admin\/approval-rules$/, opens: canSetApprovalRules },
  { path: /^\/admin\/health$/, opens: canSeeHealth },
  { path: /^\/admin\/audit(\/export)?$/, opens: canReadAudit },
  { path: /^\/admin\/settings\/locations\/:id$/, kind: "location", opens: canChangeCompany },
  { path: /^\/admin\/(settings(\/|$)|first-steps(\/|$))/, opens: canChangeCompany },
];

export function ruleFor(path: string): OpeningRule | undefined {
  return openingRules.find((rule) => rule.path.test(path));
}
