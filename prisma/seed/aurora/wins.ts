/** What Aurora stands for, and the good work that people saw in one another in 90 days. */
import type { DepartmentKey } from "./departments";
import type { Language, PersonKey } from "./story";
import type { PictureKey } from "../pictures";

export interface ValueStory {
  key: string;
  names: Record<Language, string>;
  sentences: Record<Language, string>;
}

export const values: ValueStory[] = [
  {
    key: "together",
    names: { en: "We fix it together", it: "Lo risolviamo insieme", ro: "Rezolvăm împreună", ru: "Решаем вместе" },
    sentences: {
      en: "A problem belongs to whoever sees it, and nobody is left alone with it.",
      it: "Un problema è di chi lo vede, e nessuno resta solo ad affrontarlo.",
      ro: "O problemă este a celui care o vede, și nimeni nu rămâne singur cu ea.",
      ru: "Проблема принадлежит тому, кто её увидел, и никто не остаётся с ней один.",
    },
  },
  {
    key: "honest",
    names: { en: "Honest bread", it: "Pane onesto", ro: "Pâine cinstită", ru: "Честный хлеб" },
    sentences: {
      en: "We say what is in it, and what went wrong.",
      it: "Diciamo che cosa c’è dentro, e che cosa è andato storto.",
      ro: "Spunem ce conține și ce nu a mers bine.",
      ru: "Мы говорим, что внутри, и что пошло не так.",
    },
  },
  {
    key: "guest",
    names: { en: "The guest comes first", it: "Prima l’ospite", ro: "Oaspetele întâi", ru: "Сначала гость" },
    sentences: {
      en: "Whoever comes through the door leaves a little happier.",
      it: "Chi entra dalla porta esce un po’ più contento.",
      ro: "Cine intră pe ușă pleacă puțin mai bucuros.",
      ru: "Каждый, кто вошёл, уходит чуть счастливее.",
    },
  },
];

export interface WinStory {
  key: string;
  by: PersonKey;
  people?: PersonKey[];
  team?: DepartmentKey;
  value?: string;
  text: string;
  at: { days: number; at: string };
  picture?: PictureKey;
  pictureAlt?: string;
  /** How many colleagues answered it without words. */
  reactions: number;
  comments?: { by: PersonKey; hours: number; body: string }[];
}

export const wins: WinStory[] = [
  { key: "labels", by: "teresa.bruno", people: ["anna.colombo", "publisher"], value: "honest", at: { days: -84, at: "16:20" }, text: "Le etichette degli allergeni rifatte in quattro lingue in una settimana, e nessuno ha dovuto chiedere due volte.", reactions: 17, comments: [{ by: "chiara.montanaro", hours: 3, body: "A Genova le clienti le leggono ad alta voce. Grazie." }] },
  { key: "night-flour", by: "radu.petrean", people: ["ionut.baciu"], value: "together", at: { days: -71, at: "07:10" }, text: "La trei noaptea ne-a rămas făina pentru o oră. Ionuț a întors camionul din drum și la patru coceam.", reactions: 26, comments: [{ by: "andreea.muresan", hours: 2, body: "La șapte am deschis cu raftul plin. Nimeni nu a simțit nimic." }, { by: "logistics", hours: 5, body: "Bravo Ionuț, e grazie per avermi chiamato subito." }] },
  { key: "dublin-queue", by: "sinead.farrell", team: "it", value: "together", at: { days: -60, at: "17:45" }, text: "The tills in Rathmines were back before the Saturday queue reached the door. Five people stayed on the line with us the whole time.", reactions: 21, comments: [{ by: "it", hours: 16, body: "Your team read us every screen, word by word. That made it quick." }] },
  { key: "oven-clean", by: "luca.testa", people: ["teresa.bruno", "radu.petrean"], value: "honest", at: { days: -47, at: "15:00" }, text: "Hanno fermato il forno due un’ora prima e detto a tutti perché. Il giorno dopo nessuna pagnotta scartata.", picture: "oven", pictureAlt: "The open mouth of a stone oven with a warm glow inside", reactions: 31, comments: [{ by: "leader", hours: 4, body: "Stopping takes more courage than going on. Thank you both." }] },
  { key: "lost-purse", by: "olga.sokolova", people: ["davide.roatta"], value: "guest", at: { days: -38, at: "18:30" }, text: "Гостья забыла у нас сумку и уехала в Милан. Давиде нашёл её по чеку и отдал сумку в тот же вечер.", reactions: 19 },
  { key: "mill-story", by: "approver", people: ["publisher", "matteo.villata"], value: "honest", at: { days: -25, at: "11:30" }, text: "Every sentence of the mill story was checked with the miller himself. That is why colleagues were happy to share it.", picture: "mill", pictureAlt: "A stone mill with a water wheel beside a slow river", reactions: 28, comments: [{ by: "luca.testa", hours: 6, body: "Mia madre l’ha stampata." }] },
  { key: "payroll", by: "stefano.marchisio", team: "hr", value: "together", at: { days: -17, at: "09:40" }, text: "Le buste paga online per 240 persone senza un solo errore. Chi ha avuto dubbi ha trovato qualcuno al telefono.", reactions: 14 },
  { key: "five-shops", by: "leader", people: ["employee", "chiara.montanaro", "davide.roatta", "andreea.muresan", "sinead.farrell"], value: "guest", at: { days: -9, at: "18:10" }, text: "Five shop leads met for an hour and came out with one way to offer the tasting. It started the same week.", picture: "table", pictureAlt: "A long table with bread and open notebooks", reactions: 24, comments: [{ by: "chiara.montanaro", hours: 2, body: "E il cartellino l’ha scritto Giulia." }, { by: "employee", hours: 14, body: "It was Andreea’s idea to start before ten." }] },
  { key: "nine-taps", by: "publisher", people: ["it", "logistics"], value: "together", at: { days: -1, at: "16:40" }, text: "Got the order screen down from 9 taps to 2 before the holiday rush.", reactions: 31, comments: [{ by: "employee", hours: 1, body: "I can do it with floury hands now." }, { by: "sinead.farrell", hours: 3, body: "Stoneybatter says thank you. Loudly." }, { by: "teresa.bruno", hours: 15, body: "Anche in laboratorio si sente la differenza." }] },
];

export interface SmallStory {
  by: PersonKey;
  to: PersonKey[];
  text: string;
  at: { days: number; at: string };
}

export const smallThanks: SmallStory[] = [
  { by: "chiara.montanaro", to: ["olga.sokolova"], at: { days: -80, at: "12:10" }, text: "Per avermi coperta venerdì." },
  { by: "it", to: ["admin"], at: { days: -76, at: "17:05" }, text: "For the new cable in the server room, on the day I asked." },
  { by: "andreea.muresan", to: ["radu.petrean"], at: { days: -66, at: "08:15" }, text: "Pentru covrigii calzi de la șase." },
  { by: "employee", to: ["logistics"], at: { days: -58, at: "10:30" }, text: "For the second delivery on market day." },
  { by: "roberto.gatti", to: ["dmitri.lebedkin", "ionut.baciu"], at: { days: -52, at: "19:20" }, text: "Per il giro di Genova fatto con la neve." },
  { by: "approver", to: ["alessandra.piras"], at: { days: -44, at: "14:35" }, text: "For reading the claim twice, at six in the evening." },
  { by: "luca.testa", to: ["anna.colombo"], at: { days: -35, at: "13:00" }, text: "Per i guanti arrivati in giornata." },
  { by: "davide.roatta", to: ["employee"], at: { days: -30, at: "20:05" }, text: "Per la ricetta del cartellino." },
  { by: "moderator", to: ["andreea.muresan"], at: { days: -22, at: "11:50" }, text: "Pentru prima zi a colegei noi, pregătită până la ultimul detaliu." },
  { by: "sinead.farrell", to: ["admin"], at: { days: -14, at: "16:25" }, text: "For answering on the first ring." },
  { by: "logistics", to: ["employee"], at: { days: -6, at: "09:15" }, text: "Per aver avvisato della strada chiusa." },
  { by: "olga.sokolova", to: ["chiara.montanaro"], at: { days: -3, at: "18:00" }, text: "За спокойствие в субботу." },
  { by: "leader", to: ["roberto.gatti"], at: { days: -1, at: "08:50" }, text: "For the plan of the holiday vans, a week early." },
  { by: "employee", to: ["it"], at: { days: -1, at: "10:20" }, text: "For coming to the shop to see it with your own eyes." },
  { by: "anna.colombo", to: ["luca.testa", "teresa.bruno"], at: { days: -1, at: "12:40" }, text: "Per la riunione finita in venti minuti." },
  { by: "matteo.villata", to: ["publisher"], at: { days: -1, at: "15:15" }, text: "For the photographs, chosen together." },
];
