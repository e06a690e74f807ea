import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from "express";
import { followShortLink } from "~/domain/shares/redirect/redirects.server";
import { env, type Env } from "~/kernel/env.server";
import { log } from "~/kernel/log.server";
import { StartFailure } from "~/kernel/postgres/start-failure";
import { answerAccent } from "./accent.server";
import { requireOwnOrigin } from "./csrf.server";
import { guardRoutes } from "./guard-routes.server";
import { answerHealth } from "./health.server";
import { noteRoute, serveMetrics } from "./metrics.server";
import { partsOf } from "./route-parts.server";
import { giveNonce, securityHeaders } from "./security-headers.server";

/** The whole web server around a Remix build. */
export function createApp(build: ServerBuild): Express {
  const app = express();
  app.set("trust proxy", env().trustProxy);
  app.disable("x-powered-by");
  app.disable("etag");

  app.get("/healthz", answerHealth);
  serveMetrics(app);
  // Before everything else: somebody outside follows a link, with no cookie and no page around it.
  app.get("/l/:slug", followShortLink);

  app.use(giveNonce, securityHeaders());
  app.use(compression({ filter: (request, response) => request.path !== "/live" && compression.filter(request, response) }));
  app.get("/accent/:file", answerAccent);
  const assets = path.resolve(build.assetsBuildDirectory);
  app.use("/assets", express.static(path.join(assets, "assets"), { immutable: true, maxAge: "1y" }));
  app.use("/assets", (_request, response) => void response.status(404).type("text/plain").send("There is no such file.\n"));
  app.use(serveNamed(assets));
  app.use(requireOwnOrigin);
  app.all("*", answerPages(guardRoutes(build)));
  app.use(answerFault);
  return app;
}

/** Remix, with only the routes that the address can be for. */
function answerPages(build: ServerBuild): RequestHandler {
  const partFor = partsOf(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  const handlerOf = (part: ServerBuild) => {
    const handler = handlers.get(part) ?? createRequestHandler({ build: part, getLoadContext: contextOf });
    handlers.set(part, handler);
    return handler;
  };
  return (request, response, next) => handlerOf(partFor(request.path))(request, response, next);
}

function contextOf(request: Request, response: Response): AppLoadContext {
  return {
    nonce: (response.locals as { nonce: string }).nonce,
    clientAddress: request.ip ?? "",
    memo: {},
    noteRoute: (id: string) => noteRoute(response, id),
    setCookie: (value: string) => void response.append("Set-Cookie", value),
    keepNowhere: () => void response.setHeader("Cache-Control", "no-store"),
  };
}

/** The few files at the root. Known by name, or every page would first be looked for on the disk. */
function serveNamed(folder: string): RequestHandler {
  const names = new Set(readdirSync(folder).map((name) => `/${name}`));
  const serve = express.static(folder, { maxAge: "1h", index: false });
  return (request, response, next) => (names.has(request.path) ? serve(request, response, next) : next());
}

/** The last resort, for what fails outside Remix: a malformed address or host, a broken body. Nothing of it is shown. */
const answerFault: ErrorRequestHandler = (error: { status?: number; code?: string }, _request, response, next) => {
  if (response.headersSent) return next(error);
  const isUnreadable = error.code === "ERR_INVALID_URL" || (error.status && error.status >= 400 && error.status < 500);
  const status = isUnreadable ? (error.status ?? 400) : 500;
  if (status === 500) log.error({ err: error }, "a request failed outside the pages");
  response.status(status).type("text/plain").send(status === 500 ? "Something went wrong on our side.\n" : "This request can't be read.\n");
};

/** Listens, or throws a StartFailure with one clear line. */
export function listen(app: Express, { host, port }: Pick<Env, "host" | "port">): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 60_000 }, app);
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(new StartFailure(`Port ${port} is in use. Stop what uses it, or choose another one with PORT.`));
      else if (error.code === "EACCES") reject(new StartFailure(`Port ${port} may not be used by this account. Choose one above 1023 with PORT.`));
      else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") reject(new StartFailure("HOST names no address of this machine."));
      else reject(error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

/**
 * Takes no new connections, answers what comes on those that are open and lets them go, and closes
 * what is left after `patience` ms. Without it a proxy that keeps its connections busy would hold the
 * process until then.
 */
export function stopListening(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener("request", (_request, response) => {
      response.shouldKeepAlive = false;
    });
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const impatient = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}
