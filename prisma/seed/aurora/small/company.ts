/** Aurora as one bakery with its shop: ten people who do several things each, and nobody yet to approve a post. */
import type { CompanyStory } from "../company-story";
import { FOUNDED_DAYS_AGO, type Named, populate } from "../people";
import type { PersonKey } from "../story";
import { messages } from "./messages";
import { posts } from "./posts";

const turin = { key: "turin", name: "Turin Vanchiglia", country: "IT", timeZone: "Europe/Rome" };

/** Two rooms and an office. */
const departments = [
  { key: "aurora", name: "Aurora Bakery", parent: null, size: 2 },
  { key: "retail", name: "Shop", parent: "aurora", size: 4 },
  { key: "production", name: "Bakery", parent: "aurora", size: 4 },
];

const inShop = { department: "retail", location: turin.key };
const inBakery = { department: "production", location: turin.key };
const inOffice = { department: "aurora", location: turin.key };

/** The administrator is alone in it, and publishes too: Vouch asks for an approver before the first post. */
const named: Named[] = [
  { key: "employee", name: ["Giulia", "Rossi"], ...inShop, jobTitle: "Shop assistant", language: "en", years: 3.2 },
  { key: "logistics", name: ["Marco", "Bianchi"], ...inShop, jobTitle: "Deliveries and market stall", language: "it", years: 5.7 },
  { key: "publisher", name: ["Sara", "Greco"], ...inShop, jobTitle: "Shop lead, social media", language: "en", years: 4.3, roles: [{ role: "publisher", department: null }, { role: "moderator", department: null }] },
  { key: "leader", name: ["Margherita", "Olivero"], ...inOffice, jobTitle: "Owner", language: "it", years: 11, roles: [{ role: "leader", department: null }] },
  { key: "admin", name: ["Niall", "Byrne"], ...inOffice, jobTitle: "Office, orders and computers", language: "en", years: FOUNDED_DAYS_AGO / 365.25, roles: [{ role: "administrator", department: null }, { role: "publisher", department: null }] },
  { key: "teresa.bruno", name: ["Teresa", "Bruno"], ...inBakery, jobTitle: "Head baker", language: "it", years: 9.4 },
  { key: "luca.testa", name: ["Luca", "Testa"], ...inBakery, jobTitle: "Baker", language: "it", years: 6.4 },
  { key: "ionut.baciu", name: ["Ionuț", "Baciu"], ...inBakery, jobTitle: "Baker, nights", language: "it", years: 2.2, email: null },
  { key: "davide.roatta", name: ["Davide", "Roatta"], ...inBakery, jobTitle: "Apprentice", language: "it", years: 0.8, email: null },
  { key: "chiara.montanaro", name: ["Chiara", "Montanaro"], ...inShop, jobTitle: "Shop assistant, weekends", language: "it", years: 1.4 },
];

const signIns: PersonKey[] = ["employee", "logistics", "publisher", "leader", "admin"];

export const small: CompanyStory = {
  name: "Aurora Bakery",
  shortName: "Aurora",
  language: "it",
  languages: ["it", "en"],
  timeZone: turin.timeZone,
  departments,
  locations: [turin],
  people: populate({ name: "aurora small", named, roster: [], withoutMail: 2 }),
  founder: "admin",
  signIns,
  approvalRules: [],
  messages,
  posts,
};
