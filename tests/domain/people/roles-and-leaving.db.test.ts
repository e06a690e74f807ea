import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findSignedIn } from "~/domain/people/sessions.server";
import { deactivatePerson, findGonePeople, reactivatePerson } from "~/domain/people/leaving.server";
import { describeSessions, endMySessions } from "~/domain/people/my-sessions.server";
import { issuePassword } from "~/domain/people/credentials.server";
import { grantRole, revokeRole } from "~/domain/people/roles.server";
import { prisma } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { hasRole, type Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { actorOf, foundAurora, join, signInOnDevice } from "./world";

useDatabase();
let admin: Actor;
let rootId: string;
beforeAll(async () => {
  ({ admin, rootId } = await foundAurora());
});

const lastOne = expect.objectContaining({ fields: { "": "admin-people:error.lastAdministrator" } });
const grantsOf = (personId: string) => prisma.roleGrant.findMany({ where: { personId, role: "administrator" } });

describe("a role", () => {
  it("holds from the next request on, and ends with the next request", async () => {
    const personId = await join(admin, { departmentId: rootId });
    const session = await signInOnDevice(personId);
    const grantId = await grantRole(admin, personId, { role: "publisher", departmentId: rootId });
    const during = await findSignedIn(session);
    expect(during?.actor.roles).toEqual([{ role: "publisher", departmentId: rootId }]);
    await revokeRole(admin, personId, { grantId });
    const afterwards = await findSignedIn(session);
    expect(afterwards && hasRole(afterwards.actor, "publisher")).toBe(false);
  });

  it("is given once a scope, and limited only where that means something", async () => {
    const personId = await join(admin, { departmentId: rootId });
    await grantRole(admin, personId, { role: "approver", departmentId: null });
    await grantRole(admin, personId, { role: "approver", departmentId: rootId });
    await expect(grantRole(admin, personId, { role: "approver", departmentId: null })).rejects.toMatchObject({ fields: { role: "admin-people:error.grantedAlready" } });
    await expect(grantRole(admin, personId, { role: "administrator", departmentId: rootId })).rejects.toMatchObject({ fields: { departmentId: "admin-people:error.notLimitable" } });
    await expect(grantRole(admin, personId, { role: "leader", departmentId: crypto.randomUUID() })).rejects.toMatchObject({ fields: { departmentId: "errors:field.invalid" } });
  });

  it("is nobody's to give but an administrator's, and every giving and taking is on record", async () => {
    const personId = await join(admin, { departmentId: rootId });
    const employee = await actorOf(personId);
    await expect(grantRole(employee, personId, { role: "administrator", departmentId: null })).rejects.toBeInstanceOf(Forbidden);
    await expect(grantRole(employee, admin.id, { role: "publisher", departmentId: null })).rejects.toBeInstanceOf(NotFound);
    const grantId = await grantRole(admin, personId, { role: "leader", departmentId: null });
    await expect(revokeRole(employee, personId, { grantId })).rejects.toBeInstanceOf(Forbidden);
    await expect(revokeRole(admin, admin.id, { grantId })).rejects.toBeInstanceOf(NotFound);
    await revokeRole(admin, personId, { grantId });
    const entries = await prisma.auditEntry.findMany({ where: { subjectId: personId }, orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action)).toEqual(["person.added", "role.granted", "role.revoked"]);
    expect(entries.every(({ actorId }) => actorId === admin.id)).toBe(true);
  });
});

describe("the last administrator", () => {
  let other: Actor;
  beforeEach(async () => {
    const id = await join(admin, { departmentId: rootId });
    await grantRole(admin, id, { role: "administrator", departmentId: null });
    other = await actorOf(id);
  });

  it("stays one: of two who take the role from each other, one is refused", async () => {
    // The administrators of the tests before are out first.
    await prisma.roleGrant.deleteMany({ where: { role: "administrator", personId: { notIn: [admin.id, other.id] } } });
    const [ofAdmin] = await grantsOf(admin.id);
    const [ofOther] = await grantsOf(other.id);
    const taken = await Promise.allSettled([revokeRole(admin, other.id, { grantId: ofOther!.id }), revokeRole(other, admin.id, { grantId: ofAdmin!.id })]);
    expect(taken.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await prisma.roleGrant.count({ where: { role: "administrator" } })).toBe(1);
    if ((await grantsOf(admin.id)).length === 0) await prisma.roleGrant.create({ data: { personId: admin.id, role: "administrator", grantedAt: new Date() } });
  });

  it("can't be let out either", async () => {
    await prisma.roleGrant.deleteMany({ where: { role: "administrator", personId: { not: admin.id } } });
    // `other` was read while they were one.
    await expect(deactivatePerson(other, admin.id)).rejects.toEqual(lastOne);
    await expect(deactivatePerson(admin, admin.id)).rejects.toBeInstanceOf(Forbidden);
    const [grant] = await grantsOf(admin.id);
    await expect(revokeRole(admin, admin.id, { grantId: grant!.id })).rejects.toEqual(lastOne);
  });
});

describe("a leaver", () => {
  it("is out with the next request, everywhere, in one act", async () => {
    const personId = await join(admin, { departmentId: rootId });
    await issuePassword(admin, personId);
    await grantRole(admin, personId, { role: "moderator", departmentId: null });
    const devices = [await signInOnDevice(personId), await signInOnDevice(personId)];
    await deactivatePerson(admin, personId);
    for (const device of devices) expect(await findSignedIn(device)).toBeNull();
    const left = await prisma.person.findUniqueOrThrow({ where: { id: personId }, include: { roles: true, sessions: true, credential: true, passwordResets: true } });
    expect(left).toMatchObject({ roles: [], sessions: [], credential: null, passwordResets: [] });
    expect(await findGonePeople([personId, admin.id])).toEqual(new Set([personId]));
    await expect(deactivatePerson(admin, personId)).rejects.toBeInstanceOf(Forbidden);
    await expect(grantRole(admin, personId, { role: "publisher", departmentId: null })).rejects.toBeInstanceOf(Forbidden);
  });

  it("comes back with nothing but their record", async () => {
    const personId = await join(admin, { departmentId: rootId });
    await grantRole(admin, personId, { role: "moderator", departmentId: null });
    await deactivatePerson(admin, personId);
    await reactivatePerson(admin, personId);
    expect((await actorOf(personId)).roles).toEqual([]);
    await expect(reactivatePerson(admin, personId)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("one's devices", () => {
  it("are named without their ids, and end one by one or all others at once", async () => {
    const personId = await join(admin, { departmentId: rootId });
    const actor = await actorOf(personId);
    const here = await signInOnDevice(personId, "Safari, iPhone");
    const others = [await signInOnDevice(personId), await signInOnDevice(personId), await signInOnDevice(personId)];
    const listed = await describeSessions(actor, here);
    expect(listed[0]).toMatchObject({ isCurrent: true, device: "Safari, iPhone" });
    expect(listed).toHaveLength(4);
    expect(JSON.stringify(listed)).not.toContain(here);
    await endMySessions(actor, here, others[0]!.slice(0, 16));
    expect(await findSignedIn(others[0]!)).toBeNull();
    expect(await findSignedIn(others[1]!)).not.toBeNull();
    await endMySessions(actor, here, "others");
    expect(await findSignedIn(here)).not.toBeNull();
    expect(await describeSessions(actor, here)).toHaveLength(1);
  });

  it("are nobody else's to end", async () => {
    const session = await signInOnDevice(admin.id);
    const stranger = await actorOf(await join(admin, { departmentId: rootId }));
    await expect(endMySessions(stranger, "none", session.slice(0, 16))).rejects.toBeInstanceOf(NotFound);
    expect(await findSignedIn(session)).not.toBeNull();
  });
});
