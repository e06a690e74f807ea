import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { changePerson } from "~/domain/people/changing-details.server";
import { createDepartment } from "~/domain/people/departments.server";
import { countPeople, getPerson, listPeople, type DirectoryFilter } from "~/domain/people/directory.server";
import { addPeople, addPerson } from "~/domain/people/joining.server";
import { addLocation } from "~/domain/people/locations.server";
import type { PersonDetails } from "~/domain/people/person-fields";
import { prisma, query } from "~/kernel/db.server";
import { Forbidden, NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor, RoleGrant } from "~/policy/actor";
import { canSeePerson, visiblePeople } from "~/policy/people";
import { useDatabase } from "../../support/database";
import { actorOf, foundAurora, join } from "./world";

useDatabase();
let admin: Actor;
let rootId: string;
let logistics: string;
beforeAll(async () => {
  ({ admin, rootId } = await foundAurora());
  logistics = await createDepartment(admin, { name: "Logistics", parentId: rootId });
  await addPeople(
    admin,
    Array.from({ length: 160 }, (_, at) => ({
      givenName: ["Anna", "Luca", "Ștefania", "Ольга"][at % 4]!, familyName: ["Bruno", "Conti", "Mureșan"][at % 3]!,
      email: at % 2 ? `person.${at}@aurora.example` : null, personnelNumber: String(10_000 + at),
      departmentId: at % 5 ? rootId : logistics, locationId: null, jobTitle: null, language: "it",
    })),
  );
});

async function everyPage(filter: DirectoryFilter) {
  const found = [];
  for (let after: string | undefined, page = 0; page < 20; page++) {
    const { people, next } = await listPeople(admin, { ...filter, after });
    found.push(...people);
    if (!next) return found;
    after = next;
  }
  throw new Error("The pages never end.");
}

describe("the list of people", () => {
  it("goes through everybody once, page by page, also where names are the same", async () => {
    const everybody = await everyPage({});
    expect(new Set(everybody.map(({ id }) => id)).size).toBe(everybody.length);
    expect(everybody.length).toBe((await countPeople(admin, {})).people);
    expect(everybody.length).toBe(161);
  });

  it("finds by parts of a name in either order, by mail address and by number", async () => {
    const found = async (q: string) => (await listPeople(admin, { q })).people.map(({ personnelNumber }) => personnelNumber);
    const bruno = await everyPage({ q: "bruno ann" });
    expect(bruno.length).toBeGreaterThan(5);
    expect(bruno.every(({ givenName, familyName }) => givenName === "Anna" && familyName === "Bruno")).toBe(true);
    expect(await everyPage({ q: "anna bruno" })).toEqual(bruno);
    expect(await found("PERSON.7@aurora.example")).toEqual(["10007"]);
    expect(await found("10 012")).toEqual(["10012"]);
    expect(await found("100%")).toEqual([]);
    expect(await found("a%o")).toEqual([]);
    expect((await found("ольга")).length).toBe(40);
  });

  it("keeps to a department with everything under it", async () => {
    expect((await everyPage({ departmentId: logistics })).length).toBe(32);
    expect(await countPeople(admin, { departmentId: logistics })).toEqual({ people: 32, withoutMail: 16 });
  });

  it("begins anew for a cursor that is none, and never fails", async () => {
    const first = (await listPeople(admin, {})).people;
    for (const after of ["x", "e30", Buffer.from('["a","b","c"]').toString("base64url"), Buffer.from('["a","b\\u0000","x"]').toString("base64url")]) {
      expect((await listPeople(admin, { after })).people).toEqual(first);
    }
    await fc.assert(fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (q) => void (await listPeople(admin, { q: `${q}\0` }))), { numRuns: 50 });
  });

  it("is the administrators' alone", async () => {
    const employee = await actorOf(await join(admin, { departmentId: rootId }));
    await expect(listPeople(employee, {})).rejects.toBeInstanceOf(NotFound);
    await expect(countPeople(employee, {})).rejects.toBeInstanceOf(NotFound);
    await expect(getPerson(employee, admin.id)).rejects.toBeInstanceOf(NotFound);
    expect((await getPerson(employee, employee.id)).abilities).toEqual({ change: false, changeRoles: false, issuePassword: false, invite: false, resetSignIn: false, deactivate: false, reactivate: false });
  });
});

it("decides about one person as it filters rows", async () => {
  const everybody = await prisma.person.findMany({ select: { id: true, departmentId: true } });
  const grant: fc.Arbitrary<RoleGrant> = fc.record({
    role: fc.constantFrom("publisher" as const, "approver" as const, "leader" as const, "moderator" as const, "administrator" as const),
    departmentId: fc.constantFrom(null, rootId, logistics),
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(everybody.length - 1), fc.array(grant, { maxLength: 3 }), async (at, roles) => {
      const actor: Actor = { ...admin, ...everybody[at]!, roles };
      const rows = await query<{ id: string }>(sql`SELECT p.id FROM person p WHERE ${visiblePeople(actor)}`);
      const visible = new Set(rows.map(({ id }) => id));
      for (const person of everybody) expect(canSeePerson(actor, person)).toBe(visible.has(person.id));
    }),
    { numRuns: 60 },
  );
});

describe("a person's record", () => {
  const details = (change: Partial<PersonDetails> = {}): PersonDetails => ({
    givenName: "Radu", familyName: "Petrean", email: null, personnelNumber: "30001", departmentId: rootId, locationId: null, jobTitle: "Baker", language: "ro", ...change,
  });

  it("is changed from its newest version only", async () => {
    const id = await addPerson(admin, details());
    const { updatedAt } = await getPerson(admin, id);
    await changePerson(admin, id, updatedAt, details({ departmentId: logistics }));
    await expect(changePerson(admin, id, updatedAt, details({ jobTitle: "Shift lead" }))).rejects.toMatchObject({ fields: { "": "admin-people:error.changedMeanwhile" } });
    expect(await getPerson(admin, id)).toMatchObject({ departmentId: logistics, jobTitle: "Baker" });
    const events = await prisma.event.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["person.added", "person.changed", "person.moved"]);
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain("Petrean");
  });

  it("refuses what is taken or not there, at the field", async () => {
    const locationId = await addLocation(admin, { name: "Cluj-Napoca", country: "RO", timeZone: "Europe/Bucharest" });
    const id = await addPerson(admin, details({ personnelNumber: "30002", email: "radu@aurora.example", locationId }));
    expect((await actorOf(id)).timeZone).toBe("Europe/Bucharest");
    await expect(addPerson(admin, details({ personnelNumber: "30002" }))).rejects.toMatchObject({ fields: { personnelNumber: "admin-people:error.numberTaken" } });
    await expect(addPerson(admin, details({ personnelNumber: "30003", email: "RADU@aurora.example" }))).rejects.toMatchObject({ fields: { email: "admin-people:error.emailTaken" } });
    await expect(addPerson(admin, details({ personnelNumber: "30004", departmentId: crypto.randomUUID() }))).rejects.toMatchObject({ fields: { departmentId: "errors:field.invalid" } });
    await expect(addPerson(admin, details({ personnelNumber: "30005", locationId: crypto.randomUUID() }))).rejects.toMatchObject({ fields: { locationId: "errors:field.invalid" } });
    await expect(addPerson(admin, details({ personnelNumber: "30006", language: "ru" }))).rejects.toMatchObject({ fields: { language: "errors:field.invalid" } });
    const employee = await actorOf(id);
    await expect(addPerson(employee, details({ personnelNumber: "30007" }))).rejects.toBeInstanceOf(Forbidden);
  });

  it("joins with many others or not at all", async () => {
    const before = await prisma.person.count();
    const many = Array.from({ length: 1_200 }, (_, at) => ({ ...details({ personnelNumber: `M${at}` }) }));
    await expect(addPeople(admin, [...many, details({ personnelNumber: "M3" })])).rejects.toMatchObject({ fields: { personnelNumber: "admin-people:error.numberTaken" } });
    expect(await prisma.person.count()).toBe(before);
  });
});
