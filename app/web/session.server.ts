import { redirect } from "@remix-run/node";
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from "lucia";
import type { CompanyProfile } from "~/domain/people/company.server";
import {
  createSession,
  endExpiredSessions,
  endSession,
  extendSession,
  findSignedIn,
  hashSessionToken,
  isActivityNews,
  noteActivity,
  SESSION_LIFETIME,
  type SharedUse,
  type SignedIn,
} from "~/domain/people/sessions.server";
import { after } from "~/kernel/clock";
import { publicUrl } from "~/kernel/env.server";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import type { Actor } from "~/policy/actor";
import { mayComeTo } from "~/policy/guests";
import { describeDevice } from "./device.server";
import type { RequestContext } from "./request-context.server";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<{ device: string }, { signedIn: SignedIn }>;
    DatabaseSessionAttributes: { device: string; isShared?: boolean; kioskId?: string | null };
    DatabaseUserAttributes: { signedIn: SignedIn };
  }
}

/**
 * Lucia keeps the cookie's value as the session's id. This adapter hands the tables its SHA-256
 * instead, so that nothing stored can be used to sign in.
 */
const adapter: Adapter = {
  async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const signedIn = await findSignedIn(hashSessionToken(token));
    if (!signedIn) return [null, null];
    const { personId: userId, expiresAt, shared } = signedIn.session;
    // When a shared one ends is not Lucia's to say: to it they are always fresh.
    return [
      { id: token, userId, expiresAt: shared ? after(SESSION_LIFETIME) : expiresAt, attributes: { device: "" } },
      { id: userId, attributes: { signedIn } },
    ];
  },
  async getUserSessions() {
    return []; // asked of the people module instead, which never sees a token
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    await createSession({ id: hashSessionToken(id), personId: userId, expiresAt, ...attributes });
  },
  async updateSessionExpiration(token, expiresAt) {
    await extendSession(hashSessionToken(token), expiresAt);
  },
  async deleteSession(token) {
    await endSession(hashSessionToken(token));
  },
  async deleteUserSessions() {
    throw new Error("Sessions of a person are ended by the people module, within its transaction.");
  },
  deleteExpiredSessions: endExpiredSessions,
};

let lucia: Lucia<{ device: string }, { signedIn: SignedIn }> | undefined;

function sessions() {
  const secure = publicUrl().startsWith("https://");
  return (lucia ??= new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(SESSION_LIFETIME / 1000, "s"),
    sessionCookie: {
      // The __Host- prefix keeps sibling hosts from planting a session.
      name: secure ? "__Host-vouch" : "vouch",
      attributes: { secure, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ device }) => ({ device }),
    getUserAttributes: ({ signedIn }) => ({ signedIn }),
  }));
}

/**
 * The session's cookie, when it can be one: 40 characters of base32. Read here and not by Lucia, which
 * fails on any cookie that is not well encoded, also on other programs' at the same host.
 */
function readToken(request: Request): string | null {
  const name = sessions().sessionCookieName;
  const values = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  const value = values.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
  return /^[a-z2-7]{40}$/.test(value) ? value : null;
}

interface Asking {
  request: Request;
  context: RequestContext;
}

/** Who is signed in, with their company; null when nobody is. One statement a request. */
export function findSignedInPerson({ request, context }: Asking): Promise<SignedIn | null> {
  context.askedForActor = true;
  return (context.memo.signedIn ??= readSession(request, context));
}

async function readSession(request: Request, context: RequestContext): Promise<SignedIn | null> {
  const token = readToken(request);
  if (!token) return null;
  const { session, user } = await sessions().validateSession(token);
  if (!session) {
    context.setCookie(sessions().createBlankSessionCookie().serialize());
    return null;
  }
  const { shared } = user.signedIn.session;
  if (shared) {
    context.keepNowhere();
    if (isSomebodysAct(request) && isActivityNews(shared)) await noteActivity(user.signedIn.session.id);
  }
  if (session.fresh) context.setCookie(sessions().createSessionCookie(session.id).serialize());
  return user.signedIn;
}

/** A page that is opened or a form that is sent; not what open pages load by themselves. */
function isSomebodysAct({ method, headers }: Request): boolean {
  return method === "POST" || (method === "GET" && (headers.get("Accept") ?? "").includes("text/html"));
}

/** Who is acting. Everybody else is sent to sign in and comes back afterwards. */
export async function requireActor(asking: Asking): Promise<Actor> {
  return (await requireSignedIn(asking)).actor;
}

/** Who is acting, with their company. */
export async function requireSignedIn(asking: Asking): Promise<{ actor: Actor; company: CompanyProfile; sessionId: string; shared: SharedUse | null }> {
  const signedIn = await findSignedInPerson(asking);
  if (!signedIn) throw redirect(paths.signIn(returnAddress(asking.request)));
  // Nothing but the notice itself and the way out is open until it is accepted; acts are not carried out.
  if (signedIn.mustAccept !== null) throw redirect(paths.privacy(returnAddress(asking.request)));
  keepGuestsOut(signedIn.actor, asking.context.routeId);
  return { actor: signedIn.actor, company: signedIn.company, sessionId: signedIn.session.id, shared: signedIn.session.shared };
}

/** What is not a guest's is not found; where everybody begins, guests begin with their drafts. */
function keepGuestsOut(actor: Actor, routeId = ""): void {
  if (mayComeTo(actor, routeId)) return;
  if (routeId === "routes/_app._index") throw redirect(paths.studioMessages());
  throw new NotFound("page");
}

function returnAddress(request: Request): string | undefined {
  if (request.method !== "GET") return undefined;
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  url.searchParams.delete("_routes");
  return path === "/" ? undefined : path + url.search;
}

/** Only addresses within Vouch: no scheme, no host, no backslash. */
export function safeReturn(next: FormDataEntryValue | null): string {
  return typeof next === "string" && /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : paths.home();
}

/** Where somebody signs in: on their own device, on one that several people use, or at a kiosk. */
export interface Place {
  isShared: boolean;
  kioskId?: string | null;
}

/**
 * Starts a session, always a new one (a planted cookie is worth nothing), and ends the one that was
 * in use. Unless told, a device stays what it was. @returns the value for Set-Cookie.
 */
export async function startSession(asking: Asking, personId: string, place?: Place): Promise<string> {
  const { request } = asking;
  const before = readToken(request);
  const shared = (await findSignedInPerson(asking))?.session.shared;
  const { isShared, kioskId = null } = place ?? { isShared: Boolean(shared), kioskId: shared?.kioskId };
  if (before) await endSession(hashSessionToken(before));
  const session = await sessions().createSession(personId, { device: describeDevice(request.headers.get("User-Agent")), isShared, kioskId });
  const cookie = sessions().createSessionCookie(session.id);
  // A shared device forgets it with the browser's window.
  if (isShared) cookie.attributes.maxAge = undefined;
  return cookie.serialize();
}

/** Ends the session in use. @returns the value for Set-Cookie. */
export async function endCurrentSession({ request }: Asking): Promise<string> {
  const token = readToken(request);
  if (token) await endSession(hashSessionToken(token));
  return sessions().createBlankSessionCookie().serialize();
}
