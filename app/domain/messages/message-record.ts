/** A message as those who write, approve and publish it see it: all versions, all languages. */
export interface MessageRecord {
  id: string;
  kind: "notice" | "message";
  state: "draft" | "in_review" | "scheduled" | "published";
  /** By language. */
  why: Record<string, string>;
  asksConfirmation: boolean;
  sendsMail: boolean;
  isOpenToAll: boolean;
  /** Came with a new company, and nobody changed it yet. */
  isStarter: boolean;
  /** Counts saved edits; a save that names an older one is a conflict. */
  revision: number;
  contentHash: string;
  publishAt: Date | null;
  publishedAt: Date | null;
  mailedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  /** `leftFrom`: their department and everything above it, once they have left. */
  author: { id: string; name: string; departmentId: string; departmentName: string; leftFrom: string[] | null };
  /** Everybody who created or edited it. */
  editorIds: string[];
  audience: { id: string; name: string; isCompany: boolean; path: string[] }[];
  /** The core version first, then by name. */
  variants: VersionRecord[];
  /** The newest wait or decision. */
  approval: ApprovalRecord | null;
  /** The rules that this audience touches, in force for this kind. */
  rules: { id: string; reason: string; departmentName: string | null }[];
  company: { language: string; languages: string[] };
}

export interface VersionRecord {
  id: string;
  /** Null is the core version. */
  departmentId: string | null;
  departmentName: string | null;
  texts: { language: string; title: string; body: string }[];
}

export interface ApprovalRecord {
  id: string;
  contentHash: string;
  decision: "waiting" | "approved" | "declined" | "void";
  requestedById: string;
  requestedAt: Date;
  dueAt: Date;
  decidedById: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  note: string;
}

/** The text of a version in a language; undefined while there is none. */
export function textOf(record: Pick<MessageRecord, "variants">, departmentId: string | null, language: string) {
  return record.variants.find((variant) => variant.departmentId === departmentId)?.texts.find((text) => text.language === language);
}

/** What a message is called: the core title in this language, else in the company's, else the first title there is. */
export function titleOf(record: Pick<MessageRecord, "variants" | "company">, language: string = record.company.language): string {
  const titles = [textOf(record, null, language), textOf(record, null, record.company.language), ...record.variants.flatMap((variant) => variant.texts)];
  return titles.find((text) => text?.title)?.title ?? "";
}

export type ApprovalState = "notNeeded" | "needed" | "changed" | "waiting" | "approved" | "declined";

/** Where the approval of exactly this content stands. */
export function approvalState({ rules, approval, contentHash }: Pick<MessageRecord, "rules" | "approval" | "contentHash">): ApprovalState {
  const isOfThis = approval?.contentHash === contentHash;
  if (isOfThis && (approval.decision === "approved" || approval.decision === "waiting")) return approval.decision;
  if (rules.length === 0) return "notNeeded";
  if (isOfThis && approval.decision === "declined") return "declined";
  return approval ? "changed" : "needed";
}
