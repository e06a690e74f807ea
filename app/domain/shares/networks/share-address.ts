/**
 * Addresses up to this length must work everywhere: RFC 9110, section 4.1, recommends that all parties
 * support at least 8,000 octets.
 */
export const ADDRESS_LIMIT_OCTETS = 8_000;

/**
 * An address with its query percent-encoded as RFC 3986 asks. Not URLSearchParams: that writes a space as "+",
 * which mail programs and some apps show as a plus. Half of a surrogate pair, which would make
 * encodeURIComponent throw, becomes U+FFFD.
 */
export function composeAddress(base: string, query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeComponent(value)}`);
  return pairs.length === 0 ? base : `${base}?${pairs.join("&")}`;
}

/** Octets the text takes up inside an address. */
export function encodedOctets(text: string): number {
  return encodeComponent(text).length;
}

function encodeComponent(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
