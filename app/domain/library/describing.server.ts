import { StorageFailed, StorageFull } from "~/kernel/files.server";
import { FetchRefused } from "~/kernel/http/fetch-refused";
import { Invalid } from "~/kernel/errors";
import { PictureRefused } from "~/kernel/pictures/picture-refused";
import type { ResizedPicture } from "~/kernel/pictures/resizing.server";
import { placePicture, type PlacedPicture } from "~/kernel/pictures/storing.server";
import { fetchLinkPreview } from "./link-preview.server";
import type { PostContent } from "./post";

/** What a link's own page said, or why it said nothing. */
export type LinkDescription =
  | { ok: true; title: string; description: string; image: ResizedPicture | null }
  /** `isUsable`: the link itself may be kept, only its page could not be read now. */
  | { ok: false; error: string; isUsable: boolean };

/** An address that can't be anybody's outside; everything else may pass or work in a browser. */
const UNUSABLE = new Set(["malformed", "address", "scheme", "port"]);

/** Asks the link's page for its title, text and picture; takes up to 16 s. Never throws for what the other side does. */
export async function describeLink(url: string): Promise<LinkDescription> {
  try {
    const { title, description, image } = await fetchLinkPreview(url);
    return { ok: true, title, description, image };
  } catch (error) {
    if (error instanceof FetchRefused) return { ok: false, error: error.messageKey, isUsable: !UNUSABLE.has(error.reason) };
    throw error;
  }
}

/** The content with the page's own words in the link's fields. */
export function withDescription(content: PostContent, described: LinkDescription | null): PostContent {
  if (!described?.ok) return content;
  return { ...content, linkTitle: described.title, linkDescription: described.description };
}

export interface PictureWish {
  /** A file that was chosen. It goes before all others. */
  uploaded?: Buffer;
  remove: boolean;
  /** The linked page's own, where it is wanted. */
  ofPage?: ResizedPicture | null;
}

/**
 * Checks and stores the files of a post's new picture; its row is stored with the post.
 * @returns null to take the picture away, nothing to keep it. @throws Invalid at `picture`, with the reason
 */
export async function preparePicture({ uploaded, remove, ofPage }: PictureWish): Promise<PlacedPicture | null | undefined> {
  const chosen = uploaded ?? (remove ? null : ofPage);
  if (!chosen) return remove ? null : undefined;
  try {
    return await placePicture(chosen);
  } catch (error) {
    if (error instanceof PictureRefused || error instanceof StorageFull || error instanceof StorageFailed) throw new Invalid({ picture: error.messageKey });
    throw error;
  }
}
