/** What ten people tell each other in writing: little, and what must not be forgotten. */
import type { MessageStory } from "../story";

/** Whys are kept in all languages; ten people read two of them. */
function why(it: string, en: string): MessageStory["why"] {
  return { it, en } as MessageStory["why"];
}

export const messages: MessageStory[] = [
  {
    key: "small.winter-hours",
    kind: "message",
    author: "publisher",
    audience: ["aurora"],
    why: why("Chi compra il pane prima delle sette oggi trova chiuso.", "People who want bread before seven find us closed today."),
    dates: { start: { days: -34, weekday: 1 } },
    core: {
      it: {
        title: "Apriamo mezz'ora prima",
        body: "{start:From} il negozio apre alle 6:30, dal martedì al sabato. La domenica resta tutto com'è.\n\nProviamo fino a Pasqua, poi guardiamo insieme se la mezz'ora serve.",
      },
      en: {
        title: "We open half an hour earlier",
        body: "{start:From} the shop opens at 6:30, Tuesday to Saturday. Sunday stays as it is.\n\nWe try it until Easter, then look together at whether the half hour is worth it.",
      },
    },
    versions: {
      production: {
        it: {
          title: "Il primo forno esce alle 6:10",
          body: "{start:From} il negozio apre alle 6:30. Perché il banco sia pieno, la prima infornata esce alle **6:10**: focaccia, rosette e le pagnotte da mezzo chilo.\n\nIl resto esce come sempre. Il turno comincia venti minuti prima e finisce venti minuti prima.",
        },
        en: {
          title: "The first oven comes out at 6:10",
          body: "{start:From} the shop opens at 6:30. For a full counter the first batch comes out at **6:10**: focaccia, rolls and the half-kilo loaves.\n\nThe rest comes out as always. The shift begins twenty minutes earlier and ends twenty minutes earlier.",
        },
      },
    },
    written: { days: -44, at: "15:10" },
    published: { days: -41, at: "12:30" },
    asksConfirmation: true,
    sendsMail: true,
    read: 1,
    confirmed: 0.9,
    remarks: [
      {
        by: "luca.testa", kind: "question", hours: 5, body: "E la lievitazione? Venti minuti prima vuol dire anche impastare prima.",
        answer: { by: "publisher", hours: 22, body: "Sì: Teresa ha spostato l'impasto alle 21:40. L'orario nuovo è appeso accanto alla cella." },
      },
      { by: "employee", kind: "comment", hours: 190, body: "Eleven customers before seven this week. Mostly the people from the hospital." },
    ],
  },
  {
    key: "small.oven-service",
    kind: "notice",
    author: "admin",
    audience: ["aurora"],
    why: why("Senza forno grande va deciso prima che cosa si vende.", "Without the big oven we have to decide beforehand what we sell."),
    dates: { service: { days: -12, weekday: 3 } },
    core: {
      it: { title: "Manutenzione del forno grande", body: "{service:On} il forno grande resta spento fino alle 11. Quel giorno niente pagnotte da un chilo: il cartello è già pronto dietro il banco." },
      en: { title: "Service of the big oven", body: "{service:On} the big oven stays cold until 11:00. No one-kilo loaves that day: the sign is ready behind the counter." },
    },
    written: { days: -16, at: "10:05" },
    published: { days: -16, at: "10:15" },
    read: 0.9,
  },
  {
    key: "small.allergens",
    kind: "notice",
    author: "publisher",
    audience: ["retail"],
    why: why("Un cliente allergico deve poter contare sul cartellino.", "A customer with an allergy has to be able to trust the label."),
    core: {
      it: { title: "Nuovi cartellini per la focaccia alle noci", body: "Da oggi la focaccia alle noci ha il cartellino arancione e una pinza sua. Se il cartellino manca, non si vende." },
      en: { title: "New labels for the walnut focaccia", body: "From today the walnut focaccia has an orange label and tongs of its own. If the label is missing, it is not sold." },
    },
    written: { days: -2, at: "11:20" },
    published: { days: -2, at: "11:30" },
    asksConfirmation: true,
    read: 0.5,
    confirmed: 0.25,
    unreadBy: ["employee"],
  },
  {
    key: "small.closing-days",
    kind: "message",
    author: "admin",
    audience: ["aurora"],
    why: why("Tutti vogliono sapere quando sono liberi.", "Everybody wants to know when they are off."),
    core: {
      it: { title: "Giorni di chiusura del prossimo anno", body: "Bozza: due settimane in agosto, tre giorni a gennaio. Manca il ponte di aprile, da decidere con Margherita." },
    },
    written: { days: -1, at: "17:40" },
  },
];
