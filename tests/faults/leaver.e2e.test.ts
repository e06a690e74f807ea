import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { connect, disconnect, query, transaction } from "~/kernel/db.server";
import { queueMail } from "~/kernel/mail/outbox.server";
import { sql } from "~/kernel/sql";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { openStream } from "../attacks/support/live-stream";
import { startApp, type App } from "../support/app";
import { DESKTOP, signIn, useBrowser } from "../support/browser";
import { createDatabase, type ScratchDatabase } from "../support/database";

/** The promise: from the administrator's press until nothing of the leaver's is open any more. */
const OUT_WITHIN_MS = 5_000;
const LEAVER = "employee@aurora.example";
const SUBJECT = "Something that waited";

const browser = useBrowser();
let database: ScratchDatabase;
let folder: string;
let one: App, other: App;

beforeAll(async () => {
  database = await createDatabase({ template: inject("demoDatabase") });
  folder = await mkdtemp(path.join(tmpdir(), "vouch-leaver-"));
  const start = () => startApp({ mode: "web", databaseUrl: database.url, dataFolder: folder });
  [one, other] = await Promise.all([start(), start()]);
  connect(database.url);
});
afterAll(async () => {
  await Promise.all([one?.stop(), other?.stop()]);
  await disconnect();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function send(url: string, address: string, fields: Record<string, string>, cookie = ""): Promise<Response> {
  const headers = { Origin: url, Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" };
  return fetch(url + address, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) });
}

async function signedIn(url: string, identifier: string): Promise<string> {
  const response = await send(url, "/sign-in", { identifier, password: DEMO_PASSWORD });
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

const isIn = async (url: string, cookie: string) => (await fetch(`${url}/wins`, { headers: { Cookie: cookie }, redirect: "manual" })).status === 200;

async function queue(email: string): Promise<void> {
  const [person] = await query<{ id: string }>(sql`SELECT id FROM person WHERE email = ${email}::citext`);
  const words = { template: "password-reset", language: "en", subject: SUBJECT, html: "<p>Words</p>", text: "Words" };
  await transaction((tx) => queueMail(tx, { ...words, to: { personId: person!.id, address: email } }));
}

const mails = () => query<{ address: string; status: string }>(sql`
  SELECT o.address, o.status::text AS status FROM mail_outbox o JOIN mail_content c ON c.id = o.content_id WHERE c.subject = ${SUBJECT}::text ORDER BY 1`);

it("is out of two processes within five seconds: the open page, the streams, the sessions and the mail that waited", async () => {
  const page = await browser.open({ ...DESKTOP, baseURL: other.url, tolerate: /ERR_|Failed to load resource/ });
  await signIn(page, LEAVER, DEMO_PASSWORD);
  await page.goto("/wins");
  await page.getByRole("button", { name: "Pause live updates" }).waitFor();
  const cookies = [await signedIn(one.url, LEAVER), await signedIn(other.url, LEAVER)];
  const streams = await Promise.all([openStream(one.url, cookies[0]!), openStream(other.url, cookies[1]!)]);
  await queue(LEAVER);
  await queue("approver@aurora.example");
  const administrator = await signedIn(one.url, "admin@aurora.example");
  const [leaver] = await query<{ id: string }>(sql`SELECT id FROM person WHERE email = ${LEAVER}::citext`);

  const began = Date.now();
  expect((await send(one.url, `/admin/people/${leaver!.id}/leaving`, { act: "leave" }, administrator)).status).toBe(302);
  for (const url of [one.url, other.url]) for (const cookie of cookies) expect(await isIn(url, cookie)).toBe(false);
  expect(await mails()).toEqual([
    { address: "approver@aurora.example", status: "queued" },
    { address: LEAVER, status: "cancelled" },
  ]);
  for (const { ended } of streams) expect((await ended) - began).toBeLessThan(OUT_WITHIN_MS);
  await page.locator("[name=password]").waitFor({ timeout: OUT_WITHIN_MS });
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  expect(Date.now() - began).toBeLessThan(OUT_WITHIN_MS);

  // A worker that comes afterwards sends what waited for others, and nothing to the leaver.
  const worker = await startApp({ mode: "worker", databaseUrl: database.url, dataFolder: folder });
  await expect.poll(mails, { timeout: 20_000 }).toEqual([
    { address: "approver@aurora.example", status: "sent" },
    { address: LEAVER, status: "cancelled" },
  ]).finally(() => worker.stop());
  expect((await send(other.url, "/sign-in", { identifier: LEAVER, password: DEMO_PASSWORD })).status).toBe(422);
}, 120_000);
