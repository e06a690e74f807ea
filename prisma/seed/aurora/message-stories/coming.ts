import type { MessageStory } from "../story";

/** Not out yet: one with a time set, one waiting for an approver, one half written. */
export const coming: MessageStory[] = [
  {
    key: "leave-requests",
    kind: "message",
    author: "publisher",
    audience: ["aurora"],
    asksConfirmation: true,
    sendsMail: true,
    why: {
      en: "Last time the lists closed before half of the shops had seen them.",
      it: "L'ultima volta le liste si sono chiuse prima che metà dei negozi le avesse viste.",
      ro: "Data trecută listele s-au închis înainte să le vadă jumătate din magazine.",
      ru: "В прошлый раз списки закрылись раньше, чем их увидела половина магазинов.",
    },
    dates: { open: { days: 5 }, close: { days: 26, weekday: 5 }, answer: { days: 36 } },
    core: {
      en: {
        title: "Leave for next quarter: your wishes {close:by}",
        body: `The list is open {open:from}. Enter your wishes {close:by}; everybody gets an answer {answer:by}, and a reason where the answer is no.

Whoever had to step back last time is asked first.`,
      },
      it: {
        title: "Ferie del prossimo trimestre: le vostre preferenze {close:by}",
        body: `La lista è aperta {open:from}. Scrivete le preferenze {close:by}; {answer:by} tutti ricevono una risposta e, se è un no, anche il motivo.

Chi l'ultima volta ha dovuto rinunciare viene sentito per primo.`,
      },
      ro: {
        title: "Concediile din trimestrul viitor: dorințele voastre {close:by}",
        body: `Lista e deschisă {open:from}. Scrieți-vă dorințele {close:by}; {answer:by} primește fiecare un răspuns și, unde e nu, și motivul.

Cine a trebuit să renunțe data trecută e întrebat primul.`,
      },
      ru: {
        title: "Отпуска на следующий квартал: пожелания {close:by}",
        body: `Список открыт {open:from}. Внесите пожелания {close:by}; {answer:by} каждый получит ответ, а при отказе и причину.

Тех, кому в прошлый раз пришлось уступить, спросят первыми.`,
      },
    },
    versions: {
      production: {
        en: {
          title: "Leave for next quarter: shifts are planned together {close:by}",
          body: `The list hangs in the canteen and is here {open:from}. Enter your wishes {close:by}. Each shift then sits together for half an hour with Teresa or Radu and settles it; nobody plans over your head.

Everybody has an answer {answer:by}.`,
        },
        it: {
          title: "Ferie del prossimo trimestre: i turni si decidono insieme {close:by}",
          body: `La lista è in mensa e qui {open:from}. Scrivete le preferenze {close:by}. Poi ogni turno si siede mezz'ora con Teresa o Radu e trova la soluzione: nessuno decide sopra la vostra testa.

{answer:By} tutti hanno una risposta.`,
        },
        ro: {
          title: "Concediile din trimestrul viitor: schimburile se stabilesc împreună {close:by}",
          body: `Lista e la cantină și aici {open:from}. Scrieți-vă dorințele {close:by}. Apoi fiecare schimb stă jumătate de oră cu Teresa sau cu Radu și găsește soluția; nimeni nu hotărăște peste capul vostru.

{answer:By} are fiecare un răspuns.`,
        },
        ru: {
          title: "Отпуска на следующий квартал: смены договариваются вместе {close:by}",
          body: `Список висит в столовой и открыт здесь {open:from}. Внесите пожелания {close:by}. Потом каждая смена на полчаса сядет с Терезой или Раду и всё решит: без вас никто ничего не решает.

{answer:By} ответ будет у каждого.`,
        },
      },
    },
    written: { days: -2, at: "15:45" },
    approval: { by: "approver", at: { days: -1, at: "16:50" }, note: "Much clearer than last time." },
    published: { days: 4, at: "09:00" },
  },
  {
    key: "rye-line",
    kind: "message",
    author: "anna.colombo",
    audience: ["production", "logistics"],
    asksConfirmation: true,
    why: {
      en: "Rye dust in the wheat line would make our allergen cards wrong.",
      it: "Polvere di segale sulla linea del grano renderebbe sbagliati i nostri cartellini.",
      ro: "Praful de secară pe linia de grâu ne-ar face cartonașele greșite.",
      ru: "Ржаная пыль на пшеничной линии сделает наши карточки аллергенов неверными.",
    },
    dates: { start: { days: 15, weekday: 1 } },
    core: {
      en: {
        title: "Rye has its own line {start:from}",
        body: "{start:From} rye is weighed, mixed and packed on line 4 only. Sacks with the brown stripe go through gate C. Whoever opens a rye sack wears the brown apron and leaves it at the gate.",
      },
      it: {
        title: "La segale ha una linea tutta sua {start:from}",
        body: "{start:From} la segale si pesa, si impasta e si confeziona solo sulla linea 4. I sacchi con la striscia marrone passano dal cancello C. Chi apre un sacco di segale indossa il grembiule marrone e lo lascia al cancello.",
      },
      ro: {
        title: "Secara are linia ei {start:from}",
        body: "{start:From} secara se cântărește, se frământă și se ambalează doar pe linia 4. Sacii cu dungă maro trec pe poarta C. Cine deschide un sac de secară poartă șorțul maro și îl lasă la poartă.",
      },
      ru: {
        title: "У ржи {start:from} своя линия",
        body: "{start:From} рожь взвешивают, месят и упаковывают только на линии 4. Мешки с коричневой полосой идут через ворота C. Кто открывает мешок ржи, надевает коричневый фартук и оставляет его у ворот.",
      },
    },
    versions: {
      logistics: {
        en: {
          title: "Rye: gate C and the brown pallets {start:from}",
          body: "{start:From} rye comes in and goes out through gate C, on brown pallets that never carry anything else. A mixed pallet is turned away at the gate, also when the lorry is in a hurry.",
        },
        it: {
          title: "Segale: cancello C e bancali marroni {start:from}",
          body: "{start:From} la segale entra ed esce dal cancello C, su bancali marroni che non portano mai altro. Un bancale misto si rimanda indietro, anche se il camion ha fretta.",
        },
        ro: {
          title: "Secara: poarta C și paleții maro {start:from}",
          body: "{start:From} secara intră și iese pe poarta C, pe paleți maro care nu cară niciodată altceva. Un palet amestecat se întoarce de la poartă, chiar dacă camionul se grăbește.",
        },
        ru: {
          title: "Рожь: ворота C и коричневые поддоны {start:from}",
          body: "{start:From} рожь въезжает и выезжает через ворота C на коричневых поддонах, на которых больше ничего не возят. Смешанный поддон разворачивают у ворот, даже если машина спешит.",
        },
      },
    },
    written: { days: -2, at: "11:00" },
    inReviewHours: 18,
  },
  {
    key: "discount-card",
    kind: "message",
    author: "publisher",
    audience: ["aurora"],
    why: {
      en: "Colleagues without a shop nearby never got anything from the old discount.",
      it: "Chi non ha un negozio vicino, con il vecchio sconto non ci guadagnava niente.",
      ro: "Colegii fără un magazin aproape nu aveau nimic din vechea reducere.",
      ru: "Коллегам, у которых рядом нет магазина, старая скидка ничего не давала.",
    },
    dates: { start: { days: 20 } },
    core: {
      en: {
        title: "A bread card for everybody {start:from}",
        body: "{start:From} everybody has a bread card: four loaves a month, in any of our shops, for you or for somebody you give it to. Whoever has no shop nearby gets the same value with the pay.",
      },
      it: {
        title: "Una carta del pane per tutti {start:from}",
        body: "{start:From} ognuno ha una carta del pane: quattro pagnotte al mese, in qualsiasi nostro negozio, per sé o per chi si vuole. Chi non ha un negozio vicino riceve lo stesso valore in busta paga.",
      },
      ro: {
        title: "Un card de pâine pentru fiecare {start:from}",
        body: "{start:From} fiecare are un card de pâine: patru pâini pe lună, în orice magazin al nostru, pentru voi sau pentru cui i-l dați. Cine nu are un magazin aproape primește aceeași valoare la salariu.",
      },
      ru: {
        title: "Хлебная карта для каждого {start:from}",
        body: "{start:From} у каждого есть хлебная карта: четыре каравая в месяц в любом нашем магазине, для себя или для того, кому вы её дадите. У кого нет магазина рядом, получит ту же сумму с зарплатой.",
      },
    },
    versions: {
      // The Romanian text is still missing: eleven readers would get the Italian one.
      retail: {
        en: {
          title: "The bread card at the till {start:from}",
          body: "{start:From} colleagues pay with their bread card. Scan it like a voucher; the till counts down the four loaves by itself. It works for whoever holds it, so please do not ask for a name.",
        },
        it: {
          title: "La carta del pane in cassa {start:from}",
          body: "{start:From} i colleghi pagano con la carta del pane. Si passa come un buono: la cassa scala da sola le quattro pagnotte. Vale per chi la porta, quindi non chiedete il nome.",
        },
        ru: {
          title: "Хлебная карта на кассе {start:from}",
          body: "{start:From} коллеги платят хлебной картой. Сканируйте её как купон: касса сама отсчитает четыре каравая. Карта действует для того, кто её принёс, поэтому имя спрашивать не нужно.",
        },
      },
    },
    written: { days: -1, at: "17:20" },
  },
];
