/** Aurora Bakeries: the company, its nine departments in three levels, and where people work. */

export const company = {
  name: "Aurora Bakeries",
  shortName: "Aurora",
  language: "it",
  languages: ["it", "en", "ro", "ru"],
  timeZone: "Europe/Rome",
} as const;

export interface DepartmentStory {
  key: string;
  name: string;
  parent: string | null;
  /** People directly in it. */
  size: number;
}

/** Parents stand before their children. */
export const departments = [
  { key: "aurora", name: "Aurora Bakeries", parent: null, size: 3 },
  { key: "operations", name: "Operations", parent: "aurora", size: 7 },
  { key: "retail", name: "Retail sales", parent: "operations", size: 96 },
  { key: "production", name: "Production", parent: "operations", size: 46 },
  { key: "logistics", name: "Logistics", parent: "operations", size: 41 },
  { key: "headOffice", name: "Head office", parent: "aurora", size: 13 },
  { key: "it", name: "IT", parent: "headOffice", size: 18 },
  { key: "hr", name: "HR", parent: "headOffice", size: 8 },
  { key: "brand", name: "Brand and marketing", parent: "headOffice", size: 8 },
] as const satisfies readonly DepartmentStory[];

export type DepartmentKey = (typeof departments)[number]["key"];

/** The department and everything above it, nearest first. */
export function pathOf(key: string): DepartmentKey[] {
  const department = departments.find((one) => one.key === key);
  if (!department) throw new Error(`There is no department ${key}.`);
  return department.parent === null ? [department.key] : [department.key, ...pathOf(department.parent)];
}

/** Messages that touch them need a second pair of eyes. */
export const approvalRules: { department: DepartmentKey; reason: string; coversNotices: boolean }[] = [
  { department: "production", reason: "Food safety: somebody outside reads it before the bakery changes anything.", coversNotices: false },
];

/** The first shop stands in Turin, with the head office above it; the bakery is in Settimo, outside the city. */
export const locations = [
  { key: "turin", name: "Turin", country: "IT", timeZone: "Europe/Rome" },
  { key: "vanchiglia", name: "Turin Vanchiglia", country: "IT", timeZone: "Europe/Rome" },
  { key: "sanSalvario", name: "Turin San Salvario", country: "IT", timeZone: "Europe/Rome" },
  { key: "settimo", name: "Settimo bakery", country: "IT", timeZone: "Europe/Rome" },
  { key: "isola", name: "Milan Isola", country: "IT", timeZone: "Europe/Rome" },
  { key: "portaRomana", name: "Milan Porta Romana", country: "IT", timeZone: "Europe/Rome" },
  { key: "genoa", name: "Genoa Castelletto", country: "IT", timeZone: "Europe/Rome" },
  { key: "cluj", name: "Cluj-Napoca", country: "RO", timeZone: "Europe/Bucharest" },
  { key: "bucharest", name: "Bucharest Cotroceni", country: "RO", timeZone: "Europe/Bucharest" },
  { key: "stoneybatter", name: "Dublin Stoneybatter", country: "IE", timeZone: "Europe/Dublin" },
  { key: "rathmines", name: "Dublin Rathmines", country: "IE", timeZone: "Europe/Dublin" },
] as const;

export type LocationKey = (typeof locations)[number]["key"];
