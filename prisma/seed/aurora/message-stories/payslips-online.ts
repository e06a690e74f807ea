import type { MessageStory } from "../story";

export const payslipsOnline: MessageStory = {
  key: "payslips-online",
  kind: "message",
  author: "publisher",
  audience: ["aurora"],
  asksConfirmation: true,
  why: {
    en: "Forty payslips a month went to an old address or got lost on the way.",
    it: "Ogni mese quaranta buste paga finivano a un indirizzo vecchio o si perdevano per strada.",
    ro: "În fiecare lună, patruzeci de fluturași ajungeau la o adresă veche sau se pierdeau pe drum.",
    ru: "Каждый месяц сорок расчётных листков уходили по старому адресу или терялись по дороге.",
  },
  dates: { first: { days: -30 }, help: { days: -52, weekday: 3 } },
  core: {
    en: {
      title: "Payslips come online {first:from}",
      body: `{first:From} you find your payslip in the staff portal, on the same day for everybody. You sign in with your personnel number; the first time the portal asks for your date of birth and a new password.

Paper stays for everybody who wants it. Tell HR once, no reason needed.

Nobody in your team, and no manager, can open your payslip. Three people in payroll can, and the portal shows you each time one of them did.`,
    },
    it: {
      title: "La busta paga è online {first:from}",
      body: `{first:From} trovate la busta paga nel portale del personale, lo stesso giorno per tutti. Si entra con il numero di matricola; la prima volta il portale chiede la data di nascita e una nuova password.

La carta resta per chi la preferisce. Basta dirlo una volta all'ufficio HR, senza spiegare perché.

Nessuno del vostro gruppo, e nessun responsabile, può aprire la vostra busta paga. Possono farlo tre persone dell'ufficio paghe, e il portale vi mostra ogni volta chi l'ha fatto.`,
    },
    ro: {
      title: "Fluturașul de salariu apare online {first:from}",
      body: `{first:From} găsiți fluturașul de salariu în portalul angajaților, în aceeași zi pentru toți. Intrați cu numărul de marcă; prima dată portalul cere data nașterii și o parolă nouă.

Hârtia rămâne pentru cine o vrea. Spuneți o singură dată la HR, fără să explicați de ce.

Nimeni din echipă și niciun șef nu vă poate deschide fluturașul. Pot trei colegi de la salarizare, iar portalul vă arată de fiecare dată cine a făcut-o.`,
    },
    ru: {
      title: "Расчётные листки теперь онлайн {first:from}",
      body: `{first:From} расчётный листок ждёт вас на портале для сотрудников, у всех в один день. Вход по табельному номеру; в первый раз портал спросит дату рождения и новый пароль.

Бумага остаётся для тех, кому она удобнее. Достаточно один раз сказать в отделе кадров, причина не нужна.

Ваш листок не может открыть ни коллега, ни руководитель. Доступ есть у трёх человек в расчётном отделе, и портал каждый раз показывает, кто его открывал.`,
    },
  },
  versions: {
    retail: {
      en: {
        title: "Payslips come online {first:from}, also on the shop tablet",
        body: `{first:From} you find your payslip in the staff portal: on your own phone or on the shop tablet, where it closes after two minutes and leaves nothing behind.

You sign in with your personnel number. If you prefer paper, tell your shop lead once; it comes in a closed envelope with the bread.

{help:On} somebody from HR is on the phone from 13:00 to 19:00 for the first sign-in.`,
      },
      it: {
        title: "La busta paga è online {first:from}, anche sul tablet del negozio",
        body: `{first:From} trovate la busta paga nel portale del personale: sul vostro telefono o sul tablet del negozio, dove si chiude dopo due minuti e non lascia tracce.

Si entra con il numero di matricola. Chi preferisce la carta lo dice una volta alla responsabile del negozio: arriva in busta chiusa con il pane.

{help:On} dalle 13:00 alle 19:00 l'ufficio HR risponde al telefono per il primo accesso.`,
      },
      ro: {
        title: "Fluturașul apare online {first:from}, și pe tableta din magazin",
        body: `{first:From} găsiți fluturașul în portalul angajaților: pe telefonul vostru sau pe tableta din magazin, unde se închide după două minute și nu lasă urme.

Intrați cu numărul de marcă. Cine preferă hârtia îi spune o dată șefei de magazin: vine în plic închis, odată cu pâinea.

{help:On}, între 13:00 și 19:00, HR răspunde la telefon pentru prima conectare.`,
      },
      ru: {
        title: "Расчётные листки онлайн {first:from}, в том числе на планшете магазина",
        body: `{first:From} листок можно открыть на портале: со своего телефона или с планшета в магазине. На планшете он закроется через две минуты и следов не оставит.

Вход по табельному номеру. Кому удобнее бумага, один раз скажите заведующей: листок приедет с хлебом в закрытом конверте.

{help:On} с 13:00 до 19:00 отдел кадров поможет по телефону войти в первый раз.`,
      },
    },
  },
  written: { days: -61, at: "10:00" },
  approval: { by: "alessandra.piras", at: { days: -59, at: "11:30" }, note: "Bene il passaggio su chi può aprirla. Così va." },
  published: { days: -56, at: "10:30" },
  sendsMail: true,
  read: 0.9,
  confirmed: 0.82,
  remarks: [
    {
      by: "olga.sokolova",
      kind: "question",
      hours: 4,
      body: "А листки за прошлые годы там тоже будут?",
      answer: { by: "publisher", hours: 23, body: "Да, за последние пять лет. Более ранние можно получить на бумаге, напишите в отдел кадров." },
    },
    {
      by: "logistics",
      kind: "question",
      hours: 26,
      body: "Molti autisti non hanno mai usato il portale. Qualcuno può venire a Settimo al cambio turno?",
      answer: { by: "publisher", hours: 29, body: "Vengo io con un collega della busta paga, mercoledì alle 13:30 in mensa. Portate solo il numero di matricola." },
    },
    { by: "sinead.farrell", kind: "comment", hours: 50, body: "Took me two minutes on the shop tablet. The envelope option is a kind touch." },
  ],
};
