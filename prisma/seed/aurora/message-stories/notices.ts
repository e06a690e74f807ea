import type { MessageStory } from "../story";

/** Short things that had to be said once: five fields, a minute and a half, out. */
export const notices: MessageStory[] = [
  {
    key: "dublin-delivery",
    kind: "notice",
    author: "anna.colombo",
    audience: ["logistics", "retail"],
    why: {
      en: "The port changed the ferry's timetable.",
      it: "Il porto ha cambiato l'orario del traghetto.",
      ro: "Portul a schimbat orarul feribotului.",
      ru: "Порт изменил расписание парома.",
    },
    dates: { start: { days: -46, weekday: 1 } },
    // Typed in a hurry in two languages: Romanian and Russian readers get the Italian text, marked as such.
    core: {
      it: {
        title: "Dublino: consegna del surgelato alle 05:30 {start:fromWeekday}",
        body: "{start:From} il camion arriva a Dublino alle 05:30 invece che alle 06:15. Chi apre a Stoneybatter e Rathmines trova le casse già in cella. Per gli altri negozi non cambia niente.",
      },
      en: {
        title: "Dublin: frozen delivery at 05:30 {start:fromWeekday}",
        body: "{start:From} the lorry reaches Dublin at 05:30 instead of 06:15. Whoever opens in Stoneybatter and Rathmines will find the crates in the cold room. Nothing changes for the other shops.",
      },
    },
    written: { days: -51, at: "14:02" },
    published: { days: -51, at: "14:04" },
    read: 0.7,
  },
  {
    key: "board-at-entrance",
    kind: "notice",
    author: "publisher",
    audience: ["retail", "production"],
    why: {
      en: "In the last survey you said that notices are hard to find.",
      it: "Nell'ultimo sondaggio avete detto che gli avvisi non si trovano.",
      ro: "În ultimul sondaj ați spus că anunțurile se găsesc greu.",
      ru: "В последнем опросе вы сказали, что объявления трудно найти.",
    },
    core: {
      en: {
        title: "The notice board moves to the staff entrance",
        body: "In every shop and in both bakeries the board now hangs at the staff entrance, at eye level and under the lamp. Only what is valid this week hangs there. Everything older is here, under Earlier.",
      },
      it: {
        title: "La bacheca si sposta all'ingresso del personale",
        body: "In ogni negozio e nei due laboratori la bacheca ora è all'ingresso del personale, ad altezza occhi e sotto la lampada. Ci resta solo ciò che vale questa settimana. Il resto si trova qui, tra i messaggi precedenti.",
      },
      ro: {
        title: "Avizierul se mută la intrarea personalului",
        body: "În fiecare magazin și în ambele brutării, avizierul e acum la intrarea personalului, la nivelul ochilor și sub lampă. Acolo stă doar ce e valabil săptămâna aceasta. Restul se găsește aici, la mesajele mai vechi.",
      },
      ru: {
        title: "Доска объявлений переезжает к служебному входу",
        body: "Во всех магазинах и в обеих пекарнях доска теперь висит у служебного входа, на уровне глаз, под лампой. На ней только то, что действует на этой неделе. Всё прежнее остаётся здесь, в более ранних сообщениях.",
      },
    },
    written: { days: -44, at: "11:30" },
    published: { days: -44, at: "11:33" },
    read: 0.76,
    remarks: [
      { by: "luca.testa", kind: "comment", hours: 6, body: "Finalmente con la luce. Alle quattro del mattino fa la differenza." },
    ],
  },
  {
    key: "fire-drill",
    kind: "notice",
    author: "publisher",
    audience: ["headOffice"],
    why: {
      en: "At the last drill two floors did not hear the bell.",
      it: "All'ultima prova due piani non hanno sentito la sirena.",
      ro: "La ultimul exercițiu, două etaje nu au auzit soneria.",
      ru: "На прошлой тревоге сирену не услышали на двух этажах.",
    },
    dates: { drill: { days: -25, weekday: 4 } },
    core: {
      en: {
        title: "Fire drill {drill:onWeekday} at 11:00",
        body: "{drill:On} at 11:00 the bell rings in Turin. Leave everything, take the stairs and meet in the courtyard by the lime tree. It takes twelve minutes. In Dublin and Cluj there is no drill that day.",
      },
      it: {
        title: "Prova di evacuazione {drill:onWeekday} alle 11:00",
        body: "{drill:On} alle 11:00 suona la sirena a Torino. Lasciate tutto, usate le scale e troviamoci in cortile, sotto il tiglio. Dura dodici minuti. A Dublino e a Cluj quel giorno non c'è prova.",
      },
      ro: {
        title: "Exercițiu de evacuare {drill:onWeekday} la 11:00",
        body: "{drill:On} la 11:00 sună alarma la Torino. Lăsați totul, coborâți pe scări și ne vedem în curte, lângă tei. Durează douăsprezece minute. La Dublin și la Cluj nu e exercițiu în ziua aceea.",
      },
    },
    written: { days: -30, at: "09:48" },
    published: { days: -30, at: "09:50" },
    read: 0.93,
  },
  {
    key: "paper-bags",
    kind: "notice",
    author: "anna.colombo",
    audience: ["retail"],
    why: {
      en: "Giulia's question about Sundays had 40 colleagues behind it.",
      it: "La domanda di Giulia sulla domenica l'avevano in testa altri 40 colleghi.",
      ro: "Întrebarea Giuliei despre duminici o aveau și alți 40 de colegi.",
      ru: "Вопрос Джулии о воскресеньях поддержали сорок коллег.",
    },
    dates: { start: { days: -5, weekday: 7 }, end: { days: 23, weekday: 7 } },
    core: {
      en: {
        title: "Paper bags on Sundays: we try it in three shops",
        body: "{start:From} until {end:day} Turin, Milan Isola and Genoa Castelletto pack in paper only on Sundays. We count bags and complaints, and publish both here in the week after. The other shops stay as they are.",
      },
      it: {
        title: "Sacchetti di carta la domenica: proviamo in tre negozi",
        body: "{start:From} {end:until} Torino, Milano Isola e Genova Castelletto la domenica usano solo carta. Contiamo sacchetti e lamentele e pubblichiamo qui entrambi la settimana dopo. Per gli altri negozi non cambia niente.",
      },
      ro: {
        title: "Pungi de hârtie duminica: încercăm în trei magazine",
        body: "{start:From} {end:until}, la Torino, Milano Isola și Genova Castelletto, duminica folosim doar hârtie. Numărăm pungile și reclamațiile și le publicăm aici pe amândouă în săptămâna următoare. În celelalte magazine nu se schimbă nimic.",
      },
      ru: {
        title: "Бумажные пакеты по воскресеньям: пробуем в трёх магазинах",
        body: "{start:From} {end:until} в Турине, миланской Изоле и генуэзском Кастеллетто по воскресеньям упаковываем только в бумагу. Считаем пакеты и жалобы, а через неделю публикуем здесь и то и другое. В остальных магазинах всё по-прежнему.",
      },
    },
    written: { days: -9, at: "16:20" },
    published: { days: -9, at: "16:23" },
    read: 0.68,
    remarks: [
      { by: "employee", kind: "comment", hours: 2, body: "Thank you for taking it up. We have hung a small sign at the door so that nobody is surprised." },
      {
        by: "davide.roatta",
        kind: "question",
        hours: 19,
        body: "I sacchetti grandi per le teglie di focaccia esistono anche di carta?",
        answer: { by: "anna.colombo", hours: 24, body: "Sì, arrivano venerdì con il secondo giro. Se non bastano per due domeniche, scrivetemi entro il mercoledì." },
      },
    ],
  },
  {
    key: "payroll-closing",
    kind: "notice",
    author: "publisher",
    audience: ["aurora"],
    why: {
      en: "The bank is closed on the usual day, and nobody should wait for their pay.",
      it: "Il giorno solito la banca è chiusa, e nessuno deve aspettare lo stipendio.",
      ro: "În ziua obișnuită banca e închisă, iar nimeni nu trebuie să-și aștepte salariul.",
      ru: "В обычный день банк закрыт, а зарплату никто ждать не должен.",
    },
    dates: { close: { days: 3 } },
    core: {
      en: {
        title: "Hours for this month: enter them {close:by}",
        body: "Payroll closes one day earlier this month. Please enter or hand in your hours {close:by}, 12:00. What comes later is paid with the next month, not lost.",
      },
      it: {
        title: "Ore del mese: da inserire {close:by}",
        body: "Questo mese l'ufficio paghe chiude un giorno prima. Inserite o consegnate le ore {close:by}, alle 12:00. Quelle che arrivano dopo si pagano il mese prossimo: non si perdono.",
      },
      ro: {
        title: "Orele lunii acesteia: de trecut {close:by}",
        body: "Luna aceasta salarizarea închide cu o zi mai devreme. Vă rugăm să treceți sau să predați orele {close:by}, ora 12:00. Ce vine mai târziu se plătește luna viitoare, nu se pierde.",
      },
      ru: {
        title: "Часы за этот месяц: внесите {close:by}",
        body: "В этом месяце расчётный отдел закрывается на день раньше. Внесите или сдайте часы {close:by}, до 12:00. То, что придёт позже, оплатят в следующем месяце: ничего не пропадёт.",
      },
    },
    written: { days: -4, at: "09:14" },
    published: { days: -4, at: "09:15" },
    read: 0.72,
    unreadBy: ["moderator"],
  },
];
