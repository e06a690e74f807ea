import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, disconnect, query, transaction } from "~/kernel/db.server";
import { queueMail } from "~/kernel/mail/outbox.server";
import { sql } from "~/kernel/sql";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { openStream } from "../attacks/support/live-stream";
import { send } from "../attacks/support/sending";
import { startApp } from "../support/app";
import { DESKTOP, signIn, useBrowser } from "../support/browser";
import { cookieOf, useTwoProcesses } from "../support/two-processes";

/** The promise: from the administrator's press until nothing of the leaver's is open any more. */
const OUT_WITHIN_MS = 5_000;
const LEAVER = "employee@aurora.example";
const SUBJECT = "Something that waited";

const browser = useBrowser();
const processes = useTwoProcesses();
beforeAll(() => connect(processes.databaseUrl));
afterAll(disconnect);

const isIn = async (url: string, cookie: string) => (await send(url, "/wins", { cookie })).status === 200;

async function queue(email: string): Promise<void> {
  const [person] = await query<{ id: string }>(sql`SELECT id FROM person WHERE email = ${email}::citext`);
  const words = { template: "password-reset", language: "en", subject: SUBJECT, html: "<p>Words</p>", text: "Words" };
  await transaction((tx) => queueMail(tx, { ...words, to: { personId: person!.id, address: email } }));
}

const mails = () => query<{ address: string; status: string }>(sql`
  SELECT o.address, o.status::text AS status FROM mail_outbox o JOIN mail_content c ON c.id = o.content_id WHERE c.subject = ${SUBJECT}::text ORDER BY 1`);

it("is out of two processes within five seconds: the open page, the streams, the sessions and the mail that waited", async () => {
  const { one, other, databaseUrl, dataFolder } = processes;
  const page = await browser.open({ ...DESKTOP, baseURL: other.url, tolerate: /ERR_|Failed to load resource/ });
  await signIn(page, LEAVER, DEMO_PASSWORD);
  await page.goto("/wins");
  await page.getByRole("button", { name: "Pause live updates" }).waitFor();
  const cookies = [await cookieOf(one.url, "employee"), await cookieOf(other.url, "employee")];
  const streams = await Promise.all([openStream(one.url, cookies[0]!), openStream(other.url, cookies[1]!)]);
  await queue(LEAVER);
  await queue("approver@aurora.example");
  const administrator = await cookieOf(one.url, "admin");
  const [leaver] = await query<{ id: string }>(sql`SELECT id FROM person WHERE email = ${LEAVER}::citext`);

  const began = Date.now();
  expect((await send(one.url, `/admin/people/${leaver!.id}/leaving`, { form: { act: "leave" }, cookie: administrator })).status).toBe(302);
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
  const worker = await startApp({ mode: "worker", databaseUrl, dataFolder });
  await expect.poll(mails, { timeout: 20_000 }).toEqual([
    { address: "approver@aurora.example", status: "sent" },
    { address: LEAVER, status: "cancelled" },
  ]).finally(() => worker.stop());
  expect((await send(other.url, "/sign-in", { form: { identifier: LEAVER, password: DEMO_PASSWORD } })).status).toBe(422);
}, 120_000);
