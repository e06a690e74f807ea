import { requestPostApproval, approvePost } from "~/domain/library/approval.server";
import { savePost, startPost } from "~/domain/library/drafting.server";
import type { PostContent, PostRecord, PostRules } from "~/domain/library/post";
import { findPostRecord } from "~/domain/library/post-record.server";
import { validDays } from "~/domain/library/validity";
import type { Actor } from "~/policy/actor";

/** A company with two networks: one takes 280 characters, the other any number. */
export const rules: PostRules = {
  languages: ["it", "en", "ro", "ru"],
  networks: ["short", "long"],
  countCaption: ({ network, text }) => ({ used: text.length, limit: 280, ...(network === "short" && text.length > 280 ? { problem: "too_long" } : {}) }),
};

/** A post that lacks nothing. */
export const wholePost: PostContent = {
  title: "The mill that feeds our ovens",
  summary: "Three generations of one family.",
  why: "Customers ask where the flour comes from.",
  language: "en",
  linkUrl: "https://www.aurora.example/mill",
  linkTitle: "The mill",
  linkDescription: "One river, eleven farms.",
  pictureAlt: "",
  facts: "Eleven farms grow the wheat.",
  hashtags: "flour bread",
  disclosure: "",
  validFrom: null,
  validUntil: null,
  audience: [],
  captions: [
    { id: null, network: null, language: "it", text: "Il mulino." },
    { id: null, network: "short", language: "en", text: "The mill." },
  ],
};

export async function getPost(id: string): Promise<PostRecord> {
  const post = await findPostRecord(id);
  if (!post) throw new Error("There is no such post.");
  return post;
}

/** A stored post as its editor would send it back. */
export async function contentOf(id: string, timeZone = "Europe/Rome"): Promise<{ revision: number; content: PostContent }> {
  const post = await getPost(id);
  const { title, summary, why, language, linkUrl, linkTitle, linkDescription, pictureAlt, facts, hashtags, disclosure, audience, captions } = post;
  const words = { title, summary, why, language, linkUrl, linkTitle, linkDescription, pictureAlt, facts, hashtags, disclosure };
  return { revision: post.revision, content: { ...words, ...validDays(post, timeZone), audience, captions } };
}

/** A draft that lacks nothing. @returns its id */
export async function writePost(author: Actor, over: Partial<PostContent> = {}): Promise<string> {
  const id = await startPost(author, { title: "Draft", language: "en" });
  const { audience } = await getPost(id);
  await savePost(author, id, { revision: 1, content: { ...wholePost, audience, ...over } }, rules);
  return id;
}

/** The same, waiting for its approval. */
export async function askFor(author: Actor, over: Partial<PostContent> = {}): Promise<string> {
  const id = await writePost(author, over);
  await requestPostApproval(author, id, 2);
  return id;
}

/** The same, approved and on offer. */
export async function offerPost(author: Actor, approver: Actor, over: Partial<PostContent> = {}): Promise<string> {
  const id = await askFor(author, over);
  const { contentHash } = await getPost(id);
  await approvePost(approver, id, { contentHash, note: "" });
  return id;
}
