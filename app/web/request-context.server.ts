import type { SignedIn } from "~/domain/people/sessions.server";

/** What the server knows of a request before Remix runs; one object for all its loaders. */
export interface RequestContext {
  /** For the content security policy's script nonce. */
  nonce: string;
  /** The visitor's address behind trusted proxies. Used for limits and counting, never stored. */
  clientAddress: string;
  /** What parallel loaders share, so that they cost one statement. */
  memo: { signedIn?: Promise<SignedIn | null> };
  /** Puts a Set-Cookie header on the answer, whichever loader it comes from. */
  setCookie(value: string): void;
  /** Tells the metrics which route is answering; there are none without their setting. */
  noteRoute?(routeId: string): void;
  /** Keeps the answer out of every cache, also the browser's own for going back. */
  keepNowhere(): void;
  /** The route whose loader or action this is; each has its own view of the context. */
  routeId?: string;
  /** Somebody asked who is acting; the guard on routes checks that no loader forgot. */
  askedForActor?: boolean;
}

declare module "@remix-run/node" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends RequestContext {}
}
