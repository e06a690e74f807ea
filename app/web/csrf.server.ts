import type { RequestHandler } from "express";
import { env } from "~/kernel/env.server";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses every changing request that does not name our own origin: none, "null", a sibling or a
 * foreign one. It stands before all routes, so none can forget it. Browsers send Origin with every
 * POST under our referrer policy, and never let a page choose it.
 */
export const requireOwnOrigin: RequestHandler = (request, response, next) => {
  if (SAFE.has(request.method) || isOwnOrigin(request.get("Origin"), request.get("Host"))) return next();
  response.status(403).type("text/plain").send("This request did not come from Vouch's own pages.");
};

/** @param host of the request; it decides only where no public address is configured. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!origin) return false;
  const configured = env().publicUrl;
  if (configured) return origin === new URL(configured).origin;
  return origin === `http://${host}`;
}
