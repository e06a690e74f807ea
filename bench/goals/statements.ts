import path from "node:path";
import { readFile, readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../measure/statistics";
import { startStatementProxy, type StatementProxy } from "../measure/statement-proxy";
import { root, startServer, type Running } from "../stage/processes";
import type { Goal, Measurement, Stage } from "./goal";

const MOST = 6;
const REQUESTS = 6;
/** Shown one by one. */
const STORY = ["/", "/messages/:id", "/share/:id", "/share/:id/new"];

/**
 * Statements of every page of the route table, counted on the wire between a process of its own and the database, for
 * somebody with every role. Pages whose address needs what this data does not hold answer otherwise and are named.
 */
export const statements: Measurement = {
  name: "statements",
  async measure(stage) {
    stage.say("statements per page");
    const proxy = await startStatementProxy(stage.database.url);
    const folder = path.join(stage.database.folder, "counting");
    const web = await startServer("The web process behind the counter", ["scripts/start.mjs", "web"], {
      DATABASE_URL: proxy.url, VOUCH_DATA: folder, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "error",
    });
    try {
      await isQuiet(proxy);
      return await countPages(stage, web, proxy);
    } finally {
      await web.stop();
    }
  },
};

async function countPages(stage: Stage, web: Running, proxy: StatementProxy): Promise<Goal[]> {
  const pages: { pattern: string; statements: number }[] = [];
  const left: string[] = [];
  for (const pattern of await pagePatterns()) {
    const address = await addressOf(stage, pattern);
    const counted = address && (await countStatements(web, proxy, address, stage.readers[0]!.cookie));
    if (!counted) left.push(pattern);
    else pages.push({ pattern, statements: counted });
  }
  if (left.length > 0) stage.say(`not counted, as they answer no page here: ${left.join(", ")}`);
  pages.sort((a, b) => b.statements - a.statements);
  const most = pages[0]?.statements ?? NaN;
  const dearest = pages.filter(({ statements }) => statements === most).map(({ pattern }) => pattern);
  return [
    ...pages.filter(({ pattern, statements }) => statements > MOST || STORY.includes(pattern)).map(({ pattern, statements }) => goalOf(`statements of ${pattern}`, statements)),
    { ...goalOf(`statements per page, the most of ${pages.length} pages`, most), note: dearest.join(", ") },
  ];
}

function goalOf(goal: string, figure: number): Goal {
  return { goal, unit: "", figure, floor: null, ratio: null, aim: `≤ ${MOST}`, holds: figure <= MOST };
}

/**
 * The middle one of five requests after a first one, signed in or, for pages before that, as nobody; null when neither
 * answers a page. What the process does by the hour falls into one of them and is not the request's.
 */
async function countStatements(web: Running, proxy: StatementProxy, address: string, cookie: string): Promise<number | null> {
  const visitors: Record<string, string>[] = [{ cookie }, {}];
  for (const headers of visitors) {
    const counted: number[] = [];
    for (let request = 0; request < REQUESTS; request++) {
      const before = await isQuiet(proxy);
      if (!(await answersPage(web.url + address, headers))) break;
      counted.push((await isQuiet(proxy)) - before);
    }
    if (counted.length === REQUESTS) return median(counted.slice(1));
  }
  return null;
}

async function answersPage(url: string, headers: Record<string, string>): Promise<boolean> {
  const asked = new AbortController();
  const response = await fetch(url, { headers: { ...headers, accept: "text/html" }, redirect: "manual", signal: asked.signal });
  if (response.status !== 200 || !response.headers.get("content-type")?.startsWith("text/html")) {
    // What is no page may never end (live updates).
    asked.abort();
    return false;
  }
  await response.arrayBuffer();
  return true;
}

/** Waits until no statement passes any more. @returns how many have passed */
async function isQuiet(proxy: StatementProxy): Promise<number> {
  for (let [seen, since] = [proxy.count(), Date.now()]; ; await sleep(10)) {
    if (proxy.count() !== seen) [seen, since] = [proxy.count(), Date.now()];
    else if (Date.now() - since > 150) return seen;
  }
}

interface ManifestRoute {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
}

/** "/messages/:id" and so on, from the route table that the build hands to browsers. */
async function pagePatterns(): Promise<string[]> {
  const folder = path.join(root, "build", "client", "assets");
  const file = (await readdir(folder)).find((name) => /^manifest-.*\.js$/.test(name));
  if (!file) throw new Error("The build has no manifest of its routes.");
  const text = await readFile(path.join(folder, file), "utf8");
  const { routes } = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as { routes: Record<string, ManifestRoute> };
  const parents = new Set(Object.values(routes).map(({ parentId }) => parentId));
  const pathOf = (route: ManifestRoute | undefined): string => (route ? pathOf(routes[route.parentId ?? ""]) + (route.path ? `/${route.path}` : "") : "");
  const pages = Object.values(routes).filter(({ id, index }) => index || !parents.has(id));
  return [...new Set(pages.map((route) => pathOf(route) || "/"))].sort();
}

/** What stands for a parameter, by the place before it. */
const EXAMPLES: Record<string, string> = {
  messages: "SELECT message_id AS id FROM message_audience WHERE department_id = bench.id('department', 0) ORDER BY published_at DESC LIMIT 1",
  share: "SELECT post_id AS id FROM post_audience WHERE department_id = bench.id('department', 0) ORDER BY approved_at DESC LIMIT 1",
  library: "SELECT id FROM post ORDER BY created_at DESC LIMIT 1",
  "handed-over": "SELECT id FROM share WHERE person_id = bench.id('person', 0) ORDER BY handed_over_at DESC LIMIT 1",
  wins: "SELECT bench.id('win', 1) AS id",
  insights: "SELECT id FROM insights_item ORDER BY started_at DESC LIMIT 1",
  people: "SELECT bench.id('person', 7) AS id",
  departments: "SELECT bench.id('department', 1) AS id",
};

async function addressOf({ database }: Stage, pattern: string): Promise<string | null> {
  const segments = pattern.split("/");
  for (const [at, segment] of segments.entries()) {
    if (!/^[:*$]/.test(segment)) continue;
    const example = EXAMPLES[segments[at - 1] ?? ""];
    const id = example && (await database.client.query<{ id: string }>(example)).rows[0]?.id;
    if (!id) return null;
    segments[at] = id;
  }
  return segments.join("/");
}
