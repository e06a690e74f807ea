import { beforeAll, describe, expect, it } from "vitest";
import { printCards } from "~/domain/people/joining/cards.server";
import { findCardHolder, findInvited, joinByCard, joinByLink } from "~/domain/people/joining/entering.server";
import { invitePeople } from "~/domain/people/joining/inviting.server";
import { describeJoining } from "~/domain/people/joining/progress.server";
import { listHelped, listOwnResets, resetSignIn } from "~/domain/people/joining/resetting.server";
import { deactivatePerson } from "~/domain/people/leaving.server";
import { grantRole } from "~/domain/people/roles.server";
import { createDepartment } from "~/domain/people/departments.server";
import { findSignedIn } from "~/domain/people/sessions.server";
import { MOST_WRONG_PINS, verifyPin } from "~/domain/people/signing-in/pins.server";
import { verifySignIn } from "~/domain/people/signing-in/signing-in.server";
import { after, DAY, useClock } from "~/kernel/clock";
import { prisma } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../../support/database";
import { scanCode } from "../../../support/scan-code";
import { actorOf, foundAurora, join, signInOnDevice } from "../world";

useDatabase();
let admin: Actor;
let rootId: string;
let shopsId: string;
beforeAll(async () => {
  ({ admin, rootId } = await foundAurora());
  shopsId = await createDepartment(admin, { name: "Shops", parentId: rootId });
});

let number = 60_000;
async function driver(over: object = {}) {
  const personnelNumber = String(++number);
  return { id: await join(admin, { departmentId: shopsId, email: null, personnelNumber, ...over }), personnelNumber };
}
const one = (id: string) => ({ person: [id], department: undefined });
const noMatch = expect.objectContaining({ fields: { "": "joining:card.noMatch" } });
const PIN = "394817";

describe("a card", () => {
  it("lets exactly its person in, once, with the number, a PIN and the language chosen first", async () => {
    const { id, personnelNumber } = await driver();
    const other = await driver();
    const [card] = await printCards(admin, one(id));
    const { code } = card!;
    expect(JSON.stringify(await prisma.joinCode.findMany())).not.toContain(code);
    await expect(joinByCard({ personnelNumber: other.personnelNumber, code, pin: PIN }, "ro")).rejects.toEqual(noMatch);
    await expect(joinByCard({ personnelNumber: "nobody", code, pin: PIN }, "ro")).rejects.toEqual(noMatch);
    await expect(joinByCard({ personnelNumber, code, pin: "123456" }, "ro")).rejects.toMatchObject({ fields: { pin: "joining:pin.tooEasy" } });
    const tries = await Promise.allSettled([1, 2, 3].map(() => joinByCard({ personnelNumber, code: code.toUpperCase().replaceAll("-", " "), pin: PIN }, "ro")));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await actorOf(id)).language).toBe("ro");
    expect(await verifySignIn({ identifier: personnelNumber, password: "39 48 17" })).toEqual({ personId: id });
    await expect(findCardHolder({ personnelNumber, code })).rejects.toEqual(noMatch);
  });

  it("carries its code behind the # of the address, drawn so that a phone reads it", async () => {
    const { id } = await driver();
    const [card] = await printCards(admin, one(id));
    const address = scanCode(card!.qr);
    expect(new URL(address).pathname).toBe("/join");
    expect(new URL(address).search).toBe("");
    expect(new URL(address).hash).toBe(`#${card!.code}`);
  });

  it("ends when a newer one is printed, when it is too old, and with its person", async () => {
    const { id, personnelNumber } = await driver();
    const [older] = await printCards(admin, one(id));
    const [newer] = await printCards(admin, one(id));
    await expect(findCardHolder({ personnelNumber, code: older!.code })).rejects.toEqual(noMatch);
    const later = after(15 * DAY);
    const back = useClock({ now: () => later });
    await expect(findCardHolder({ personnelNumber, code: newer!.code })).rejects.toEqual(noMatch);
    back();
    expect((await findCardHolder({ personnelNumber, code: newer!.code })).personId).toBe(id);
    await deactivatePerson(admin, id);
    await expect(findCardHolder({ personnelNumber, code: newer!.code })).rejects.toEqual(noMatch);
  });

  it("is an administrator's to print, and stands in the audit without its code", async () => {
    const { id } = await driver();
    await expect(printCards(await actorOf(id), one(id))).rejects.toBeInstanceOf(Forbidden);
    const [card] = await printCards(admin, one(id));
    const entries = await prisma.auditEntry.findMany({ where: { subjectId: id, action: "cards.printed" } });
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(card!.code);
  });
});

describe("an invitation", () => {
  it("reaches whoever has a mail address and can't sign in yet, with a link that works once", async () => {
    const department = await createDepartment(admin, { name: "Invited", parentId: rootId });
    const personId = await join(admin, { departmentId: department });
    await driver({ departmentId: department });
    const before = await describeJoining(admin, { department });
    expect(before.counts).toMatchObject({ joined: 0, invited: 0, notInvited: 2, withMail: 1, forCards: 1 });
    expect(await invitePeople(admin, { person: [], department })).toBe(1);
    const first = await linkOf(personId);
    expect(await invitePeople(admin, { person: [], department })).toBe(1);
    const second = await linkOf(personId);
    expect(await findInvited(first)).toBeNull();
    expect((await describeJoining(admin, { department })).people.find(({ id }) => id === personId)).toMatchObject({ way: "mail", hasExpired: false });
    await joinByLink(second, "rye and caraway seeds", "en");
    await expect(joinByLink(second, "rye and caraway seeds", "en")).rejects.toMatchObject({ fields: { "": "joining:link.expired" } });
    expect((await describeJoining(admin, { department })).counts).toMatchObject({ joined: 1, notInvited: 1, withMail: 0 });
    await expect(invitePeople(admin, { person: [], department })).rejects.toMatchObject({ fields: { "": "admin-joining:error.nobodyToInvite" } });
  });
});

async function linkOf(personId: string): Promise<string> {
  const newest = await prisma.mailOutbox.findFirstOrThrow({ where: { personId }, orderBy: { createdAt: "desc" } });
  return new URL((newest.params as { link: string }).link).searchParams.get("token")!;
}

describe("guessing a PIN", () => {
  it("ends after ten wrong ones in a row, alike for numbers that exist and numbers that do not, until a new card", async () => {
    const { id, personnelNumber } = await driver();
    const [card] = await printCards(admin, one(id));
    await joinByCard({ personnelNumber, code: card!.code, pin: PIN }, "it");
    const answers = async (who: string) => Promise.all(Array.from({ length: MOST_WRONG_PINS + 5 }, () => verifyPin(who, "739158")));
    for (const who of [personnelNumber, "99999999"]) {
      const all = await answers(who);
      expect(all.filter((answer) => answer === "wrong")).toHaveLength(MOST_WRONG_PINS);
      expect(all.filter((answer) => answer === "locked")).toHaveLength(5);
    }
    expect(await verifyPin(personnelNumber, PIN)).toBe("locked");
    const fresh = await resetSignIn(admin, id);
    await joinByCard({ personnelNumber, code: fresh.code, pin: "582914" }, "it");
    expect(await verifyPin(personnelNumber, "582914")).toEqual({ personId: id });
  });

  it("is forgotten with the right one", async () => {
    const { id, personnelNumber } = await driver();
    const [card] = await printCards(admin, one(id));
    await joinByCard({ personnelNumber, code: card!.code, pin: PIN }, "it");
    for (let round = 0; round < 3; round++) {
      for (let wrong = 0; wrong < MOST_WRONG_PINS - 1; wrong++) expect(await verifyPin(personnelNumber, "739158")).toBe("wrong");
      expect(await verifyPin(personnelNumber, PIN)).toEqual({ personId: id });
    }
  });
});

describe("a reset by a supervisor", () => {
  it("ends PIN and devices, gives a card, and is seen by its person and the audit", async () => {
    const leaderId = await join(admin, { departmentId: rootId });
    await grantRole(admin, leaderId, { role: "leader", departmentId: shopsId });
    const leader = await actorOf(leaderId);
    const { id, personnelNumber } = await driver();
    const [card] = await printCards(admin, one(id));
    await joinByCard({ personnelNumber, code: card!.code, pin: PIN }, "it");
    const session = await signInOnDevice(id);
    expect((await listHelped(leader, { q: personnelNumber })).people.map((person) => Object.keys(person).sort())).toEqual([["departmentName", "familyName", "givenName", "id", "personnelNumber"]]);
    const fresh = await resetSignIn(leader, id);
    expect(await findSignedIn(session)).toBeNull();
    expect(await verifyPin(personnelNumber, PIN)).toBe("wrong");
    expect(await listOwnResets(await actorOf(id))).toMatchObject([{ by: `${leader.givenName} ${leader.familyName}` }]);
    expect(await prisma.auditEntry.count({ where: { subjectId: id, action: "sign-in.reset", actorId: leader.id } })).toBe(1);
    expect((await findCardHolder({ personnelNumber, code: fresh.code })).personId).toBe(id);
  });

  it("is not found for people elsewhere, with mail, with a role, who left, and oneself", async () => {
    const leaderId = (await driver()).id;
    await grantRole(admin, leaderId, { role: "leader", departmentId: shopsId });
    const leader = await actorOf(leaderId);
    const elsewhere = await driver({ departmentId: rootId });
    const withMail = await join(admin, { departmentId: shopsId });
    const withRole = await driver();
    await grantRole(admin, withRole.id, { role: "publisher", departmentId: shopsId });
    const gone = await driver();
    await deactivatePerson(admin, gone.id);
    for (const id of [elsewhere.id, withMail, withRole.id, gone.id, leaderId]) await expect(resetSignIn(leader, id)).rejects.toBeInstanceOf(NotFound);
    await expect(resetSignIn(await actorOf(elsewhere.id), withMail)).rejects.toBeInstanceOf(NotFound);
  });
});

it("leaves nothing of a leaver to come in with", async () => {
  const { id, personnelNumber } = await driver();
  const [card] = await printCards(admin, one(id));
  await joinByCard({ personnelNumber, code: card!.code, pin: PIN }, "it");
  await prisma.passkey.create({ data: { personId: id, credentialId: `key-${id}`, publicKey: new Uint8Array([1]), counter: 0, name: "Phone", createdAt: new Date() } });
  await deactivatePerson(admin, id);
  const left = await Promise.all([prisma.pin.count({ where: { personId: id } }), prisma.passkey.count({ where: { personId: id } }), prisma.joinCode.count({ where: { personId: id } }), prisma.session.count({ where: { personId: id } })]);
  expect(left).toEqual([0, 0, 0, 0]);
  expect(await verifySignIn({ identifier: personnelNumber, password: PIN })).toBe("wrong");
});
