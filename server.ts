import type { ServerBuild } from "@remix-run/node";
import type { Server } from "node:http";
import { listDemoSignIns } from "~/domain/people/demo-sign-ins.server";
import { announceSetUp } from "~/domain/people/set-up.server";
import { connect, disconnect } from "~/kernel/db.server";
import { env, publicUrl, readEnv, setEnv } from "~/kernel/env.server";
import { log } from "~/kernel/log.server";
import { applyMigrations } from "~/kernel/migrations/apply.server";
import { startPostgres } from "~/kernel/postgres/supervisor.server";
import { StartFailure } from "~/kernel/postgres/start-failure";
import { createApp, listen, stopListening } from "~/web/http-server.server";
import { paths } from "~/paths";
import { startWorker } from "~/worker.server";
import { hearLink, LINK_CHANNEL, loadLinks } from "~/domain/shares/redirect/link-index.server";
import { startRedirects } from "~/domain/shares/redirect/redirects.server";
import { LIVE_CHANNEL } from "~/kernel/events.server";
import { startListening } from "~/kernel/listening.server";
import { keepLive, passLiveNotice, refreshEverybody } from "~/web/live.server";
import { DemoCompany, type DemoSize, demoSizeOf, demoSizes, usualSize } from "./prisma/seed/aurora/demo-company";
import { DEMO_PASSWORD, DEMO_PIN } from "./prisma/seed/aurora/people";
import { seedDemo } from "./prisma/seed/demo.server";

/** What one process runs: everything, everything with the demo company, or one of the parts. */
export type Mode = "all" | "demo" | "web" | "worker";

/** Time to finish what is under way before the process ends all the same; ten seconds are promised on a busy machine too. */
const DRAIN_MS = 7_000;

type Stop = () => Promise<void>;

/**
 * Starts one process of Vouch and returns once it serves. It ends by itself on SIGINT or SIGTERM,
 * within ten seconds.
 * @param flags what stood behind the mode on the command line: `--people 2000` for the demo
 */
export async function run(mode: Mode, build: ServerBuild, flags: readonly string[] = []): Promise<void> {
  const stops: Stop[] = [];
  const stop = stopOnce(stops);
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));
  // A fault that nobody handled leaves the process in an unknown state: say so and start anew.
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "an unexpected fault ends this process");
    void stop(1);
  });
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise was rejected unheard"));

  try {
    const size = readSize(mode, flags);
    setEnv(readEnv(process.env, mode === "demo" ? demoFolder(size) : "./data"));
    await openDatabase(mode, size, stops);
    if (mode !== "worker") await serve(mode, size, build, stops);
    if (mode !== "web") stops.push(await startWorker());
    if (mode === "worker") console.log("Vouch works on its queue. Stop it with Ctrl-C.");
  } catch (error) {
    if (!(error instanceof StartFailure)) log.error({ err: error }, "the start failed");
    console.error(error instanceof Error ? error.message : "Vouch could not start.");
    await stop(1);
  }
}

/** @throws StartFailure with one line for flags that mean nothing */
function readSize(mode: Mode, flags: readonly string[]): DemoSize {
  if (flags.length === 0) return usualSize;
  const said = /^--people(?:=|\s+|$)(.*)$/.exec(flags.join(" "));
  if (mode !== "demo" || !said) throw new StartFailure(`"${flags.join(" ").slice(0, 60)}" means nothing here. Only the demo takes a flag: npm run demo -- --people ${demoSizes.at(-1)}`);
  const size = demoSizeOf(said[1]!);
  if (!size) throw new StartFailure(`The demo company has ${listed(demoSizes)} people: npm run demo -- --people ${demoSizes.at(-1)}`);
  return size;
}

/** Every size has its own, so that they live side by side. */
function demoFolder(size: DemoSize): string {
  return size === usualSize ? "./demo-data" : `./demo-data-${size}`;
}

function listed(sizes: readonly number[]): string {
  return `${sizes.slice(0, -1).join(", ")} or ${sizes.at(-1)}`;
}

async function openDatabase(mode: Mode, size: DemoSize, stops: Stop[]): Promise<void> {
  let url = env().databaseUrl;
  if (!url) {
    if (mode === "web" || mode === "worker") throw new StartFailure(`"npm run ${mode}" needs DATABASE_URL. "npm start" brings its own database.`);
    const postgres = await startPostgres({ dataFolder: env().dataFolder, log });
    stops.push(() => postgres.stop());
    url = postgres.url;
  }
  await applyMigrations({ url });
  connect(url);
  stops.push(disconnect);
  if (mode === "demo") await seedDemo(size);
}

async function serve(mode: Mode, size: DemoSize, build: ServerBuild, stops: Stop[]): Promise<void> {
  const listening = await startListening([
    { channel: LIVE_CHANNEL, hear: passLiveNotice, catchUp: refreshEverybody },
    { channel: LINK_CHANNEL, hear: hearLink, catchUp: () => void loadLinks() },
  ]);
  stops.push(() => listening.stop());
  const redirects = startRedirects();
  stops.push(() => redirects.stop());
  const server = await listen(createApp(build), env());
  stops.push(() => stopListening(server, DRAIN_MS));
  const live = keepLive();
  stops.push(async () => live.stop());
  setEnv({ ...env(), port: listeningPort(server) });
  await announce(mode, size);
}

function listeningPort(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : env().port;
}

async function announce(mode: Mode, size: DemoSize): Promise<void> {
  console.log(`\nVouch runs at ${publicUrl()}\n`);
  if (mode === "demo") await announceDemo(new DemoCompany(size));
  else await announceSetUp();
  console.log("Stop with Ctrl-C.");
}

async function announceDemo(company: DemoCompany): Promise<void> {
  console.log("Sign in as");
  for (const { email, jobTitle, departmentName } of await listDemoSignIns()) {
    console.log(`  ${email.padEnd(28)} ${[jobTitle, departmentName].filter(Boolean).join(", ")}`);
  }
  console.log(`\nPassword of all of them: ${DEMO_PASSWORD}`);
  const { pinSignIn } = company.story;
  if (pinSignIn) console.log(`Without a mail address: personnel number ${company.person(pinSignIn).personnelNumber}, PIN ${DEMO_PIN}`);
  console.log(`Mail that leaves can be read at ${publicUrl()}${paths.devMail()}\n`);
}

/** Runs the stops once, the last started first, then ends the process. */
function stopOnce(stops: Stop[]): (code: number) => Promise<void> {
  let stopping: Promise<void> | undefined;
  return (code) =>
    (stopping ??= (async () => {
      setTimeout(() => process.exit(code || 1), DRAIN_MS + 1_500).unref();
      for (const stop of stops.reverse()) {
        await stop().catch((error: unknown) => log.error({ err: error }, "a part did not stop cleanly"));
      }
      process.exit(code);
    })());
}
