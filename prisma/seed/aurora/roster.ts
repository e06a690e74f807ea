/** How many of whom work where, beside the people that stories name. The sums are the departments' sizes. */
import type { DepartmentKey, LocationKey } from "./departments";
import type { Language } from "./story";

export interface RosterRow {
  department: string;
  jobTitle: string;
  location: string;
  language: Language;
  count: number;
  /** "some": work away from a desk, where many have no address. */
  mail: "all" | "some";
}

export const roster: RosterRow[] = [
  ...team("aurora", [["Assistant to the managing director", "turin", "it", 1], ["Internal auditor", "turin", "it", 1]]),

  ...team("operations", [
    ["Operations planner", "settimo", "it", 2],
    ["Food safety manager", "settimo", "it", 1],
    ["Operations lead, Romania", "cluj", "ro", 1],
    ["Operations lead, Ireland", "rathmines", "en", 1],
  ]),

  ...team("retail", [
    ["Area manager, Turin", "turin", "it", 1],
    ["Area manager, Milan", "isola", "it", 1],
    ["Visual merchandiser", "turin", "it", 1],
    ["Shop lead", "vanchiglia", "it", 1],
    ["Shop lead", "sanSalvario", "it", 1],
    ["Shop lead", "portaRomana", "it", 1],
    ["Shop lead", "bucharest", "ro", 1],
    ["Shop lead", "stoneybatter", "en", 1],
    ["Shop lead", "rathmines", "en", 1],
  ]),
  ...floor("retail", [
    ["Shop assistant", "turin", "it", 10],
    ["Shop assistant", "turin", "ru", 1],
    ["Shop assistant", "vanchiglia", "it", 9],
    ["Shop assistant", "sanSalvario", "it", 6],
    ["Shop assistant", "sanSalvario", "ru", 1],
    ["Shop assistant", "isola", "it", 11],
    ["Shop assistant", "isola", "ru", 1],
    ["Shop assistant", "portaRomana", "it", 10],
    ["Shop assistant", "portaRomana", "ru", 1],
    ["Shop assistant", "genoa", "it", 8],
    ["Shop assistant", "cluj", "ro", 5],
    ["Shop assistant", "bucharest", "ro", 4],
    ["Shop assistant", "stoneybatter", "en", 8],
    ["Shop assistant", "rathmines", "en", 6],
  ]),

  ...team("production", [["Quality technician", "settimo", "it", 2], ["Quality technician", "rathmines", "en", 1]]),
  ...floor("production", [
    ["Master baker", "settimo", "it", 2],
    ["Baker", "settimo", "it", 12],
    ["Baker", "settimo", "ru", 2],
    ["Baker", "settimo", "ro", 2],
    ["Pastry cook", "settimo", "it", 4],
    ["Maintenance technician", "settimo", "it", 2],
    ["Packing operator", "settimo", "it", 5],
    ["Packing operator", "settimo", "ru", 2],
    ["Baker, nights", "cluj", "ro", 7],
    ["Packing operator", "cluj", "ro", 2],
  ]),

  ...team("logistics", [
    ["Dispatcher", "settimo", "it", 3],
    ["Dispatcher", "cluj", "ro", 1],
    ["Dispatcher", "rathmines", "en", 1],
  ]),
  ...floor("logistics", [
    ["Driver", "settimo", "it", 10],
    ["Driver", "settimo", "ru", 1],
    ["Driver", "settimo", "ro", 1],
    ["Driver", "isola", "it", 1],
    ["Driver", "cluj", "ro", 3],
    ["Driver", "bucharest", "ro", 1],
    ["Driver", "rathmines", "en", 2],
    ["Warehouse worker", "settimo", "it", 10],
    ["Warehouse worker", "settimo", "ru", 1],
    ["Warehouse worker", "settimo", "ro", 1],
    ["Fleet mechanic", "settimo", "it", 1],
  ]),

  ...team("headOffice", [
    ["Finance manager", "turin", "it", 1],
    ["Accountant", "turin", "it", 4],
    ["Payroll specialist", "turin", "it", 2],
    ["Buyer, flour and grain", "turin", "it", 1],
    ["Buyer, equipment", "turin", "it", 1],
    ["Receptionist", "turin", "it", 1],
    ["Facility coordinator", "turin", "it", 1],
    ["Controller", "stoneybatter", "en", 1],
  ]),

  ...team("it", [
    ["Software developer", "turin", "it", 3],
    ["Software developer", "stoneybatter", "en", 1],
    ["Shop systems support", "turin", "it", 4],
    ["Shop systems support", "stoneybatter", "en", 1],
    ["Service desk", "turin", "it", 2],
    ["Network engineer", "settimo", "it", 1],
    ["Test engineer", "turin", "it", 1],
    ["Data analyst", "stoneybatter", "en", 1],
    ["Delivery lead", "turin", "en", 1],
  ]),

  ...team("hr", [
    ["Head of HR", "turin", "it", 1],
    ["HR partner", "turin", "it", 2],
    ["HR partner, Ireland", "stoneybatter", "en", 1],
    ["Recruiter", "turin", "it", 1],
    ["Trainer", "turin", "it", 1],
  ]),

  ...team("brand", [
    ["Photographer", "turin", "it", 1],
    ["Graphic designer", "turin", "it", 1],
    ["Copywriter", "stoneybatter", "en", 1],
    ["Press officer", "turin", "it", 1],
    ["Web editor", "turin", "it", 1],
    ["Events planner", "turin", "it", 1],
  ]),
];

export type Line<Place = LocationKey> = [jobTitle: string, location: Place, language: Language, count: number];

function team(department: DepartmentKey, lines: Line[]): RosterRow[] {
  return lines.map((line) => rowOf(department, line, "all"));
}

function floor(department: DepartmentKey, lines: Line[]): RosterRow[] {
  return lines.map((line) => rowOf(department, line, "some"));
}

function rowOf(department: DepartmentKey, [jobTitle, location, language, count]: Line, mail: RosterRow["mail"]): RosterRow {
  return { department, jobTitle, location, language, count, mail };
}
