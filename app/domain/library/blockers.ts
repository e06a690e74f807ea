import { RECOMMENDED_CAPTIONS, type PostContent, type StoredContent } from "./post";

/** What stands between a post and its approval, in the order of the page. */
export type Blocker = "why" | "linkOrPicture" | "alt" | "captions" | "past" | "audience" | "noApprover" | "nobodyElse";

/** What would make it better, without standing in the way. */
export type Advice =
  | { kind: "captions"; missing: number }
  | { kind: "languages"; languages: string[] }
  | { kind: "validity" };

/** Who could approve it: nobody anywhere, nobody who did not write it, or somebody. */
export interface ApproverCount {
  inCompany: number;
  forThisPost: number;
}

/** @param at now */
export function listBlockers(content: StoredContent, approvers: ApproverCount, at: Date): Blocker[] {
  const found: [boolean, Blocker][] = [
    [content.why === "", "why"],
    [content.linkUrl === "" && content.pictureId === null, "linkOrPicture"],
    [content.pictureId !== null && content.pictureAlt === "", "alt"],
    [content.captions.length === 0, "captions"],
    [content.validUntil !== null && content.validUntil <= at, "past"],
    [content.audience.length === 0, "audience"],
    [approvers.inCompany === 0, "noApprover"],
    [approvers.inCompany > 0 && approvers.forThisPost === 0, "nobodyElse"],
  ];
  return found.flatMap(([holds, blocker]) => (holds ? [blocker] : []));
}

export function listAdvice(content: Pick<StoredContent | PostContent, "captions" | "validUntil">, languages: readonly string[]): Advice[] {
  const { captions } = content;
  const advice: Advice[] = [];
  if (captions.length > 0 && captions.length < RECOMMENDED_CAPTIONS) {
    advice.push({ kind: "captions", missing: RECOMMENDED_CAPTIONS - captions.length });
  }
  const missing = languages.filter((language) => !captions.some((caption) => caption.language === language));
  if (captions.length > 0 && missing.length > 0) advice.push({ kind: "languages", languages: missing });
  if (content.validUntil === null) advice.push({ kind: "validity" });
  return advice;
}
