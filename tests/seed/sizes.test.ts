import { describe, expect, it } from "vitest";
import { findPasswordFault } from "~/domain/people/password-rules";
import { DemoCompany, demoSizeOf, demoSizes } from "../../prisma/seed/aurora/demo-company";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";

const companies = demoSizes.map((size) => new DemoCompany(size));

describe.each(companies.map((company) => [company.size, company] as const))("the demo company of %i", (size, company) => {
  const { story, people } = company;

  it("has so many people, nobody twice, each in a department and a place that it has", () => {
    expect(people).toHaveLength(size);
    const addresses = people.flatMap(({ email }) => email ?? []);
    for (const unique of [people.map(({ key }) => key), people.map(({ personnelNumber }) => personnelNumber), people.map(({ givenName, familyName }) => `${givenName} ${familyName}`), addresses]) {
      expect(new Set(unique).size).toBe(unique.length);
    }
    expect(company.hasDepartments(people.map(({ department }) => department))).toBe(true);
    const places = new Set(story.locations.map(({ key }) => key));
    expect(people.filter(({ location }) => !places.has(location))).toEqual([]);
    expect(new Set(people.map(({ location }) => location)).size).toBe(places.size);
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(story.languages));
  });

  it("has as many people in each department as it says, and a tree without orphans", () => {
    for (const { key, size: said } of story.departments) expect([key, people.filter(({ department }) => department === key).length]).toEqual([key, said]);
    expect(company.peopleIn([story.departments[0]!.key])).toHaveLength(size);
    expect(new Set(story.departments.map(({ key }) => key)).size).toBe(story.departments.length);
    const siblings = story.departments.map(({ name, parent }) => `${parent} ${name}`);
    expect(new Set(siblings).size).toBe(siblings.length);
  });

  it("prints sign-ins with a mail address, among them its founder and a publisher", () => {
    for (const key of story.signIns) expect(company.person(key).email).toBe(`${key}@aurora.example`);
    expect(story.signIns).toContain(story.founder);
    expect(story.signIns.some((key) => company.person(key).roles.some(({ role }) => role === "publisher"))).toBe(true);
  });

  it("tells only of people and departments that it has", () => {
    for (const { key, author, audience, versions = {}, approval, remarks = [], unreadBy = [] } of story.messages) {
      const named = [author, ...unreadBy, ...(approval ? [approval.by] : []), ...remarks.flatMap(({ by, answer }) => [by, ...(answer ? [answer.by] : [])])];
      expect([key, company.knows(named), company.hasDepartments([...audience, ...Object.keys(versions)])]).toEqual([key, true, true]);
      for (const { by } of remarks) expect([key, by, company.pathOf(company.person(by).department).some((one) => (audience as string[]).includes(one))]).toEqual([key, by, true]);
    }
    for (const { key, author, audience, approval, shares = [], choices = [] } of story.posts) {
      const named = [author, ...(approval ? [approval.by] : []), ...shares.map(({ by }) => by), ...choices.map(({ by }) => by)];
      expect([key, company.knows(named), company.hasDepartments(audience)]).toEqual([key, true, true]);
    }
  });

  it("takes a password that everybody may have", () => {
    const names = { companyName: story.name, companyShortName: story.shortName };
    for (const person of people) expect(findPasswordFault(DEMO_PASSWORD, { ...person, ...names })).toBeNull();
  });
});

describe("the smallest", () => {
  const company = new DemoCompany(10);
  const roles = company.people.flatMap((person) => person.roles.map(({ role }) => ({ role, key: person.key })));

  it("has two rooms, two languages, people with two roles, and nobody who may approve", () => {
    expect(Math.max(...company.people.map(({ department }) => company.pathOf(department).length))).toBe(2);
    expect(company.story.languages).toEqual(["it", "en"]);
    expect(new Set(roles.map(({ key }) => key)).size).toBeLessThan(roles.length);
    expect(roles.filter(({ role }) => role === "approver")).toEqual([]);
    expect(roles.filter(({ role }) => role === "administrator")).toHaveLength(1);
  });
});

describe("the largest", () => {
  const company = new DemoCompany(2000);

  it("has a shop in 61 places of five countries, at least five levels, and no shop under twelve people", () => {
    const shops = company.story.departments.filter(({ key }) => key.startsWith("shop."));
    expect(shops).toHaveLength(61);
    for (const { key, size } of shops) expect([key, size > 11 && size < 35]).toEqual([key, true]);
    expect(new Set(company.story.locations.map(({ country }) => country))).toEqual(new Set(["IT", "RO", "MD", "IE", "GB"]));
    expect(Math.max(...company.people.map(({ department }) => company.pathOf(department).length))).toBe(5);
  });

  it("keeps whom the stories name, and about a third without a mail address", () => {
    const first = new DemoCompany(240);
    expect(company.knows(first.story.messages.map(({ author }) => author))).toBe(true);
    expect(company.people.filter(({ email }) => email === null).length).toBe(690);
  });
});

describe("a size from the command line", () => {
  it("is one of the three, else none", () => {
    expect(["10", "240", " 2000 "].map(demoSizeOf)).toEqual([10, 240, 2000]);
    for (const text of ["", "11", "-10", "2000.0", "2e3", "zehn", "010", "constructor"]) expect(demoSizeOf(text)).toBeNull();
  });
});
