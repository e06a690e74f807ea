/** Aurora Bakeries some years on: 2,000 people, 61 shops in five countries, every shop a department of its own. */
import type { CompanyStory, LocationStory } from "../company-story";
import { approvalRules, company, type DepartmentStory, departments as firstDepartments } from "../departments";
import { messages } from "../messages";
import { founder, named, type Named, type PersonStory, populate, signIns } from "../people";
import { posts } from "../posts";
import { areas, bakeries, depots } from "./places";
import { roster } from "./roster";

const WITHOUT_MAIL = 690;

const shops = areas.flatMap((area) => area.shops.map(([key, name, country = area.country, timeZone = area.timeZone]) => ({ key, name, country, timeZone, area: area.key })));

const locations: LocationStory[] = [
  ...shops.map(({ key, name, country, timeZone }) => ({ key, name, country, timeZone })),
  ...bakeries.flatMap(({ location, place }) => (place ? [{ key: location, ...place }] : [])),
];

const people: PersonStory[] = populate({ name: "aurora grown", named: named.map(moved), roster, withoutMail: WITHOUT_MAIL });

/** Whom stories name work where they always did, in the part of their department that stands there now. */
function moved(person: Named): Named {
  const { department, location } = person;
  if (department === "retail" && !person.jobTitle.startsWith("Area")) return { ...person, department: `shop.${location}` };
  if (department === "retail") return { ...person, department: shops.find(({ key }) => key === location)!.area };
  const sites = department === "production" ? bakeries : department === "logistics" ? depots : [];
  const isHead = person.jobTitle.startsWith("Head");
  return { ...person, department: (!isHead && sites.find((site) => site.location === location)?.key) || department };
}

const tree: Omit<DepartmentStory, "size">[] = [
  ...firstDepartments,
  ...areas.map(({ key, name }) => ({ key, name, parent: "retail" })),
  ...shops.map(({ key, name, area }) => ({ key: `shop.${key}`, name: `Shop ${name}`, parent: area })),
  ...bakeries.map(({ key, name }) => ({ key, name, parent: "production" })),
  ...depots.map(({ key, name }) => ({ key, name, parent: "logistics" })),
  { key: "finance", name: "Finance", parent: "headOffice" },
  { key: "purchasing", name: "Purchasing", parent: "headOffice" },
  { key: "shopSystems", name: "Shop systems", parent: "it" },
  { key: "serviceDesk", name: "Service desk and networks", parent: "it" },
  { key: "peopleItaly", name: "HR Italy", parent: "hr" },
  { key: "peopleRomania", name: "HR Romania and Moldova", parent: "hr" },
  { key: "peopleIreland", name: "HR Ireland", parent: "hr" },
  { key: "payroll", name: "Payroll", parent: "hr" },
];

export const grown: CompanyStory = {
  ...company,
  departments: tree.map((department) => ({ ...department, size: people.filter((person) => person.department === department.key).length })),
  locations,
  people,
  founder,
  signIns,
  approvalRules,
  messages,
  posts,
};
