/**
 * Why an address outside was not opened, or its answer not taken.
 * - malformed: no web address at all, or one that carries a name or password
 * - address: points (or resolves, or redirects) to something that is not on the public internet
 * - scheme, port: neither http nor https; neither 80 nor 443
 * - timeout: the whole exchange did not end within its deadline
 * - too-large: body or headers beyond their cap, before or after unpacking
 * - redirects: more hops than allowed, or a redirect that leads nowhere
 * - status: answered, but not with a success
 * - tls: the certificate or the handshake failed
 * - unreachable: no such name, no connection, or an answer that broke off or made no sense
 * - content-type: answered with something else than was asked for
 */
export type FetchRefusal =
  | "malformed"
  | "address"
  | "scheme"
  | "port"
  | "timeout"
  | "too-large"
  | "redirects"
  | "status"
  | "tls"
  | "unreachable"
  | "content-type";

const sentences: Record<FetchRefusal, string> = {
  malformed: "studio-files:link.malformed",
  address: "studio-files:link.address",
  scheme: "studio-files:link.scheme",
  port: "studio-files:link.port",
  timeout: "studio-files:link.timeout",
  "too-large": "studio-files:link.tooLarge",
  redirects: "studio-files:link.redirects",
  status: "studio-files:link.status",
  tls: "studio-files:link.tls",
  unreachable: "studio-files:link.unreachable",
  "content-type": "studio-files:link.contentType",
};

/** A guarded fetch that ended without a usable answer. Carries no part of the address, so it may be logged. */
export class FetchRefused extends Error {
  override name = "FetchRefused";
  /** The catalogue key of the sentence for people. */
  readonly messageKey: string;

  /** `status` is the HTTP status when the other side answered with one that counts as a refusal. */
  constructor(
    readonly reason: FetchRefusal,
    readonly status?: number,
  ) {
    super(reason);
    this.messageKey = sentences[reason];
  }
}
