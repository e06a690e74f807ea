import { decodeBody } from "~/kernel/http/decode-body";
import type { FetchPolicy } from "~/kernel/http/destination.server";
import { FetchRefused } from "~/kernel/http/fetch-refused";
import { guardedFetch } from "~/kernel/http/guarded-fetch.server";
import { checkAndResizePicture, type ResizedPicture } from "~/kernel/pictures/resizing.server";
import { PictureRefused } from "~/kernel/pictures/picture-refused";

import { withScheme } from "./link-address";
import { readPageDescription, type PageDescription } from "./page-description";

export interface LinkPreview extends PageDescription {
  /** Where the link led in the end. */
  url: string;
  /** The page's picture, checked and re-encoded; null when there is none that can be used. */
  image: ResizedPicture | null;
}

/** Pages describe themselves in their head; the rest is not read. */
const maxPageBytes = 512 * 1024;
const maxPictureBytes = 10 * 1024 * 1024;

/**
 * Fetches what a page says about itself, for a post in the library. The picture is a courtesy: a page
 * whose picture can't be fetched or read still has a preview.
 * Takes up to 16 s (two deadlines of 8), so it is called outside any transaction.
 * @throws FetchRefused when the page itself can't be had; its messageKey is the sentence for people.
 */
export async function fetchLinkPreview(address: string, policy?: FetchPolicy): Promise<LinkPreview> {
  let tail = "";
  const page = await guardedFetch(withScheme(address), {
    policy,
    maxBytes: maxPageBytes,
    beyond: "cut",
    accept: ["text/html", "application/xhtml+xml"],
    // A slow page is not waited for once its head is here.
    isEnough: (chunk) => {
      const text = tail + chunk.toString("latin1");
      tail = text.slice(-8);
      return /<\/head\s*>/i.test(text);
    },
  });
  const description = readPageDescription(decodeBody(page.body, page.charset), page.url);
  const image = description.imageUrl ? await fetchPicture(description.imageUrl, policy) : null;
  return { ...description, url: page.url, image };
}

async function fetchPicture(address: string, policy: FetchPolicy | undefined): Promise<ResizedPicture | null> {
  try {
    const { body } = await guardedFetch(address, {
      policy,
      maxBytes: maxPictureBytes,
      accept: ["image/*"],
    });
    return await checkAndResizePicture(body);
  } catch (error) {
    if (error instanceof FetchRefused || error instanceof PictureRefused) return null;
    throw error;
  }
}
