import { describe, expect, it } from "vitest";
import { findPasswordFault } from "~/domain/people/password-rules";
import { company, departments, locations, pathOf } from "../../prisma/seed/aurora/departments";
import { DEMO_PASSWORD, founder, people, peopleIn, personOf, signIns } from "../../prisma/seed/aurora/people";

const readers = (department: string, language: string) =>
  people.filter((person) => person.department === department && person.language === language).length;

describe("Aurora Bakeries", () => {
  it("has nine departments in a tree of three levels", () => {
    expect(departments).toHaveLength(9);
    expect(Math.max(...departments.map(({ key }) => pathOf(key).length))).toBe(3);
    expect(departments.filter(({ parent }) => parent === null)).toHaveLength(1);
  });

  it("has 240 people, as many in each department as it says", () => {
    expect(people).toHaveLength(240);
    expect(peopleIn(["aurora"])).toHaveLength(240);
    for (const { key, size } of departments) {
      expect([key, people.filter(({ department }) => department === key).length]).toEqual([key, size]);
    }
    expect([peopleIn(["retail"]), peopleIn(["logistics"]), peopleIn(["it"])].map(({ length }) => length)).toEqual([96, 41, 18]);
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

  it("is founded in Vouch by its administrator, who tells nobody what to publish or approve", () => {
    expect(personOf(founder).roles).toEqual([{ role: "administrator", department: null }]);
  });

  it("takes a password for the demo that everybody may have", () => {
    const names = { companyName: company.name, companyShortName: company.shortName };
    for (const person of people) expect(findPasswordFault(DEMO_PASSWORD, { ...person, ...names })).toBeNull();
  });

  it("writes addresses that mail accepts, also for names with accents", () => {
    for (const { email } of people) if (email) expect(email).toMatch(/^[a-z]+(\.[a-z]+)?@aurora\.example$/);
  });
});
