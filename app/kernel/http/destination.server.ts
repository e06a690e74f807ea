import { lookup } from "node:dns/promises";

import { FetchRefused } from "./fetch-refused";
import { addressInHost, isPrivateName, isPublicAddress } from "./public-address";

/** Who may be reached beyond the rules. Injected: tests let their stand-ins on loopback through. */
export interface FetchPolicy {
  /** "address:port" pairs that are let through although they are neither public nor on 80 or 443. */
  readonly allowed: ReadonlySet<string>;
  /** All addresses of a host name. Asked once per hop; what it says is what is connected to. */
  resolve(hostname: string): Promise<string[]>;
}

export const publicInternetOnly: FetchPolicy = {
  allowed: new Set(),
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
};

/** A place that was checked and may be connected to, at exactly these addresses. */
export interface Destination {
  readonly url: URL;
  readonly port: number;
  readonly addresses: readonly string[];
}

/**
 * Checks where an address leads, without connecting. Every address of a name must be allowed: a name
 * with one public and one private address is a trap, not a site.
 * @throws FetchRefused malformed, scheme, port, address or unreachable.
 */
export async function findDestination(address: string | URL, policy: FetchPolicy): Promise<Destination> {
  const url = parseWebAddress(address);
  const port = url.port ? Number(url.port) : url.protocol === "https:" ? 443 : 80;
  const literal = addressInHost(url.hostname);
  if (literal === null && isPrivateName(url.hostname)) throw new FetchRefused("address");

  const addresses = literal === null ? await resolveName(url.hostname, policy) : [literal];
  const isLetThrough = addresses.every((each) => policy.allowed.has(`${each}:${port}`));
  if (!isLetThrough) {
    if (!addresses.every(isPublicAddress)) throw new FetchRefused("address");
    if (port !== 80 && port !== 443) throw new FetchRefused("port");
  }
  return { url, port, addresses };
}

/**
 * Reads an address as browsers do, which turns decimal, octal, hexadecimal, short, full-width and
 * percent-encoded hosts into their one true form before anything is compared.
 */
function parseWebAddress(address: string | URL): URL {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  if (!url) throw new FetchRefused("malformed");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new FetchRefused("scheme");
  if (url.username || url.password || !url.hostname) throw new FetchRefused("malformed");
  url.hash = "";
  return url;
}

async function resolveName(hostname: string, policy: FetchPolicy): Promise<string[]> {
  let addresses: string[];
  try {
    addresses = await policy.resolve(hostname.replace(/\.$/, ""));
  } catch {
    throw new FetchRefused("unreachable");
  }
  if (addresses.length === 0) throw new FetchRefused("unreachable");
  return addresses;
}
