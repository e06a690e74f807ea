import { contentHash } from "~/kernel/hash.server";
import { postParts, type PostPart, type StoredContent } from "./post";

/** Each part of a post as text that is equal exactly where the part is. */
function partsOf(content: StoredContent): Record<PostPart, string> {
  const { pictureId, audience, captions, validFrom, validUntil, ...words } = content;
  return {
    ...words,
    picture: pictureId ?? "",
    validFrom: validFrom?.toISOString() ?? "",
    validUntil: validUntil?.toISOString() ?? "",
    audience: [...audience].sort().join(" "),
    captions: JSON.stringify(captions.map(({ network, language, text }) => [network, language, text])),
  };
}

/** SHA-256 over everything that is offered and everything that an approver decides on. */
export function hashPost(content: StoredContent): string {
  const parts = partsOf(content);
  return contentHash(postParts.map((part) => parts[part]));
}

/** What differs between two contents, in the order of the page. */
export function changedParts(before: StoredContent, after: StoredContent): PostPart[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return postParts.filter((part) => old[part] !== now[part]);
}
