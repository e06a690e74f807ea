import { beforeAll, describe, expect, it } from "vitest";
import { viewPerson } from "~/domain/audit/viewing.server";
import { storePassword } from "~/domain/people/credentials.server";
import { ownDataParts, takeOwnData } from "~/domain/people/own-data.server";
import { prisma, query, transaction } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { foundCompany, signedIn, type Company } from "../../attacks/support/company";
import { useDatabase } from "../../support/database";
import { expectEveryColumnOfPeople } from "./columns-of-people";
import { notInOwnData } from "./not-in-own-data";

useDatabase();
let company: Company;
beforeAll(async () => {
  company = await foundCompany();
});

type Taken = Record<string, Record<string, unknown>[]>;
const take = async (actor: Actor) => JSON.parse(await takeOwnData(actor)) as Taken;

describe("the registry of what is held", () => {
  it("knows every column that names a person, or a reason stands beside it", async () => {
    await expectEveryColumnOfPeople(new Set([...ownDataParts().flatMap(({ covers }) => covers), ...Object.keys(notInOwnData)]));
  });

  it("names each part once", () => {
    const names = ownDataParts().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("what a person takes out", () => {
  it("has their record and what they did, and is on record", async () => {
    const { employee, administrator, colleague } = company.people;
    await signedIn(employee);
    await viewPerson(administrator, employee.id);
    const taken = await take(employee);
    expect(Object.keys(taken).slice(0, 3)).toEqual(["about", "takenAt", "person"]);
    expect(taken.person).toEqual([expect.objectContaining({ id: employee.id, givenName: employee.givenName, email: employee.email })]);
    expect(taken.devices).toHaveLength(1);
    expect(taken.shares).toEqual([expect.objectContaining({ text: "Lavoro qui", network: "linkedin", post: "Per tutti" })]);
    expect(taken.links).toHaveLength(1);
    expect(taken.winsYouGave).toEqual([expect.objectContaining({ text: "Grazie" })]);
    expect(taken.winComments).toEqual([expect.objectContaining({ body: "Grazie a voi" })]);
    expect(taken.looksAtYou).toEqual([expect.objectContaining({ by: `${administrator.givenName} ${administrator.familyName}` })]);
    expect(await prisma.auditEntry.count({ where: { action: "person.own-data-taken", actorId: employee.id, subjectId: employee.id } })).toBe(1);
    expect((await take(colleague)).shares).toEqual([]);
  });

  it("holds nothing that signs in, and of others neither texts nor secrets", async () => {
    const { employee, publisher } = company.people;
    await transaction((tx) => storePassword(tx, employee.id, "planted-hash"));
    await query(sql`INSERT INTO pin (person_id, pin_hash, changed_at) VALUES (${employee.id}::uuid, 'planted-pin', now())`);
    await query(sql`INSERT INTO passkey (person_id, credential_id, public_key, counter, transports, name, created_at) VALUES (${employee.id}::uuid, 'planted-credential', '\\x00', 0, '{}', 'My phone', now())`);
    await query(sql`UPDATE win SET removal_reason = 'planted-reason' WHERE id = ${company.thing("win", "removed").id}::uuid`);
    await query(sql`UPDATE message_approval SET note = 'planted-note', decided_by_id = ${publisher.id}::uuid`);
    const text = await takeOwnData(employee);
    for (const planted of ["planted-hash", "planted-pin", "planted-credential"]) expect(text).not.toContain(planted);
    expect(text).toContain("My phone");
    const session = await prisma.session.findFirstOrThrow({ where: { personId: employee.id } });
    expect(text).not.toContain(session.id);
    // Of the others of this company no id and no mail address, and names only of those who did something to them.
    const others = Object.values(company.people).filter(({ id }) => id !== employee.id);
    for (const { id, email } of others) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(email!);
    }
    // Whose post was asked about sees the decision, not the decider's words in somebody else's file.
    expect(JSON.stringify(await take(company.people.shopsPublisher))).not.toContain("planted-note");
    expect(JSON.stringify(await take(publisher))).toContain("planted-note");
  });

  it("leaves out a thank-you that was taken back, and the text of one that was removed", async () => {
    const { employee, colleague } = company.people;
    const removed = company.thing("win", "removed").id;
    const mine = (await take(employee)).winsForYou!.find(({ id }) => id === removed);
    expect(mine).toMatchObject({ text: null });
    await query(sql`UPDATE win SET removed_by_id = ${colleague.id}::uuid WHERE id = ${removed}::uuid`);
    expect((await take(employee)).winsForYou!.some(({ id }) => id === removed)).toBe(false);
  });
});
