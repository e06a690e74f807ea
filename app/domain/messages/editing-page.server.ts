import { departmentChoices, type DepartmentChoice } from "~/domain/people/department-tree.server";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import type { Actor } from "~/policy/actor";
import { hasRole, hasRoleFor } from "~/policy/actor";
import { canPublishMessage, editableMessages } from "~/policy/messages";
import { listApprovers } from "./approvers.server";
import { countedOf, countVersions } from "./audience.server";
import { publicationBlockers } from "./blockers";
import { approvalState, textOf, titleOf, type MessageRecord } from "./message-record";
import { factsOf, getRecord } from "./message-record.server";

/** A message that this person may edit. One statement. @throws NotFound */
export function getEditable(actor: Actor, id: string): Promise<MessageRecord> {
  if (!isUuid(id)) throw new NotFound("message");
  return getRecord(id, editableMessages(actor));
}

/** What the editor shows of a message that is not out yet. Three statements after the record. */
export async function getEditorPage(actor: Actor, record: MessageRecord, chosen: { version: string | null; language: string | null }) {
  const [counts, departments] = await Promise.all([countFor(actor, record), departmentChoices(actor.language)]);
  const current = chooseVersion(record, chosen.version);
  const language = chosen.language && record.company.languages.includes(chosen.language) ? chosen.language : record.company.language;
  const text = textOf(record, current.departmentId, language);
  return {
    ...overviewOf(record, actor.language),
    counts,
    version: { departmentId: current.departmentId, departmentName: current.departmentName },
    language,
    stored: { why: record.why[language] ?? "", title: text?.title ?? "", body: text?.body ?? "" },
    audienceIds: record.audience.map(({ id }) => id),
    audienceChoices: withinScope(actor, departments),
    versionChoices: versionsToAdd(record, departments),
  };
}

/** What every page about a message says of it. @param language of whoever looks at it */
export function overviewOf(record: MessageRecord, language: string) {
  const { id, kind, state, revision, asksConfirmation, sendsMail, isOpenToAll, isStarter, publishAt, approval, rules, audience, company } = record;
  return {
    id, kind, state, revision, asksConfirmation, sendsMail, isOpenToAll, isStarter, publishAt, rules, company,
    title: titleOf(record, language),
    audience: audience.map(({ name, isCompany }) => ({ name, isCompany })),
    versions: record.variants.map(({ departmentId, departmentName, texts }) => ({
      departmentId, departmentName, languages: texts.filter(({ title, body }) => title && body).map((text) => text.language),
    })),
    blockers: publicationBlockers(record),
    approvalState: approvalState(record),
    approval: approval && { dueAt: approval.dueAt, decidedByName: approval.decidedByName, decidedAt: approval.decidedAt, note: approval.note },
  };
}

export type Overview = ReturnType<typeof overviewOf>;
export type EditorPage = Awaited<ReturnType<typeof getEditorPage>>;

/** What the page before publishing shows: who gets what, what is in the way, and who could approve. */
export async function getPublicationPage(actor: Actor, record: MessageRecord) {
  const state = approvalState(record);
  const asksForApproval = state !== "notNeeded" && state !== "approved";
  const [counts, approvers] = await Promise.all([countFor(actor, record), asksForApproval ? listApprovers(record) : []]);
  return {
    ...overviewOf(record, actor.language),
    counts,
    canPublish: canPublishMessage(actor, factsOf(record)),
    mayAsk: approvers.length > 0,
    approvers: (actor.isGuest ? [] : approvers).map(({ givenName, familyName, departmentName }) => ({ name: `${givenName} ${familyName}`, departmentName })),
  };
}

/** How many people work where is nothing for guests. */
async function countFor(actor: Actor, record: MessageRecord) {
  return actor.isGuest ? null : countVersions(countedOf(record));
}

/** @throws NotFound for a version that is not (any more) one of the message's */
export function chooseVersion(record: MessageRecord, departmentId: string | null) {
  const version = record.variants.find((variant) => variant.departmentId === departmentId);
  if (!version) throw new NotFound("version");
  return version;
}

/** The departments this publisher may address, in tree order. */
export function withinScope(actor: Actor, departments: readonly DepartmentChoice[]): DepartmentChoice[] {
  const role = hasRole(actor, "publisher") ? "publisher" : "drafter";
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const within = departments.filter(({ id }) => hasRoleFor(actor, role, pathOf(id, parents)));
  const top = Math.min(...within.map(({ depth }) => depth));
  return within.map((department) => ({ ...department, depth: department.depth - top }));
}

/** The departments of the audience and under it that have no version yet. */
function versionsToAdd(record: MessageRecord, departments: readonly DepartmentChoice[]): DepartmentChoice[] {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const audience = new Set(record.audience.map(({ id }) => id));
  const taken = new Set(record.variants.map(({ departmentId }) => departmentId));
  return departments.filter(({ id }) => !taken.has(id) && pathOf(id, parents).some((above) => audience.has(above)));
}

function pathOf(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = [];
  for (let at: string | null | undefined = id; at; at = parents.get(at)) path.push(at);
  return path;
}
