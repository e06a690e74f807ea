const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const ADDRESS = new RegExp(`^(${ATOM}(?:\\.${ATOM})*)@(${LABEL}(?:\\.${LABEL})+)$`);

/**
 * Whether a mail can be sent to this address: the dot-atom form of RFC 5321 in ASCII, at most 254
 * characters. No line breaks, no lists, no display names, no quoted forms: nothing that could turn
 * one recipient into two or an address into a header.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const local = ADDRESS.exec(text)?.[1];
  return local !== undefined && local.length <= 64;
}
