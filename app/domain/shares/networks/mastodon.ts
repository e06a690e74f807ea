import { countAgainst, countGraphemes, replaceLinks } from "./counting";
import type { Network } from "./network";
import { composeAddress, encodedOctets, ADDRESS_LIMIT_OCTETS } from "./share-address";

const LINK_CHARACTERS = "x".repeat(23);
const FAR_MENTION = /(^|[^/\w])@([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]+/giu;
const HOST = /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{0,61}[\p{L}\p{N}](?::\d{1,5})?$/u;

/** Links are 23, "@user@server" is "@user", the rest are graphemes (Mastodon's own counter and length validator). */
function countMastodonCharacters(text: string): number {
  return countGraphemes(replaceLinks(text, LINK_CHARACTERS).replace(FAR_MENTION, "$1@$2"));
}

/**
 * The host of a Mastodon server from what a person types: "mastodon.social", "https://Mastodon.social/@me",
 * "@me@mastodon.social". Null when it names no host.
 */
export function parseServer(typed: string): string | null {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/?#].*$/s, "")
    .replace(/^.*@/s, "");
  return HOST.test(host) ? host : null;
}

/** 500 characters unless the server says otherwise (`/api/v2/instance`); every server has a `/share` page. */
export const mastodon: Network = {
  id: "mastodon",
  limit: 500,
  fold: null,
  takes: { text: true, url: false, title: false, server: true },
  linkPlacement: "in-text",
  copiesText: false,
  card: "compact",
  singleLine: false,
  count: (text, limit = 500) => {
    const count = countAgainst(countMastodonCharacters(text), limit);
    return !count.over && encodedOctets(text) > ADDRESS_LIMIT_OCTETS ? { ...count, problem: "address_too_long" } : count;
  },
  composeShareUrl: ({ text, server }) => {
    const host = parseServer(server ?? "");
    return host === null ? null : composeAddress(`https://${host}/share`, { text });
  },
};
