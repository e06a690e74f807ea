import { beforeEach, describe, expect, it } from "vitest";
import { getCompany } from "~/domain/people/company.server";
import { verifyPassword } from "~/domain/people/credentials.server";
import { announceSetUp, setUpCompany } from "~/domain/people/set-up.server";
import { prisma } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { hasRoleEverywhere } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { actorOf } from "./world";

useDatabase();

/** Announces a set-up as a starting process does. @returns the code it prints */
async function printedCode(): Promise<string> {
  let printed = "";
  await announceSetUp((line) => (printed += line));
  return /asks for: (\S+)/.exec(printed)?.[1] ?? "";
}

const company = (code: string, email = "giulia@aurora.example") => ({
  code, email, companyName: "Aurora Bakeries", shortName: "Aurora", language: "it" as const, languages: ["en" as const, "it" as const],
  timeZone: "Europe/Rome", givenName: "Giulia", familyName: "Rossi", password: "warm bread at four",
});

describe("setting up", () => {
  beforeEach(async () => {
    await prisma.$executeRaw`TRUNCATE company, person, department, installation CASCADE`;
  });

  it("needs a printed code, and founds the company with its administrator", async () => {
    const code = await printedCode();
    await expect(setUpCompany(company("AAAA-BBBB-CCCC"))).rejects.toMatchObject({ fields: { code: "auth:setUp.wrongCode" } });
    await expect(setUpCompany(company(""))).rejects.toMatchObject({ fields: { code: "auth:setUp.wrongCode" } });
    await expect(setUpCompany({ ...company(code), password: "aurorabakeries" })).rejects.toMatchObject({ fields: { password: "auth:password.tooEasy" } });
    const personId = await setUpCompany(company(` ${code.toLowerCase().replaceAll("-", " ")} `));
    const administrator = await actorOf(personId);
    expect(hasRoleEverywhere(administrator, "administrator") && hasRoleEverywhere(administrator, "publisher")).toBe(true);
    expect(await verifyPassword({ identifier: "giulia@aurora.example", password: "warm bread at four" })).toBe(personId);
    expect(await getCompany()).toMatchObject({ name: "Aurora Bakeries", languages: ["it", "en"], isDemo: false });
    expect(JSON.stringify(await prisma.installation.findMany())).not.toContain(code);
  });

  it("happens once, also for two at the same moment", async () => {
    const [one, other] = [await printedCode(), await printedCode()];
    expect(one).not.toBe(other);
    const tries = await Promise.allSettled([setUpCompany(company(one)), setUpCompany(company(other, "elena@aurora.example"))]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await prisma.company.count()).toBe(1);
    expect(await prisma.person.count()).toBe(1);
    await expect(setUpCompany(company(one))).rejects.toBeInstanceOf(NotFound);
    expect(await printedCode()).toBe("");
  });

  it("takes the code of every process that started, up to eight", async () => {
    const codes = await Promise.all(Array.from({ length: 3 }, printedCode));
    await setUpCompany(company(codes[0]!));
    expect(await prisma.company.count()).toBe(1);
  });
});
