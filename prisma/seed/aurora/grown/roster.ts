/** How many of whom work where in the company of 2,000, beside the people that stories name. */
import { named } from "../people";
import type { RosterRow } from "../roster";
import type { Language } from "../story";
import { areas, bakeries, depots, type SiteStory } from "./places";

const PEOPLE = 2_000;

type Line = [jobTitle: string, location: string, language: Language, count: number];

const offices: RosterRow[] = [
  ...team("aurora", [["Assistant to the managing director", "turin", "it", 1], ["Internal auditor", "turin", "it", 2], ["Sustainability lead", "santoStefano", "it", 1]]),
  ...team("operations", [
    ["Operations planner", "settimo", "it", 3], ["Food safety manager", "settimo", "it", 1], ["Food safety manager", "cluj", "ro", 1],
    ["Operations lead, Romania", "cluj", "ro", 1], ["Operations lead, Ireland", "rathmines", "en", 1],
  ]),
  ...team("retail", [["Retail planner", "turin", "it", 3], ["Visual merchandiser", "turin", "it", 2], ["Visual merchandiser", "bucharest", "ro", 1]]),
  ...areas.flatMap(({ key, location, languages }) => team(key, [["Area manager", location, languages[0]![0], 1], ["Area trainer", location, languages[0]![0], 2]])),
  ...team("production", [["Quality lead", "settimo", "it", 1], ["Recipe developer", "settimo", "it", 3]]),
  ...team("logistics", [["Route planner", "settimo", "it", 3], ["Fleet manager", "settimo", "it", 1]]),
  ...team("headOffice", [["Receptionist", "turin", "it", 3], ["Facility coordinator", "turin", "it", 3]]),
  ...team("finance", [
    ["Finance manager", "turin", "it", 2], ["Accountant", "turin", "it", 14], ["Accountant", "cluj", "ro", 5],
    ["Controller", "stoneybatter", "en", 3], ["Credit controller", "turin", "it", 4],
  ]),
  ...team("purchasing", [["Buyer, flour and grain", "turin", "it", 3], ["Buyer, equipment", "turin", "it", 3], ["Buyer, packaging", "santoStefano", "it", 2], ["Buyer, Romania", "cluj", "ro", 3]]),
  ...team("it", [["Delivery lead", "turin", "en", 2], ["Data analyst", "stoneybatter", "en", 4], ["Security engineer", "cluj", "ro", 2]]),
  ...team("shopSystems", [["Software developer", "turin", "it", 10], ["Software developer", "cluj", "ro", 8], ["Shop systems support", "turin", "it", 6], ["Shop systems support", "stoneybatter", "en", 3], ["Test engineer", "cluj", "ro", 3]]),
  ...team("serviceDesk", [["Service desk", "turin", "it", 6], ["Service desk", "bucharest", "ro", 4], ["Network engineer", "settimo", "it", 3]]),
  ...team("hr", [["Head of HR", "turin", "it", 1], ["HR analyst", "turin", "it", 1]]),
  ...team("peopleItaly", [["HR partner", "turin", "it", 6], ["Recruiter", "isola", "it", 3], ["Trainer", "turin", "it", 3]]),
  ...team("peopleRomania", [["HR partner", "cluj", "ro", 4], ["Recruiter", "bucharest", "ro", 2], ["HR partner", "chisinau", "ru", 1]]),
  ...team("peopleIreland", [["HR partner", "stoneybatter", "en", 3], ["Recruiter", "cork", "en", 1]]),
  ...team("payroll", [["Payroll specialist", "turin", "it", 6], ["Payroll specialist", "cluj", "ro", 3]]),
  ...team("brand", [
    ["Photographer", "turin", "it", 1], ["Graphic designer", "turin", "it", 3], ["Copywriter", "stoneybatter", "en", 2], ["Press officer", "turin", "it", 1],
    ["Web editor", "turin", "it", 2], ["Events planner", "isola", "it", 2], ["Marketing manager, Romania", "bucharest", "ro", 2],
  ]),
];

const sites = [...bakeries.flatMap((site) => crew(site, ["Baker", "Baker", "Baker, nights", "Packing operator", "Pastry cook", "Maintenance technician"])),
  ...depots.flatMap((site) => crew(site, ["Driver", "Driver", "Warehouse worker", "Dispatcher"]))];

/** Everybody else stands in a shop: shared out evenly, a few more where the company is older. */
export const roster: RosterRow[] = [...offices, ...sites, ...shopCrews(PEOPLE - named.length - sum(offices) - sum(sites))];

function shopCrews(people: number): RosterRow[] {
  const shops = areas.flatMap((area) => area.shops.map(([key]) => ({ key: `shop.${key}`, location: key, languages: area.languages })));
  const upTo = (at: number) => Math.round((people * at) / shops.length);
  // Of every three shops the first is larger by what the others are smaller.
  const larger = (at: number) => (at === shops.length - 1 ? 0 : at % 3 === 0 ? 4 : -2);
  return shops.flatMap((shop, at) => {
    const size = upTo(at + 1) - upTo(at) + larger(at);
    const lead: RosterRow = { department: shop.key, jobTitle: "Shop lead", location: shop.location, language: shop.languages[0]![0], count: 1, mail: "all" };
    return [lead, ...crew({ ...shop, name: "", people: size - 1 }, ["Shop assistant"])];
  });
}

/** People of one place, by what they read, their jobs dealt out in turn. */
function crew({ key, location, languages, people }: Pick<SiteStory, "key" | "name" | "location" | "languages" | "people">, jobs: string[]): RosterRow[] {
  const rows = new Map<string, RosterRow>();
  for (let at = 0; at < people; at++) {
    const jobTitle = jobs[at % jobs.length]!;
    const language = languageAt(languages, ((at * 61) % people) / people);
    const row = rows.get(`${jobTitle} ${language}`) ?? { department: key, jobTitle, location, language, count: 0, mail: "some" as const };
    rows.set(`${jobTitle} ${language}`, { ...row, count: row.count + 1 });
  }
  return [...rows.values()];
}

/** @param part from 0 up to 1 */
function languageAt(languages: SiteStory["languages"], part: number): Language {
  let above = 0;
  return (languages.find(([, percent]) => (above += percent) > part * 100) ?? languages[0]!)[0];
}

function team(department: string, lines: Line[]): RosterRow[] {
  return lines.map(([jobTitle, location, language, count]) => ({ department, jobTitle, location, language, count, mail: "all" }));
}

function sum(rows: readonly RosterRow[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
