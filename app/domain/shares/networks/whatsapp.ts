import { countAgainst, countCodeUnits } from "./counting";
import type { Network } from "./network";
import { ADDRESS_LIMIT_OCTETS, composeAddress, encodedOctets } from "./share-address";

/**
 * 4,096 characters, the smallest limit WhatsApp documents for a text message (Cloud API, text.body). The text
 * travels inside the address, so letters outside Latin can fill that first. Chats fold after about 768.
 */
export const whatsapp: Network = {
  id: "whatsapp",
  limit: 4_096,
  fold: { characters: 768, lines: 20 },
  takes: { text: true, url: false, title: false, server: false },
  linkPlacement: "in-text",
  copiesText: false,
  card: "compact",
  singleLine: false,
  count: (text, limit = 4_096) => {
    const count = countAgainst(countCodeUnits(text), limit);
    return !count.over && encodedOctets(text) > ADDRESS_LIMIT_OCTETS ? { ...count, problem: "address_too_long" } : count;
  },
  composeShareUrl: ({ text }) => composeAddress("https://wa.me/", { text }),
};
