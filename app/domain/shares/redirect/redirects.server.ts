import type { RequestHandler } from "express";
import { HOUR, now, SECOND } from "~/kernel/clock";
import { log } from "~/kernel/log.server";
import { isSlug } from "../links";
import { countSpooledVisits, forgetPastVisitors } from "./counting.server";
import { findTarget, loadLinks } from "./link-index.server";
import { VisitSpool } from "./visit-spool.server";
import { dayOf, hashVisitor } from "./visitor-hash.server";
import { visitorKind } from "./visitor";

const COUNT_EVERY = SECOND;
const spool = new VisitSpool();

/** Loads the links and begins to count what the spools hold. `stop` counts what is left. */
export function startRedirects(): { stop(): Promise<void> } {
  void loadLinks();
  let counting: Promise<unknown> = Promise.resolve();
  let forgotAt = 0;
  const timer = setInterval(() => {
    counting = counting.then(async () => {
      await countSpooledVisits();
      if (now().getTime() - forgotAt > HOUR) {
        await forgetPastVisitors();
        forgotAt = now().getTime();
      }
    }).catch((error: unknown) => log.debug({ err: error }, "visits wait to be counted"));
  }, COUNT_EVERY);
  return {
    async stop() {
      clearInterval(timer);
      await counting;
      await spool.close();
      await countSpooledVisits().catch((error: unknown) => log.debug({ err: error }, "visits wait to be counted"));
    },
  };
}

/**
 * Sends a visitor on. The visit is on disk before the answer leaves; a disk that is full must not
 * keep a visitor from where they want to go, so then it is not counted, and the log says so.
 */
export const followShortLink: RequestHandler = async (request, response, next) => {
  const slug = request.params.slug ?? "";
  if (!isSlug(slug) || (request.method !== "GET" && request.method !== "HEAD")) return next();
  let target: string | null;
  try {
    target = await findTarget(slug);
  } catch {
    response.status(503).set({ "Retry-After": "5", "Cache-Control": "no-store" }).type("text/plain").send("This link can't be opened right now. Please try again in a moment.\n");
    return;
  }
  if (!target) return next();
  try {
    const day = dayOf(now());
    const kind = visitorKind(request);
    const visitor = kind === "person" ? await hashVisitor(day, { address: request.ip ?? "", userAgent: request.get("User-Agent") ?? "", slug }) : "";
    await spool.append({ slug, day, kind, visitor });
  } catch (error) {
    log.error({ err: error }, "a visit could not be counted");
  }
  response.writeHead(302, { Location: target, "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Content-Length": "0" }).end();
};
