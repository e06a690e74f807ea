/** The people of Aurora Bakeries: those the stories name, and everybody else from lists. 240 as the company is drawn here. */
import { seededRandom, type Random } from "../random";
import { type DepartmentKey, pathOf } from "./departments";
import * as names from "./names";
import { roster, type RosterRow } from "./roster";
import type { Language, PersonKey } from "./story";

export type DemoRole = "publisher" | "approver" | "leader" | "moderator" | "administrator";

export interface PersonStory {
  key: PersonKey;
  givenName: string;
  familyName: string;
  /** About a third, in shops, vans and bakeries, have none. */
  email: string | null;
  personnelNumber: string;
  department: string;
  location: string;
  jobTitle: string;
  language: Language;
  /** Days before the demo's start day. */
  joinedDaysAgo: number;
  roles: { role: DemoRole; department: string | null }[];
}

export interface Named {
  key: PersonKey;
  name: [given: string, family: string];
  department: string;
  location: string;
  jobTitle: string;
  language: Language;
  years: number;
  email?: string | null;
  roles?: PersonStory["roles"];
}

/** The day on which the company began with Vouch; its first administrator joined to bring it in. */
export const FOUNDED_DAYS_AGO = 92;

const DOMAIN = "aurora.example";
const COMPANY_WIDE = null;
const WITHOUT_MAIL = 80;

/** The sign-ins of the demo, in the order in which they are printed. */
export const signIns: PersonKey[] = [
  "employee",
  "it",
  "logistics",
  "publisher",
  "approver",
  "leader",
  "moderator",
  "admin",
];

/** Everybody's in the demo. */
export const DEMO_PASSWORD = "warm-bread-at-seven";

/** A driver without a mail address, who joined with a card: personnel number and this PIN. */
export const DEMO_PIN = "394817";
export const pinSignIn: PersonKey = "ionut.baciu";

/** The first administrator. */
export const founder: PersonKey = "admin";

/** People whom stories call by their key. */
export const named: Named[] = [
  { key: "employee", name: ["Giulia", "Rossi"], department: "retail", location: "turin", jobTitle: "Shop lead", language: "en", years: 9.2 },
  { key: "it", name: ["Elena", "Conti"], department: "it", location: "turin", jobTitle: "Product owner, shop systems", language: "en", years: 6.4 },
  { key: "logistics", name: ["Marco", "Bianchi"], department: "logistics", location: "settimo", jobTitle: "Logistics coordinator", language: "it", years: 11.7 },
  { key: "publisher", name: ["Sara", "Greco"], department: "hr", location: "turin", jobTitle: "Internal communications", language: "en", years: 4.3, roles: [{ role: "publisher", department: COMPANY_WIDE }] },
  { key: "approver", name: ["Irene", "Fabbri"], department: "brand", location: "turin", jobTitle: "Head of brand", language: "en", years: 7.9, roles: [{ role: "approver", department: COMPANY_WIDE }] },
  { key: "leader", name: ["Paolo", "Ferri"], department: "operations", location: "turin", jobTitle: "Head of operations", language: "en", years: 14.1, roles: [{ role: "leader", department: "operations" }] },
  { key: "moderator", name: ["Ioana", "Rusu"], department: "hr", location: "cluj", jobTitle: "HR partner, Romania", language: "ro", years: 5.6, roles: [{ role: "moderator", department: COMPANY_WIDE }] },
  { key: "admin", name: ["Niall", "Byrne"], department: "it", location: "stoneybatter", jobTitle: "Systems administrator", language: "en", years: FOUNDED_DAYS_AGO / 365.25, roles: [{ role: "administrator", department: COMPANY_WIDE }] },

  { key: "margherita.olivero", name: ["Margherita", "Olivero"], department: "aurora", location: "turin", jobTitle: "Founder and managing director", language: "it", years: 20 },
  { key: "anna.colombo", name: ["Anna", "Colombo"], department: "operations", location: "settimo", jobTitle: "Operations coordinator", language: "it", years: 8.5, roles: [{ role: "publisher", department: "operations" }] },
  { key: "alessandra.piras", name: ["Alessandra", "Piras"], department: "headOffice", location: "turin", jobTitle: "Legal counsel", language: "it", years: 5.1, roles: [{ role: "approver", department: COMPANY_WIDE }] },
  { key: "stefano.marchisio", name: ["Stefano", "Marchisio"], department: "it", location: "turin", jobTitle: "Head of IT", language: "it", years: 12.3 },
  { key: "luca.testa", name: ["Luca", "Testa"], department: "production", location: "settimo", jobTitle: "Baker", language: "it", years: 13.4 },
  { key: "teresa.bruno", name: ["Teresa", "Bruno"], department: "production", location: "settimo", jobTitle: "Head of production", language: "it", years: 18.6 },
  { key: "roberto.gatti", name: ["Roberto", "Gatti"], department: "logistics", location: "settimo", jobTitle: "Head of logistics", language: "it", years: 15.2 },
  { key: "matteo.villata", name: ["Matteo", "Villata"], department: "brand", location: "turin", jobTitle: "Social media editor", language: "it", years: 2.7, roles: [{ role: "publisher", department: COMPANY_WIDE }] },
  { key: "sinead.farrell", name: ["Sinead", "Farrell"], department: "retail", location: "stoneybatter", jobTitle: "Area manager, Dublin", language: "en", years: 6.9 },
  { key: "andreea.muresan", name: ["Andreea", "Mureșan"], department: "retail", location: "cluj", jobTitle: "Shop lead", language: "ro", years: 4.8 },
  { key: "radu.petrean", name: ["Radu", "Petrean"], department: "production", location: "cluj", jobTitle: "Shift lead, nights", language: "ro", years: 5.3 },
  { key: "olga.sokolova", name: ["Olga", "Sokolova"], department: "retail", location: "vanchiglia", jobTitle: "Shop assistant", language: "ru", years: 3.1 },
  { key: "davide.roatta", name: ["Davide", "Roatta"], department: "retail", location: "isola", jobTitle: "Shop lead", language: "it", years: 7.2 },
  { key: "chiara.montanaro", name: ["Chiara", "Montanaro"], department: "retail", location: "genoa", jobTitle: "Shop lead", language: "it", years: 10.1 },
  { key: "ionut.baciu", name: ["Ionuț", "Baciu"], department: "logistics", location: "settimo", jobTitle: "Driver", language: "ro", years: 6.2, email: null },
  { key: "dmitri.lebedkin", name: ["Dmitri", "Lebedkin"], department: "logistics", location: "settimo", jobTitle: "Driver", language: "ru", years: 4.4, email: null },
];

/** Everybody, in the order in which they joined. The same 240 every time. */
export const people: PersonStory[] = populate({ name: "aurora people", named, roster, withoutMail: WITHOUT_MAIL });

/** How somebody waits who can't sign in yet: for a mail to be opened, a card to be scanned, or to be invited at all. */
export type Waiting = "mail" | "card" | "nothing";

/** A few of those whom no story calls by name have not joined. */
export const waiting: ReadonlyMap<PersonKey, Waiting> = new Map(
  people
    .filter(({ key }) => !named.some((person) => person.key === key))
    .filter((_, at) => at % 15 === 7)
    .map(({ key, email }, at) => [key, at % 4 === 3 ? "nothing" : email ? "mail" : "card"]),
);

/** The person of a story; throws for a key that nobody has. */
export function personOf(key: PersonKey): PersonStory {
  const person = byKey.get(key);
  if (!person) throw new Error(`Nobody in the demo is called ${key}.`);
  return person;
}

export interface Population {
  /** Another name makes other people. */
  name: string;
  named: readonly Named[];
  roster: readonly RosterRow[];
  /** How many have no mail address. */
  withoutMail: number;
}

/** Everybody of a company, in the order in which they joined. The same for the same name. */
export function populate({ name, named, roster, withoutMail }: Population): PersonStory[] {
  const random = seededRandom(name);
  const taken = new Set(named.map(({ name }) => name.join(" ")));
  const drafts: Omit<PersonStory, "personnelNumber">[] = named.map((person) => ({
    key: person.key,
    givenName: person.name[0],
    familyName: person.name[1],
    email: person.email === null ? null : addressOf(person),
    department: person.department,
    location: person.location,
    jobTitle: person.jobTitle,
    language: person.language,
    joinedDaysAgo: Math.round(person.years * 365.25),
    roles: person.roles ?? [],
  }));

  const fromRoster = roster.flatMap(({ count, ...row }) =>
    Array.from({ length: count }, () => {
      const [givenName, familyName] = newName(random, row.language, taken);
      const key = `${plain(givenName)}.${plain(familyName)}`;
      // Most joined lately, a few long ago: the square leans the years towards today.
      const joinedDaysAgo = 25 + Math.round(random.next() ** 2 * (20 * 365 - 60));
      return { ...row, key, givenName, familyName, email: `${key}@${DOMAIN}`, joinedDaysAgo, roles: [] };
    }),
  );
  const mayLackMail = random.shuffled(fromRoster.filter((person) => person.mail === "some"));
  const lacking = withoutMail - drafts.filter(({ email }) => email === null).length;
  const without = new Set(mayLackMail.slice(0, lacking).map(({ key }) => key));
  drafts.push(...fromRoster.map(({ mail, ...person }) => ({ ...person, email: mail === "some" && without.has(person.key) ? null : person.email })));

  return drafts
    .sort((one, other) => other.joinedDaysAgo - one.joinedDaysAgo || (one.key < other.key ? -1 : 1))
    .map((person, at) => ({ ...person, personnelNumber: String(10_001 + at * 7) }));
}

const byKey = new Map(people.map((person) => [person.key, person]));

function addressOf({ key, name }: Named): string {
  return signIns.includes(key) ? `${key}@${DOMAIN}` : `${plain(name[0])}.${plain(name[1])}@${DOMAIN}`;
}

function newName(random: Random, language: Language, taken: Set<string>): [string, string] {
  for (let tries = 0; tries < 500; tries++) {
    const name = nameIn(random, language);
    // No two people share a name, and nobody is called twice the same ("Bogdan Bogdan").
    const address = name.map(plain).join(".");
    if (taken.has(name.join(" ")) || taken.has(address) || name[0] === name[1]) continue;
    taken.add(name.join(" ")).add(address);
    return name;
  }
  throw new Error(`The names in ${language} have run out.`);
}

function nameIn(random: Random, language: Language): [string, string] {
  if (language === "en") return [random.pick(names.irishGiven), random.pick(names.irishFamily)];
  if (language === "ro") return [random.pick(names.romanianGiven), random.pick(names.romanianFamily)];
  if (language === "ru") {
    const [given, ending] = random.pick(names.russianGiven);
    return [given, random.pick(names.russianFamily) + ending];
  }
  return [random.pick(names.italianGiven), random.pick(names.italianFamily)];
}

/** "Ștefania" → "stefania". */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

/** Everybody who works in one of the departments or under it. */
export function peopleIn(keys: readonly DepartmentKey[]): PersonStory[] {
  return people.filter(({ department }) => pathOf(department).some((key) => keys.includes(key)));
}
