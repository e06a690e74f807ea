import { countAgainst, countCodeUnits } from "./counting";
import type { Network } from "./network";
import { ADDRESS_LIMIT_OCTETS, composeAddress, encodedOctets } from "./share-address";

/** Mail itself has no limit; ours keeps a mailto: address within what mail programs accept. */
const MAIL_CHARACTERS = 4_000;

export const mail: Network = {
  id: "mail",
  limit: MAIL_CHARACTERS,
  fold: null,
  takes: { text: true, url: false, title: true, server: false },
  linkPlacement: "in-text",
  copiesText: false,
  card: "none",
  singleLine: false,
  count: (text, limit = MAIL_CHARACTERS) => {
    const count = countAgainst(countCodeUnits(text), limit);
    return !count.over && encodedOctets(text) > ADDRESS_LIMIT_OCTETS ? { ...count, problem: "address_too_long" } : count;
  },
  /** RFC 6068: line breaks in a body are CR LF; a subject is one line. */
  composeShareUrl: ({ text, title }) =>
    composeAddress("mailto:", {
      subject: title.replace(/\s+/gu, " ").trim(),
      body: text.replace(/\r?\n/g, "\r\n"),
    }),
};
