import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { applyNextRows } from "~/domain/people/importing/applying.server";
import { checkNextRows } from "~/domain/people/importing/checking.server";
import { abandonImport, applyImport } from "~/domain/people/importing/deciding.server";
import { writeErrorFile } from "~/domain/people/importing/error-file.server";
import { getImport, listImportRows } from "~/domain/people/importing/reading.server";
import { startImport } from "~/domain/people/importing/staging.server";
import { prisma } from "~/kernel/db.server";
import { Forbidden, Invalid } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { actorOf, foundAurora, join, signInOnDevice } from "./world";

useDatabase();
let admin: Actor;
let rootId: string;
beforeAll(async () => {
  ({ admin, rootId } = await foundAurora());
  await prisma.location.create({ data: { name: "Torino", country: "IT", timeZone: "Europe/Rome" } });
});

// One at a time: a test that failed must not stop the others.
afterEach(async () => {
  await prisma.peopleImport.updateMany({ where: { state: { in: ["checking", "ready", "applying"] } }, data: { state: "abandoned" } });
});

const plainOptions = { createsDepartments: false, missingLeave: false };
const bytes = (text: string) => new TextEncoder().encode(text);

async function check(text: string | Uint8Array, options = plainOptions): Promise<string> {
  const id = await startImport(admin, { name: "people.csv", bytes: typeof text === "string" ? bytes(text) : text }, options);
  while (await checkNextRows(id));
  return id;
}

async function apply(id: string, say: { goOn?: boolean; leavers?: string } = {}) {
  await applyImport(admin, id, { goOn: say.goOn ?? false, leavers: say.leavers ?? "" });
  while (await applyNextRows(id));
  return (await getImport(admin, id)).counts;
}

const problemsOf = async (id: string) => (await listImportRows(admin, id, "error")).rows.map(({ line, problems }) => [line, ...problems.map(({ column, problem }) => `${column}:${problem}`)]);
const find = (personnelNumber: string) => prisma.person.findUnique({ where: { personnelNumber } });

describe("a file of people", () => {
  it("shows everything first, then does exactly that, and handed in again changes nothing", async () => {
    const file = "\ufeffMatricola;Nome;Cognome;E-mail;Reparto;Sede;Assunto il\r\n70001;Elena;Ferri;elena@aurora.example;Negozi / Bari;Torino;31.03.2024\r\n70002;Nicolò;\"De; Luca\";;Negozi / Bari;;\r\n";
    const id = await check(file, { createsDepartments: true, missingLeave: false });
    expect(await getImport(admin, id)).toMatchObject({ state: "ready", counts: { new: 2 }, newDepartments: ["Negozi / Bari"] });
    expect(await find("70001")).toBeNull();
    expect(await apply(id)).toEqual({ new: 2 });
    const elena = await find("70001");
    expect(elena).toMatchObject({ givenName: "Elena", email: "elena@aurora.example", language: "it" });
    expect(elena?.joinedOn?.toISOString()).toContain("2024-03-31");
    expect(await find("70002")).toMatchObject({ familyName: "De; Luca", departmentId: elena!.departmentId });
    expect(await prisma.auditEntry.count({ where: { action: "person.added", subjectId: elena!.id } })).toBe(1);
    expect(await prisma.peopleImportRow.count({ where: { importId: id } })).toBe(0);

    const again = await check(file, { createsDepartments: true, missingLeave: false });
    expect((await getImport(admin, again)).counts).toEqual({ unchanged: 2 });
    expect(await apply(again)).toEqual({ unchanged: 2 });
    expect((await find("70001"))!.updatedAt).toEqual(elena!.updatedAt);
  });

  it("is known to PostgreSQL as it is, when rows are looked at and when they are compared, also after an empty table", async () => {
    const estimate = async () => (await prisma.$queryRaw<{ rows: number }[]>`SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'people_import_row'`)[0]!.rows;
    const withKind = async () => (await prisma.$queryRaw<{ part: number }[]>`SELECT null_frac AS part FROM pg_stats WHERE tablename = 'people_import_row' AND attname = 'kind'`)[0]!.part;
    await prisma.peopleImportRow.deleteMany();
    await prisma.$executeRaw`ANALYZE people_import_row`;
    const lines = Array.from({ length: 3_000 }, (_, nth) => `73${nth},Anna,Ferri ${nth},Aurora Bakeries`);
    const id = await startImport(admin, { name: "people.csv", bytes: bytes(`Personnel number,Given name,Family name,Department\n${lines.join("\n")}`) }, plainOptions);
    expect([await estimate(), await withKind()]).toEqual([3_000, 1]);
    while (await checkNextRows(id));
    expect([await estimate(), await withKind()]).toEqual([3_000, 0]);
    await abandonImport(admin, id);
  });

  it.each([
    ["Windows-1252", new Uint8Array([...bytes("Personnel number,Given name,Family name,Department\n71001,Zo"), 0xeb, ...bytes(",Muller,Aurora Bakeries")])],
    ["UTF-16 with tabs", Buffer.from("\ufeffPersonnel number\tGiven name\tFamily name\tDepartment\n71002\tZoë\tMuller\tAurora Bakeries", "utf16le")],
    ["Russian headers", bytes("Табельный номер;Имя;Фамилия;Отдел\n71003;Zoë;Muller;aurora bakeries")],
  ])("is read as %s", async (name, file) => {
    const id = await check(file);
    const { rows } = await listImportRows(admin, id, "new");
    expect(rows.map((row) => row.name), name).toEqual(["Zoë Muller"]);
    await abandonImport(admin, id);
  });

  it("names every error at its row and column, both rows of a pair, and hands them back safe from formulas", async () => {
    await join(admin, { departmentId: rootId, personnelNumber: "72000" });
    await join(admin, { departmentId: rootId, email: "other@aurora.example" });
    const id = await check(
      [
        "Personnel number,Given name,Family name,Mail,Department,Joined on,Leaves",
        "72001,Ana,Pop,ana@aurora.example,Nowhere,03/04/2024,",
        "72002,Ana,Pop,twice@aurora.example,Aurora Bakeries,,",
        "72002,=HYPERLINK(1),Pop,TWICE@aurora.example,Aurora Bakeries,,",
        "72003,,Pop,nonsense,Aurora Bakeries,2024-02-31,perhaps",
        "72004,Olga,Who,other@aurora.example,Aurora Bakeries,,",
        "79999,,,,,,yes",
        "72000,Olga,New name,,,,",
      ].join("\n"),
    );
    expect(await problemsOf(id)).toEqual([
      [2, "joinedOn:dateAmbiguous", "department:departmentUnknown"],
      [3, "personnelNumber:numberTwice", "email:emailTwice"],
      [4, "personnelNumber:numberTwice", "email:emailTwice"],
      [5, "email:email", "joinedOn:dateUnreadable", "leaves:leavesUnreadable", "givenName:missing"],
      [6, "personnelNumber:numberOfOther"],
      [7, "leaves:leaverUnknown"],
    ]);
    const csv = await new Response(await writeErrorFile(admin, id)).text();
    expect(csv).toContain("'=HYPERLINK(1)");
    expect(csv.split("\r\n")).toHaveLength(8);
    await expect(apply(id)).rejects.toEqual(expect.objectContaining({ fields: { goOn: "admin-import:problem.errorsLeft" } }));
    expect(await apply(id, { goOn: true })).toEqual({ changed: 1, error: 6 });
    expect(await find("72000")).toMatchObject({ familyName: "New name" });

    // Mended and handed in again, with the reasons still beside it.
    const mended = await check(csv.replace("Nowhere,03/04/2024", "Aurora Bakeries,2024-04-03").split("\r\n").slice(0, 2).join("\r\n"));
    expect((await getImport(admin, mended)).counts).toEqual({ new: 1 });
    await abandonImport(admin, mended);
    expect(await prisma.peopleImportRow.count({ where: { importId: mended } })).toBe(0);
  });

  it("lets a second one wait, and nobody else hand one in", async () => {
    const id = await check("Mail,Given name\nx@aurora.example,X");
    await expect(check("Mail\ny@aurora.example")).rejects.toEqual(expect.objectContaining({ fields: { "": "admin-import:problem.another" } }));
    await abandonImport(admin, id);
    const employee = await actorOf(await join(admin, { departmentId: rootId }));
    await expect(startImport(employee, { name: "x", bytes: bytes("Mail\nx@y.z") }, plainOptions)).rejects.toBeInstanceOf(Forbidden);
    for (const text of ["", "Mail", "Something\n1", 'Mail\n"open']) await expect(check(text)).rejects.toBeInstanceOf(Invalid);
  });

  it("lets those go who are missing only when the number is typed, by the one act, and never whoever hands it in", async () => {
    const leaver = await join(admin, { departmentId: rootId });
    await signInOnDevice(leaver);
    const all = await prisma.person.findMany({ where: { deactivatedAt: null, id: { not: leaver } } });
    const stay = all.slice(0, 3);
    const id = await check(["Personnel number,Mail", ...stay.map(({ personnelNumber, email }) => `${personnelNumber ?? ""},${email ?? ""}`)].join("\n"), { createsDepartments: false, missingLeave: true });
    const { counts } = await getImport(admin, id);
    expect(counts.leaver).toBe(all.length + 1 - new Set([...stay.map((person) => person.id), admin.id]).size);
    await expect(apply(id, { leavers: "1" })).rejects.toEqual(expect.objectContaining({ fields: { leavers: "admin-import:problem.typeNumber" } }));
    await apply(id, { leavers: String(counts.leaver) });
    expect(await prisma.session.count({ where: { personId: leaver } })).toBe(0);
    expect(await prisma.auditEntry.count({ where: { action: "person.deactivated", subjectId: leaver } })).toBe(1);
    expect(await actorOf(admin.id)).toBeTruthy();
  });

  it("is applied exactly once by workers that compete, and does not overwrite what changed since the preview", async () => {
    const lines = Array.from({ length: 1_200 }, (_, index) => `${80_000 + index},Ana,Pop ${index},,Aurora Bakeries`);
    const changed = await actorOf(await join(admin, { departmentId: rootId, personnelNumber: "89999" }));
    const id = await check(["Personnel number,Given name,Family name,Mail,Department", ...lines, "89999,Other,Name,,"].join("\n"));
    await prisma.person.update({ where: { id: changed.id }, data: { jobTitle: "Baker", updatedAt: new Date() } });
    await applyImport(admin, id, { goOn: false, leavers: "" });
    const worker = async () => {
      while (await applyNextRows(id));
    };
    await Promise.all([worker(), worker(), worker()]);
    expect((await getImport(admin, id)).counts).toEqual({ new: 1_200, error: 1 });
    expect(await problemsOf(id)).toEqual([[1_202, "personnelNumber:changedMeanwhile"]]);
    expect(await prisma.person.count({ where: { familyName: { startsWith: "Pop " } } })).toBe(1_200);
    expect(await find("89999")).toMatchObject({ givenName: "Olga", jobTitle: "Baker" });
  });
});
