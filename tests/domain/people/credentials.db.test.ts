import { beforeAll, describe, expect, it } from "vitest";
import { changePassword, issuePassword, verifyPassword } from "~/domain/people/credentials.server";
import { deactivatePerson } from "~/domain/people/leaving.server";
import { isResetUsable, requestPasswordReset, resetPassword, sendPasswordReset } from "~/domain/people/password-reset.server";
import { findSignedIn } from "~/domain/people/sessions.server";
import { HOUR, MINUTE, useClock } from "~/kernel/clock";
import { prisma } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { actorOf, foundAurora, join, signInOnDevice } from "./world";

useDatabase();
let admin: Actor;
let rootId: string;
beforeAll(async () => {
  ({ admin, rootId } = await foundAurora());
});

/** The token in the newest mail with a link to a new password. */
async function mailedToken(personId: string): Promise<string> {
  const mail = await prisma.mailOutbox.findFirstOrThrow({ where: { personId, content: { template: "password-reset" } }, orderBy: { createdAt: "desc" } });
  return new URL((mail.params as { link: string }).link).searchParams.get("token") ?? "";
}

async function askForLink(personId: string): Promise<string> {
  await sendPasswordReset(personId, crypto.randomUUID());
  return mailedToken(personId);
}

const expired = expect.objectContaining({ fields: { "": "auth:newPassword.expired" } });

describe("signing in", () => {
  let personId: string;
  let password: string;
  beforeAll(async () => {
    personId = await join(admin, { departmentId: rootId, email: "Marco.Bianchi@aurora.example", personnelNumber: "10008" });
    password = await issuePassword(admin, personId);
  });

  it("takes the mail address in any case, or the personnel number", async () => {
    expect(await verifyPassword({ identifier: "marco.BIANCHI@aurora.example", password })).toBe(personId);
    expect(await verifyPassword({ identifier: "10008", password })).toBe(personId);
    expect(await verifyPassword({ identifier: "10008", password: `${password}x` })).toBeNull();
    expect(await verifyPassword({ identifier: "10009", password })).toBeNull();
    expect(await verifyPassword({ identifier: "%", password })).toBeNull();
  });

  it("ends with leaving", async () => {
    const leaver = await join(admin, { departmentId: rootId });
    const issued = await issuePassword(admin, leaver);
    const { personnelNumber } = await prisma.person.findUniqueOrThrow({ where: { id: leaver } });
    await deactivatePerson(admin, leaver);
    expect(await verifyPassword({ identifier: personnelNumber!, password: issued })).toBeNull();
  });
});

describe("changing one's password", () => {
  it("asks for the one in force, keeps the rules, signs out other devices, and mails", async () => {
    const personId = await join(admin, { departmentId: rootId, givenName: "Olga", email: "olga@aurora.example" });
    const current = await issuePassword(admin, personId);
    const actor = await actorOf(personId);
    const [here, there] = [await signInOnDevice(personId), await signInOnDevice(personId)];
    const link = await askForLink(personId);

    await expect(changePassword(actor, here, { current: "wrong", password: "warm bread at four" })).rejects.toMatchObject({ fields: { current: "auth:password.wrong" } });
    await expect(changePassword(actor, here, { current, password: "olga123456" })).rejects.toMatchObject({ fields: { password: "auth:password.tooEasy" } });
    expect(await findSignedIn(there)).not.toBeNull();

    await changePassword(actor, here, { current, password: "warm bread at four" });
    expect(await findSignedIn(here)).not.toBeNull();
    expect(await findSignedIn(there)).toBeNull();
    expect(await isResetUsable(link)).toBe(false);
    expect(await verifyPassword({ identifier: "olga@aurora.example", password: "warm bread at four" })).toBe(personId);
    expect(await verifyPassword({ identifier: "olga@aurora.example", password: current })).toBeNull();
    const mails = await prisma.mailOutbox.findMany({ where: { personId, content: { template: "password-changed" } } });
    expect(mails.map(({ address }) => address)).toContain("olga@aurora.example");
  });

  it("is told apart from giving somebody a new one", async () => {
    const employee = await actorOf(await join(admin, { departmentId: rootId }));
    await expect(issuePassword(employee, admin.id)).rejects.toBeInstanceOf(NotFound);
    await expect(issuePassword(admin, admin.id)).rejects.toBeInstanceOf(Forbidden);
    await expect(issuePassword(employee, employee.id)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("a link to a new password", () => {
  it("works once, ends every session and every other link", async () => {
    const personId = await join(admin, { departmentId: rootId });
    const session = await signInOnDevice(personId);
    const [first, second] = [await askForLink(personId), await askForLink(personId)];
    expect(second).not.toBe(first);
    await resetPassword(first, { password: "warm bread at four" });
    expect(await findSignedIn(session)).toBeNull();
    await expect(resetPassword(first, { password: "cold bread at five" })).rejects.toEqual(expired);
    await expect(resetPassword(second, { password: "cold bread at five" })).rejects.toEqual(expired);
  });

  it("works once also for two at the same moment", async () => {
    const personId = await join(admin, { departmentId: rootId });
    const token = await askForLink(personId);
    const tries = await Promise.allSettled(["warm bread at four", "cold bread at five"].map((password) => resetPassword(token, { password })));
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not used up by a password that won't do", async () => {
    const personId = await join(admin, { departmentId: rootId });
    const token = await askForLink(personId);
    await expect(resetPassword(token, { password: "short" })).rejects.toMatchObject({ fields: { password: "auth:password.tooShort" } });
    await resetPassword(token, { password: "warm bread at four" });
  });

  it("works for an hour", async () => {
    const personId = await join(admin, { departmentId: rootId });
    const token = await askForLink(personId);
    const start = Date.now();
    const at = (moment: number) => useClock({ now: () => new Date(moment) });
    let restore = at(start + HOUR - MINUTE);
    expect(await isResetUsable(token)).toBe(true);
    restore();
    restore = at(start + HOUR + MINUTE);
    expect(await isResetUsable(token)).toBe(false);
    await expect(resetPassword(token, { password: "warm bread at four" })).rejects.toEqual(expired);
    restore();
  });

  it("is stored as its hash alone, and mailed once for a job that runs twice", async () => {
    const personId = await join(admin, { departmentId: rootId });
    const requestId = crypto.randomUUID();
    await sendPasswordReset(personId, requestId);
    await sendPasswordReset(personId, requestId);
    const token = await mailedToken(personId);
    const resets = await prisma.passwordReset.findMany({ where: { personId } });
    expect(resets).toHaveLength(1);
    expect(resets[0]!.id).not.toContain(token);
    expect(await isResetUsable(token)).toBe(true);
    expect(await prisma.mailOutbox.count({ where: { personId } })).toBe(1);
    const contents = await prisma.mailContent.findMany({ where: { mails: { some: { personId } } } });
    expect(JSON.stringify(contents)).not.toContain(token);
  });

  it("is asked for with the same work and answer, whether there is an account or not", async () => {
    const personId = await join(admin, { departmentId: rootId, email: "known@aurora.example" });
    const jobs = () => prisma.$queryRaw<{ payload: { personId: string | null } }[]>`
      SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'send-password-reset' ORDER BY j.id`;
    const before = (await jobs()).length;
    await requestPasswordReset({ identifier: "known@aurora.example" });
    await requestPasswordReset({ identifier: "unknown@aurora.example" });
    const asked = (await jobs()).slice(before).map(({ payload }) => payload.personId);
    expect(asked).toEqual([personId, null]);
  });
});
