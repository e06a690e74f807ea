import { afterEach, describe, expect, it } from "vitest";
import { storePassword } from "~/domain/people/credentials.server";
import { hashPassword } from "~/domain/people/password-hashing.server";
import { query, transaction } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { signedIn } from "./support/company";
import { openStream, type LiveStream } from "./support/live-stream";
import { leadsTo, send } from "./support/sending";
import { useSystem } from "./support/system";

const PASSWORD = "tre gatti sul tetto 9";
const system = useSystem({
  processes: 2,
  prepare: async ({ people }) => {
    const hash = await hashPassword(PASSWORD);
    for (const { id } of [people.employee, people.colleague]) await transaction((tx) => storePassword(tx, id, hash));
  },
});

const streams: LiveStream[] = [];
afterEach(() => streams.splice(0).forEach((stream) => stream.close()));

const [one, other] = [() => system.apps[0]!.url, () => system.apps[1]!.url];
const isIn = async (base: string, cookie: string) => leadsTo(await send(base, "/settings", { cookie })) === null;

async function signIn(base: string, cookie?: string): Promise<string> {
  const { email } = system.company.people.employee;
  const answer = await send(base, "/sign-in", { cookie, form: { identifier: email!, password: PASSWORD } });
  expect(answer.status).toBe(302);
  // A cookie that was no session's is taken back first; the last one counts.
  const set = [answer.headers["set-cookie"] ?? []].flat().findLast((value) => value.startsWith("vouch="));
  expect(set).toMatch(/; HttpOnly/);
  expect(set).toMatch(/; SameSite=Lax/);
  return set!.split(";")[0]!;
}

async function listen(base: string, cookie: string): Promise<LiveStream> {
  const stream = await openStream(base, cookie);
  streams.push(stream);
  expect(stream.status).toBe(200);
  return stream;
}

/** The stream ends within a second of now; a browser that comes back finds itself signed out. */
async function expectToEnd(stream: LiveStream, since: number): Promise<void> {
  const late = new Promise<number>((resolve) => setTimeout(() => resolve(Infinity), 5_000).unref());
  expect((await Promise.race([stream.ended, late])) - since).toBeLessThan(1_000);
}

describe("a session", () => {
  it("is a new one at every sign-in: a planted cookie is worth nothing", async () => {
    const planted = `vouch=${"abcdefgh".repeat(5)}`;
    const mine = await signIn(one(), planted);
    expect(mine).not.toBe(planted);
    expect(await isIn(other(), mine)).toBe(true);
    expect(await isIn(one(), planted)).toBe(false);
  });

  it("that was in use ends with the next sign-in, in every process", async () => {
    const first = await signIn(one());
    const second = await signIn(other(), first);
    expect(second).not.toBe(first);
    expect([await isIn(one(), first), await isIn(other(), first), await isIn(one(), second)]).toEqual([false, false, true]);
  });

  it("is refused when anything in it was changed", async () => {
    const mine = await signIn(one());
    const token = mine.slice("vouch=".length);
    const tampered = [...Array.from({ length: 40 }, (_, at) => token.slice(0, at) + (token[at] === "a" ? "b" : "a") + token.slice(at + 1)), token.toUpperCase(), token.slice(1), `${token}a`, `${token} `, encodeURIComponent(`${token}\0`), `"${token}"`, [...token].reverse().join("")];
    for (const [index, value] of tampered.entries()) {
      const isSame = value.trim() === token;
      if (!isSame) expect(await isIn(index % 2 ? one() : other(), `vouch=${value}`), value).toBe(false);
    }
    expect(await isIn(one(), mine)).toBe(true);
  });

  it("is refused once it is over, and what is stored can't be used as one", async () => {
    const mine = await signIn(one());
    const [row] = await query<{ id: string }>(sql`SELECT id FROM session ORDER BY created_at DESC LIMIT 1`);
    expect(await isIn(one(), `vouch=${row!.id}`)).toBe(false);
    expect(await isIn(one(), `vouch=${row!.id.slice(0, 40)}`)).toBe(false);
    await query(sql`UPDATE session SET expires_at = now() - interval '1 second' WHERE id = ${row!.id}`);
    expect([await isIn(one(), mine), await isIn(other(), mine)]).toEqual([false, false]);
  });

  it("ends everywhere with sign-out, and its stream with it", async () => {
    const mine = await signIn(one());
    const stream = await listen(other(), mine);
    const since = Date.now();
    expect(leadsTo(await send(one(), "/sign-out", { cookie: mine, form: {} }))).toBe("/sign-in");
    expect(await isIn(other(), mine)).toBe(false);
    await expectToEnd(stream, since);
  });

  it("of the others ends with a change of password, and the one in use gets a new token", async () => {
    const mine = await signIn(one());
    const elsewhere = await signIn(other());
    const stream = await listen(other(), elsewhere);
    const since = Date.now();
    const answer = await send(one(), "/settings/password", { cookie: mine, form: { current: PASSWORD, password: PASSWORD } });
    expect(answer.status).toBe(302);
    await expectToEnd(stream, since);
    const renewed = [answer.headers["set-cookie"] ?? []].flat().find((value) => value.startsWith("vouch="))!.split(";")[0]!;
    expect([await isIn(other(), elsewhere), await isIn(other(), mine), await isIn(other(), renewed)]).toEqual([false, false, true]);
  });

  it("loses a role's rights in every process as soon as the role is taken", async () => {
    const { shopsPublisher } = system.company.people;
    const cookie = system.cookies.shopsPublisher;
    expect((await send(other(), "/studio/messages", { cookie })).status).toBe(200);
    const [grant] = await query<{ id: string }>(sql`SELECT id FROM role_grant WHERE person_id = ${shopsPublisher.id}::uuid`);
    const revoked = await send(one(), `/admin/people/${shopsPublisher.id}/roles`, { cookie: system.cookies.administrator, form: { grantId: grant!.id } });
    expect(revoked.status).toBe(302);
    expect((await send(other(), "/studio/messages", { cookie })).status).toBe(404);
  });

  it("ends everywhere within a second when its person leaves, and can't be opened again", async () => {
    const { colleague } = system.company.people;
    const cookies = [system.cookies.colleague, await signedIn(colleague)];
    const open = await Promise.all([listen(one(), cookies[0]!), listen(other(), cookies[1]!)]);
    const since = Date.now();
    const left = await send(one(), `/admin/people/${colleague.id}/leaving`, { cookie: system.cookies.administrator, form: { act: "leave" } });
    expect(left.status).toBe(302);
    for (const stream of open) await expectToEnd(stream, since);
    for (const base of [one(), other()]) for (const cookie of cookies) expect(await isIn(base, cookie)).toBe(false);
    const again = await send(other(), "/sign-in", { form: { identifier: colleague.email!, password: PASSWORD } });
    expect(again.status).toBe(422);
    expect(system.complaints()).toEqual([]);
  });
});
