import { redirect, redirectDocument } from "@remix-run/node";
import { i18nFor } from "~/locales/catalogues.server";
import type { RequestContext } from "./request-context.server";

/**
 * What was done, said once on the next page, also without script: a cookie that lives for a minute
 * and holds nothing but a catalogue key of the form "namespace:done.word".
 */
const COOKIE = /(?:^|;\s*)done=([a-z-]+:done\.[A-Za-z]+)(?:;|$)/;

const write = (messageKey: string, seconds: number) => `done=${messageKey}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;

interface Onward {
  /** More values for Set-Cookie. */
  cookies?: string[];
  /** Load the next page whole: needed where its language or its catalogue may be another one. */
  reload?: boolean;
}

/** Leads on after a success. @param messageKey what to say there */
export function redirectDone(path: string, messageKey: `${string}:done.${string}`, { cookies = [], reload = false }: Onward = {}): Response {
  const headers = new Headers([...cookies, write(messageKey, 60)].map((cookie) => ["Set-Cookie", cookie] as [string, string]));
  return reload ? redirectDocument(path, { headers }) : redirect(path, { headers });
}

/** The catalogue key to say on this page, and never again; null when there is nothing to say. */
export function takeDone({ request, context }: { request: Request; context: RequestContext }): string | null {
  const key = COOKIE.exec(request.headers.get("Cookie") ?? "")?.[1];
  if (!key) return null;
  context.setCookie(write("", 0));
  return i18nFor("en").exists(key) ? key : null;
}
