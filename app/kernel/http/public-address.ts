import ipaddr from "ipaddr.js";

/**
 * Cloud platforms' own services on addresses that look public: Azure's wire server answers every
 * virtual machine with its settings (learn.microsoft.com, "What is IP address 168.63.129.16?").
 */
const hostInternal = new Set(["168.63.129.16"]);

/** Names that never mean a public site: RFC 6761, 6762, 7686, 8375, 9476, ICANN's .internal, and usual office names. */
const privateSuffixes = [
  "localhost", "localdomain", "local", "internal", "intranet", "private", "lan", "home", "corp", "mail",
  "home.arpa", "in-addr.arpa", "ip6.arpa", "test", "invalid", "onion", "alt",
];

/** The block that IANA hands out for the public internet: everything else in IPv6 is special. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an IP address, as a resolver or `URL.hostname` writes it, belongs to the public internet.
 * Everything that is not plain global unicast is refused: private, loopback, link-local, shared,
 * reserved, multicast, and every IPv6 form that carries an IPv4 address inside (mapped, compatible,
 * NAT64, 6to4, Teredo, ISATAP), because a gateway may unwrap it. Ranges: IANA special-purpose registries.
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes("%") || hostInternal.has(address)) return false;
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === "unicast";
  if (!ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.range() === "unicast" && parsed.match(globalUnicast) && !isIsatap(parsed);
}

/** RFC 5214: interface identifier 0000:5efe or 0200:5efe, then an IPv4 address. */
function isIsatap(address: ipaddr.IPv6): boolean {
  return address.parts[5] === 0x5efe && (address.parts[4] === 0 || address.parts[4] === 0x0200);
}

/** Whether a host name can only mean something inside: a single label, or one of the private suffixes. */
export function isPrivateName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, "");
  if (!name.includes(".")) return true;
  return privateSuffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

/** The bare address of a URL's host (brackets off), or null when the host is a name. */
export function addressInHost(hostname: string): string | null {
  if (hostname.startsWith("[")) return hostname.slice(1, -1);
  return ipaddr.IPv4.isValidFourPartDecimal(hostname) ? hostname : null;
}
