/** How people show themselves: a portrait, a line for colleagues, the languages they speak. */
import type { Portrait } from "../portraits";
import type { PersonKey } from "./story";

export interface ProfileStory {
  key: PersonKey;
  portrait: Portrait;
  askMe: string;
  spokenLanguages: string[];
  daysAgo: number;
}

const WALLS = { flour: ["#efe0c6", "#c79a63"], oven: ["#e8b98a", "#9c5a34"], sky: ["#cfdde6", "#8aa3b5"], leaf: ["#d5ddc4", "#8d9f78"] } satisfies Record<string, Portrait["ground"]>;

export const profiles: ProfileStory[] = [
  { key: "employee", daysAgo: 81, askMe: "Market mornings, queues, sourdough for beginners", spokenLanguages: ["Italiano", "English"], portrait: { skin: "#f0c9a6", hair: "#5b3a26", style: "bun", clothes: "#f3ede3", apron: "#0b6b50", ground: WALLS.flour } },
  { key: "it", daysAgo: 78, askMe: "Tills, order screens, anything that beeps", spokenLanguages: ["Italiano", "English", "Français"], portrait: { skin: "#eebf98", hair: "#33241c", style: "bob", clothes: "#3f5d7a", ground: WALLS.sky, glasses: true } },
  { key: "logistics", daysAgo: 74, askMe: "Furgoni, strade chiuse, orari di scarico", spokenLanguages: ["Italiano"], portrait: { skin: "#dfae84", hair: "#2c2320", style: "short", clothes: "#4a5a48", ground: WALLS.leaf, beard: true } },
  { key: "publisher", daysAgo: 88, askMe: "How to say it so that it is read", spokenLanguages: ["Italiano", "English", "Español"], portrait: { skin: "#f2cfb0", hair: "#8a5a34", style: "long", clothes: "#a14c3c", ground: WALLS.sky } },
  { key: "approver", daysAgo: 70, askMe: "Claims, photographs, what we never say", spokenLanguages: ["Italiano", "English"], portrait: { skin: "#efc7a4", hair: "#a9a29a", style: "bob", clothes: "#2f3b4c", ground: WALLS.flour } },
  { key: "leader", daysAgo: 66, askMe: "Planning, vans, and how the first oven was carried in", spokenLanguages: ["Italiano", "English"], portrait: { skin: "#e3b48c", hair: "#8d8880", style: "thin", clothes: "#5a6b7c", ground: WALLS.oven, glasses: true } },
  { key: "moderator", daysAgo: 61, askMe: "Prima zi, concedii, întrebări grele", spokenLanguages: ["Română", "English", "Magyar"], portrait: { skin: "#f1cdae", hair: "#2e1f1a", style: "long", clothes: "#6b4f7a", ground: WALLS.leaf } },
  { key: "admin", daysAgo: 90, askMe: "Sign-ins, cables, kiosks", spokenLanguages: ["English", "Gaeilge"], portrait: { skin: "#f4d3b8", hair: "#b4622d", style: "short", clothes: "#31473f", ground: WALLS.sky, beard: true } },
  { key: "andreea.muresan", daysAgo: 45, askMe: "Covrigi, vitrine, clienți de dimineață", spokenLanguages: ["Română", "Italiano"], portrait: { skin: "#eec6a2", hair: "#6e4528", style: "curls", clothes: "#f0e9dc", apron: "#0b6b50", ground: WALLS.oven } },
  { key: "teresa.bruno", daysAgo: 40, askMe: "Forni, turni, lievito che non parte", spokenLanguages: ["Italiano", "Piemontèis"], portrait: { skin: "#ebc19a", hair: "#7a736b", style: "bun", clothes: "#faf5ec", apron: "#8c5a33", ground: WALLS.oven } },
  { key: "luca.testa", daysAgo: 33, askMe: "Pane del mattino, farine antiche", spokenLanguages: ["Italiano"], portrait: { skin: "#d9a377", hair: "#1f1814", style: "curls", clothes: "#faf5ec", apron: "#42566b", ground: WALLS.flour } },
  { key: "olga.sokolova", daysAgo: 21, askMe: "Подарочные корзины и спокойствие в субботу", spokenLanguages: ["Русский", "Italiano"], portrait: { skin: "#f5d8c0", hair: "#d0a866", style: "bob", clothes: "#f0e9dc", apron: "#0b6b50", ground: WALLS.leaf } },
];
