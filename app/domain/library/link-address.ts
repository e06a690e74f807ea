/** Longer addresses are cut by networks and mail programs. */
const LONGEST = 2_000;

/** People type "example.com/news"; what has no scheme is meant as https. */
export function withScheme(typed: string): string {
  const address = typed.trim();
  return /^[a-z][a-z\d+.-]*:/i.test(address) && !/^[^/:]+:\d+(\/|$)/.test(address) ? address : `https://${address}`;
}

/** The absolute address of what somebody typed, or null where it can be none for people outside. */
export function readLinkAddress(typed: string): string | null {
  const address = withScheme(typed);
  if (address.length > LONGEST || !URL.canParse(address)) return null;
  const { protocol, username, password, hostname, href } = new URL(address);
  const isPublicName = /^[^.]+(\.[^.]+)+$/.test(hostname) || hostname.startsWith("[");
  return /^https?:$/.test(protocol) && !username && !password && isPublicName ? href : null;
}

/** The host as people say it: "aurora.example"; empty without a link. */
export function linkHost(url: string): string {
  return url === "" ? "" : new URL(url).hostname.replace(/^www\./, "");
}
