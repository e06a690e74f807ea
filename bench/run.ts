import { FULL, QUICK } from "./data/sizes";
import { generate, type Counts } from "./data/generate";
import { bytes } from "./goals/bytes";
import { details } from "./goals/details";
import { feed } from "./goals/feed";
import type { Goal, Measurement, Stage } from "./goals/goal";
import { home } from "./goals/home";
import { lighthouse } from "./goals/lighthouse";
import { memory } from "./goals/memory";
import { pages } from "./goals/pages";
import { publish } from "./goals/publish";
import { redirect } from "./goals/redirect";
import { statements } from "./goals/statements";
import { describeMachine } from "./measure/machine";
import { readOptions, type Options } from "./options";
import { asMarkdown, asText, writeJson } from "./report";
import { buildFloors, buildProduct, loadProduct } from "./stage/build";
import { cleanUp, cleanUpOnSignals, isStopped, onEnd } from "./stage/cleanup";
import { connectTo, startDatabase } from "./stage/database";
import { startServer } from "./stage/processes";

/** In this order: memory wants a process that has served much, and the feed's last goal throws messages away. */
const MEASUREMENTS: Measurement[] = [bytes, home, details, pages, redirect, publish, memory, statements, lighthouse, feed];

const LEFT_OUT = [
  "Not measured here: topic pages, pulse results and team totals, which Vouch does not have yet. That the other pages reach 0.4 × F1 is an aim of this bench's own.",
];

const say = (line: string) => console.error(`… ${line}`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), MEASUREMENTS.map(({ name }) => name));
  cleanUpOnSignals();
  const measuredAt = new Date().toISOString();
  const { stage, counts } = await setUp(options);
  const { goals, failed } = await measureAll(stage, options.only);
  const { isQuick, rounds } = options;
  const report = { measuredAt, isQuick, rounds, machine: describeMachine(stage.database.version), data: counts, goals, leftOut: LEFT_OUT };
  if (options.json) await writeJson(options.json, report);
  console.log(`\n${options.isMarkdown ? asMarkdown(report) : asText(report)}`);
  if (failed.length > 0) throw new Error(`Could not be measured: ${failed.join("; ")}`);
}

async function setUp({ isQuick, rounds, folder }: Options): Promise<{ stage: Stage; counts: Counts }> {
  buildProduct(say);
  buildFloors(say);
  say("starting PostgreSQL");
  const database = await startDatabase(folder);
  // The product's modules read their settings from here; its own process gets the same below.
  const settings = { DATABASE_URL: database.url, VOUCH_DATA: `${database.folder}/data`, LOG_LEVEL: "error" };
  Object.assign(process.env, settings, { NODE_ENV: "production" });
  const product = await loadProduct();
  await product.applyMigrations({ url: database.url });
  const { readers, counts } = await generate(database.client, isQuick ? QUICK : FULL, say);
  product.connect(database.url);
  onEnd(() => product.disconnect());
  say("the leader's nightly figures");
  await product.takeSnapshot();

  say("starting the servers");
  const web = await startServer("The web process", ["scripts/start.mjs", "web"], { ...settings, HOST: "127.0.0.1", PORT: "0" });
  const floors = await startServer("The floor of pages", ["bench/floors/remix/server.mjs"], { DATABASE_URL: database.url });
  const redirectFloor = await startServer("The floor of redirects", ["bench/floors/redirect.mjs"], { DATABASE_URL: database.url });
  const floorClient = await connectTo(database.url);
  return { stage: { database, floorClient, product, web, floors, redirectFloor, readers, isQuick, rounds, say }, counts };
}

/** One that fails does not keep the others from being made. */
async function measureAll(stage: Stage, only: string[]): Promise<{ goals: Goal[]; failed: string[] }> {
  const goals: Goal[] = [];
  const failed: string[] = [];
  for (const { name, measure } of MEASUREMENTS) {
    if (only.length > 0 && !only.includes(name)) continue;
    try {
      goals.push(...(await measure(stage)));
    } catch (error) {
      if (isStopped()) throw error;
      failed.push(`${name} (${error instanceof Error ? error.message : String(error)})`);
      console.error(error);
    }
  }
  return { goals, failed };
}

main()
  .catch((error: unknown) => {
    if (!isStopped()) console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(cleanUp)
  // The one who was told to stop ends the process, once everything is undone.
  .finally(() => isStopped() || process.exit());
