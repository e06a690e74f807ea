import type { MessageStory } from "../story";

export const ovenCleaning: MessageStory = {
  key: "oven-cleaning",
  kind: "message",
  author: "anna.colombo",
  audience: ["production"],
  asksConfirmation: true,
  why: {
    en: "A colleague burnt her forearm on oven 3. It has healed, and it must not happen again.",
    it: "Una collega si è bruciata l'avambraccio al forno 3. È guarita, e non deve più succedere.",
    ro: "O colegă și-a ars antebrațul la cuptorul 3. S-a vindecat și nu trebuie să se mai întâmple.",
    ru: "Коллега обожгла предплечье у печи 3. Всё зажило, но повториться это не должно.",
  },
  dates: { start: { days: -19 } },
  core: {
    en: {
      title: "Cleaning the ovens: below 60 degrees, and never alone",
      body: `{start:From} these three things hold for every oven, in Settimo and in Cluj:

1. Cleaning begins when the display shows **less than 60 °C**. If that does not fit the shift, the oven stays dirty until the next one.
2. There are always two of you.
3. Long gloves hang at every oven. If they are missing, the cleaning waits.

If you are pressed for time, that is for the shift lead to solve, not for you.`,
    },
    it: {
      title: "Pulizia dei forni: sotto i 60 gradi, e mai da soli",
      body: `{start:From} per ogni forno, a Settimo e a Cluj, valgono tre cose:

1. Si pulisce quando il display segna **meno di 60 °C**. Se nel turno non ci si sta, il forno resta sporco fino al prossimo.
2. Si è sempre in due.
3. A ogni forno ci sono i guanti lunghi. Se mancano, la pulizia aspetta.

Se il tempo non basta, è un problema del capoturno, non vostro.`,
    },
    ro: {
      title: "Curățarea cuptoarelor: sub 60 de grade și niciodată singur",
      body: `{start:From}, pentru fiecare cuptor, la Settimo și la Cluj, sunt valabile trei lucruri:

1. Curățarea începe când afișajul arată **sub 60 °C**. Dacă nu încape în schimb, cuptorul rămâne murdar până la următorul.
2. Sunteți mereu doi.
3. La fiecare cuptor sunt mănuși lungi. Dacă lipsesc, curățarea așteaptă.

Dacă timpul nu ajunge, e treaba șefului de schimb să rezolve, nu a voastră.`,
    },
    ru: {
      title: "Чистка печей: ниже 60 градусов и никогда в одиночку",
      body: `{start:From} для каждой печи, в Сеттимо и в Клуже, действуют три правила:

1. Чистку начинают, когда на дисплее **меньше 60 °C**. Если в смену не укладываемся, печь остаётся грязной до следующей.
2. Работают всегда вдвоём.
3. У каждой печи висят длинные перчатки. Если их нет, чистка подождёт.

Если не хватает времени, это решает начальник смены, а не вы.`,
    },
  },
  written: { days: -25, at: "09:00" },
  approval: { by: "alessandra.piras", at: { days: -24, at: "11:20" }, note: "Va bene anche per il rappresentante della sicurezza, l'ho sentito ieri." },
  published: { days: -23, at: "14:00" },
  read: 0.98,
  confirmed: 0.93,
  remarks: [
    {
      by: "radu.petrean",
      kind: "question",
      hours: 20,
      body: "Noaptea suntem doi la cuptoare și unul la ambalare. Dacă doi curăță, cine scoate pâinea?",
      answer: {
        by: "anna.colombo",
        hours: 30,
        body: "Mutăm curățarea la sfârșitul schimbului, când vine și primul om de dimineață. Paolo a aprobat jumătatea de oră în plus.",
      },
    },
  ],
};
