import { createHash, timingSafeEqual } from "node:crypto";
import type { Express, RequestHandler, Response } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { env } from "~/kernel/env.server";
import { readOutbox } from "~/kernel/mail/failed.server";
import { readQueueState } from "~/kernel/queue-state.server";

/** What an answer keeps for the metrics. */
interface Answering {
  routeId?: string;
}

/** Of the routes that make up a page, run side by side, the innermost names it: Remix' ids, of which there are few. */
export function noteRoute(response: Response, routeId: string): void {
  const answering = response.locals as Answering;
  if (routeId.length > (answering.routeId?.length ?? 0)) answering.routeId = routeId;
}

/**
 * Figures for Prometheus at /metrics, for whoever knows VOUCH_METRICS_TOKEN; without that setting there
 * is no such page and nothing is measured. Names of routes and states only: no person, no id, no address.
 */
export function serveMetrics(app: Express): void {
  const token = env().metricsToken;
  if (!token) return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "vouch_" });
  app.get("/metrics", requireToken(token), async (_request, response, next) => {
    try {
      response.set("Cache-Control", "no-store").type(registry.contentType).send(await registry.metrics());
    } catch (error) {
      next(error);
    }
  });
  app.use(timeRequests(registry));
  measureQueue(registry);
}

/** Compared by hash, so that neither length nor content shows in the time it takes. */
function requireToken(token: string): RequestHandler {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  const wanted = hash(`Bearer ${token}`);
  return (request, response, next) => {
    if (timingSafeEqual(hash(request.get("Authorization") ?? ""), wanted)) return next();
    response.status(401).set({ "WWW-Authenticate": "Bearer", "Cache-Control": "no-store" }).type("text/plain").send("A token is needed here.\n");
  };
}

function timeRequests(registry: Registry): RequestHandler {
  const durations = new Histogram({
    name: "vouch_request_duration_seconds",
    help: "From the request to the end of its answer, by route",
    labelNames: ["route", "method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return (request, response, next) => {
    const end = durations.startTimer();
    response.on("finish", () => {
      const route = routeOf(request.path, response);
      // A stream lasts as long as its page is open.
      if (route !== "routes/live") end({ route, method: METHODS.has(request.method) ? request.method : "other", status: `${Math.floor(response.statusCode / 100)}xx` });
    });
    next();
  };
}

const METHODS = new Set(["GET", "HEAD", "POST"]);

function routeOf(path: string, response: Response): string {
  const { routeId } = response.locals as Answering;
  if (routeId) return routeId;
  if (path.startsWith("/l/")) return "redirect";
  return path.startsWith("/assets/") ? "assets" : "other";
}

/** Asked of the database when Prometheus asks: any process can answer for all of them. */
function measureQueue(registry: Registry): void {
  const registers = [registry];
  new Gauge({
    name: "vouch_jobs", help: "Jobs: due now, planned for later, and those that used up all their tries", labelNames: ["state"], registers,
    async collect() {
      const { due, later, failed } = await readQueueState();
      for (const [state, count] of Object.entries({ due, later, failed })) this.set({ state }, count);
    },
  });
  new Gauge({
    name: "vouch_jobs_oldest_due_seconds", help: "How long the first due job has been waiting", registers,
    async collect() {
      this.set((await readQueueState()).oldestDueMs / 1000);
    },
  });
  new Gauge({
    name: "vouch_mails", help: "Mails of the last 30 days, by state", labelNames: ["status"], registers,
    async collect() {
      for (const [status, count] of Object.entries((await readOutbox()).counts)) this.set({ status }, count);
    },
  });
}
