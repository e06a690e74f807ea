import { describe, expect, it } from "vitest";
import { departments, locations } from "../../prisma/seed/aurora/departments";
import { headcount, people, personOf, signIns } from "../../prisma/seed/aurora/people";

const depthOf = (key: string | null): number =>
  key === null ? 0 : 1 + depthOf(departments.find((department) => department.key === key)!.parent);
const readers = (department: string, language: string) =>
  people.filter((person) => person.department === department && person.language === language).length;

describe("Aurora Bakeries", () => {
  it("has nine departments in a tree of three levels", () => {
    expect(departments).toHaveLength(9);
    expect(Math.max(...departments.map(({ key }) => depthOf(key)))).toBe(3);
    expect(departments.filter(({ parent }) => parent === null)).toHaveLength(1);
  });

  it("has 240 people, as many in each department as it says", () => {
    expect(people).toHaveLength(240);
    expect(headcount("aurora")).toBe(240);
    for (const { key, size } of departments) {
      expect([key, people.filter(({ department }) => department === key).length]).toEqual([key, size]);
    }
    expect([headcount("retail"), headcount("logistics"), headcount("it")]).toEqual([96, 41, 18]);
  });

  it("has nobody twice", () => {
    for (const unique of [people.map(({ key }) => key), people.map(({ personnelNumber }) => personnelNumber), people.map(({ givenName, familyName }) => `${givenName} ${familyName}`)]) {
      expect(new Set(unique).size).toBe(240);
    }
    const addresses = people.flatMap(({ email }) => email ?? []);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("leaves a third without a mail address, and none of them at a desk", () => {
    const without = people.filter(({ email }) => email === null);
    expect(without).toHaveLength(80);
    expect(new Set(without.map(({ department }) => department))).toEqual(new Set(["retail", "production", "logistics"]));
  });

  it("works in three countries and reads four languages, eleven in Retail sales Romanian", () => {
    const used = new Set(people.map(({ location }) => location));
    expect(new Set(locations.filter(({ key }) => used.has(key)).map(({ country }) => country))).toEqual(new Set(["IT", "RO", "IE"]));
    expect(used.size).toBe(locations.length);
    expect(readers("retail", "ro")).toBe(11);
    for (const language of ["it", "en", "ro", "ru"]) expect(people.some((person) => person.language === language)).toBe(true);
  });

  it("joined over twenty years, in the order of the personnel numbers", () => {
    const days = people.map(({ joinedDaysAgo }) => joinedDaysAgo);
    expect(days).toEqual([...days].sort((one, other) => other - one));
    expect(days[0]).toBeGreaterThan(19 * 365);
    expect(Math.min(...days)).toBeGreaterThan(0);
  });

  it("has the eight sign-ins, with an approver from another department than the publisher", () => {
    expect(signIns.map((key) => personOf(key).email)).toEqual(
      ["employee", "it", "logistics", "publisher", "approver", "leader", "moderator", "admin"].map((name) => `${name}@aurora.example`),
    );
    expect(personOf("approver").department).not.toBe(personOf("publisher").department);
  });

  it("writes addresses that mail accepts, also for names with accents", () => {
    for (const { email } of people) if (email) expect(email).toMatch(/^[a-z]+(\.[a-z]+)?@aurora\.example$/);
  });
});
