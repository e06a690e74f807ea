import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import { env } from "~/kernel/env.server";

declare module "express-serve-static-core" {
  interface Locals {
    nonce: string;
  }
}

/** A nonce for this response; only scripts that carry it run. */
export const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(18).toString("base64url");
  next();
};

/** Headers that keep a page from running, framing or sending what is not ours. */
export function securityHeaders(): RequestHandler {
  const https = env().publicUrl?.startsWith("https://") ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        scriptSrc: [(_request, response) => `'nonce-${(response as unknown as { locals: { nonce: string } }).locals.nonce}'`, "'strict-dynamic'"],
        styleSrc: ["'self'"],
        // React writes widths of bars and placeholders of pictures as style attributes.
        styleSrcAttr: ["'unsafe-inline'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Origin must reach our own forms (no-referrer would turn it into "null").
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    xPoweredBy: true,
  });
}
