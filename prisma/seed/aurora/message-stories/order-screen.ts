import type { MessageStory } from "../story";

export const orderScreen: MessageStory = {
  key: "order-screen",
  kind: "message",
  author: "publisher",
  audience: ["retail", "logistics", "it"],
  why: {
    en: "Nine taps for one order cost every shop a quarter of an hour a day.",
    it: "Nove tocchi per ordine costavano a ogni negozio un quarto d'ora al giorno.",
    ro: "Nouă atingeri pentru o comandă costau fiecare magazin un sfert de oră pe zi.",
    ru: "Девять нажатий на один заказ стоили каждому магазину четверть часа в день.",
  },
  dates: { start: { days: -33, weekday: 2 }, old: { days: -12 } },
  core: {
    en: {
      title: "The order screen: from nine taps to two",
      body: `{start:From} the screen remembers what your shop ordered on the same weekday and offers exactly that. Two taps when it fits, plus and minus when it does not.

The old screen stays behind the button "As before" {old:until}. Sunday orders still close on Friday at 18:00.`,
    },
    it: {
      title: "Schermata ordini: da nove tocchi a due",
      body: `{start:From} la schermata ricorda che cosa ha ordinato il vostro negozio lo stesso giorno della settimana e propone proprio quello. Due tocchi se va bene, più e meno se non va.

La vecchia schermata resta dietro il tasto «Come prima» {old:until}. Gli ordini per la domenica chiudono sempre il venerdì alle 18:00.`,
    },
    ro: {
      title: "Ecranul de comandă: de la nouă atingeri la două",
      body: `{start:From} ecranul ține minte ce a comandat magazinul în aceeași zi a săptămânii și propune exact asta. Două atingeri dacă se potrivește, plus și minus dacă nu.

Ecranul vechi rămâne la butonul „Ca înainte” {old:until}. Comenzile pentru duminică se închid tot vineri la 18:00.`,
    },
    ru: {
      title: "Экран заказа: два нажатия вместо девяти",
      body: `{start:From} экран помнит, что ваш магазин заказывал в тот же день недели, и предлагает именно это. Подходит: два нажатия. Не подходит: плюс и минус.

Старый экран остаётся под кнопкой «Как раньше» {old:until}. Заказы на воскресенье по-прежнему закрываются в пятницу в 18:00.`,
    },
  },
  versions: {
    it: {
      en: {
        title: "Order screen: on call for the first week",
        body: `{start:From} eleven shops order on the new screen. In the first week two of us are on call from 05:30, before the first shop opens. The old screen can be switched back per shop, without a release.

Please write every call into the list, also the short ones. On Friday we look at it together with two shop leads.`,
      },
      it: {
        title: "Schermata ordini: reperibilità nella prima settimana",
        body: `{start:From} undici negozi ordinano con la nuova schermata. La prima settimana due di noi sono reperibili dalle 05:30, prima che apra il primo negozio. La vecchia schermata si riattiva per singolo negozio, senza rilascio.

Scrivete nell'elenco ogni chiamata, anche quelle brevi. Venerdì la guardiamo insieme a due responsabili di negozio.`,
      },
    },
    logistics: {
      en: {
        title: "New order screen: picking lists come 20 minutes earlier",
        body: `Shops order faster {start:fromWeekday}, so the picking lists arrive at 18:20 instead of 18:40. In the first week please compare the first three lists of every evening by hand with the shop's order.

If a number looks odd, call the shop. Nobody minds a call at half past six.`,
      },
      it: {
        title: "Nuova schermata ordini: liste di prelievo 20 minuti prima",
        body: `{start:FromWeekday} i negozi ordinano più in fretta, quindi le liste di prelievo arrivano alle 18:20 invece che alle 18:40. Nella prima settimana, ogni sera, confrontate a mano le prime tre liste con l'ordine del negozio.

Se un numero vi sembra strano, chiamate il negozio. Una telefonata alle sei e mezza non disturba nessuno.`,
      },
      ro: {
        title: "Ecran nou de comandă: listele vin cu 20 de minute mai devreme",
        body: `{start:FromWeekday} magazinele comandă mai repede, așa că listele de pregătire vin la 18:20 în loc de 18:40. În prima săptămână, comparați în fiecare seară, de mână, primele trei liste cu comanda magazinului.

Dacă un număr pare ciudat, sunați la magazin. Un telefon la șase și jumătate nu deranjează pe nimeni.`,
      },
      ru: {
        title: "Новый экран заказа: листы сборки приходят на 20 минут раньше",
        body: `{start:FromWeekday} магазины заказывают быстрее, поэтому листы сборки приходят в 18:20, а не в 18:40. Первую неделю каждый вечер сверяйте вручную первые три листа с заказом магазина.

Если число кажется странным, позвоните в магазин. Звонок в половине седьмого никому не помешает.`,
      },
    },
  },
  written: { days: -41, at: "17:05" },
  published: { days: -37, at: "08:00" },
  sendsMail: true,
  read: 0.87,
  remarks: [
    { by: "employee", kind: "comment", hours: 55, body: "We timed it: 50 seconds this morning. The bread was still warm when I was done." },
    {
      by: "andreea.muresan",
      kind: "question",
      hours: 30,
      body: "La noi miercurea e zi de piață o dată la două săptămâni. Ecranul știe asta?",
      answer: {
        by: "publisher",
        hours: 48,
        body: "Încă nu. Elena adaugă luna aceasta o a doua amintire, „săptămâna cu piață”. Până atunci folosiți plus și minus.",
      },
    },
    { by: "logistics", kind: "comment", hours: 80, body: "Prima settimana: una lista sbagliata su 63, ed era un errore nostro. Complimenti a Elena." },
  ],
};
