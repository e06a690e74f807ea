import type { MessageStory } from "../story";

export const sundayShift: MessageStory = {
  key: "sunday-shift",
  kind: "message",
  author: "anna.colombo",
  audience: ["retail"],
  why: {
    en: "You heard of it in the corridor first. That should not have happened.",
    it: "Ne avete sentito parlare prima in corridoio. Non doveva succedere.",
    ro: "Ați aflat mai întâi pe coridor. Nu trebuia să se întâmple așa.",
    ru: "Вы услышали об этом сначала в коридоре. Так быть не должно.",
  },
  dates: { end: { days: 40 }, comments: { days: 4, weekday: 5 } },
  core: {
    en: {
      title: "Sunday at six: a test in two shops, with volunteers only",
      body: `Nothing is decided. {end:Until} Genoa Castelletto and Dublin Rathmines open at six on Sundays, with volunteers and with the usual supplement. We want to know whether anybody comes before seven.

The proposal is open for your comments {comments:byWeekday}. Paolo publishes the figures here, whichever way they turn out, before anybody decides.`,
    },
    it: {
      title: "Domenica alle sei: una prova in due negozi, solo con volontari",
      body: `Non è deciso niente. {end:Until} Genova Castelletto e Dublino Rathmines la domenica aprono alle sei, con volontari e con la maggiorazione solita. Vogliamo capire se qualcuno entra prima delle sette.

La proposta è aperta ai vostri commenti {comments:byWeekday}. Paolo pubblica qui i numeri, comunque vadano, prima che qualcuno decida.`,
    },
    ro: {
      title: "Duminica la șase: o probă în două magazine, doar cu voluntari",
      body: `Nu e nimic hotărât. {end:Until}, Genova Castelletto și Dublin Rathmines deschid duminica la șase, cu voluntari și cu sporul obișnuit. Vrem să aflăm dacă vine cineva înainte de șapte.

Propunerea așteaptă comentariile voastre {comments:byWeekday}. Paolo publică aici cifrele, oricum ar ieși, înainte ca cineva să hotărască.`,
    },
    ru: {
      title: "Воскресенье с шести: проба в двух магазинах, только добровольцы",
      body: `Ничего не решено. {end:Until} Генуя Кастеллетто и Дублин Ратмайнс открываются по воскресеньям в шесть, с добровольцами и обычной доплатой. Мы хотим понять, приходит ли кто-нибудь раньше семи.

Предложение открыто для замечаний {comments:byWeekday}. Паоло опубликует здесь цифры, какими бы они ни были, прежде чем кто-то что-то решит.`,
    },
  },
  written: { days: -19, at: "18:10" },
  published: { days: -16, at: "12:00" },
  read: 0.9,
  remarks: [
    {
      by: "olga.sokolova",
      kind: "question",
      hours: 3,
      body: "У меня маленький ребёнок, а сад в воскресенье закрыт. Если проба удастся, это станет обязательным?",
      answer: {
        by: "anna.colombo",
        hours: 25,
        body: "Нет. Без добровольцев магазин открывается в семь, как сейчас. Так записано в предложении, и Паоло это подтвердил.",
      },
    },
    {
      by: "employee",
      kind: "question",
      hours: 6,
      body: "Will the volunteers of both shops be asked what it was like, before the figures come out?",
      answer: { by: "anna.colombo", hours: 26, body: "Yes, Paolo visits both and writes down what they say, with their consent. It will stand beside the figures." },
    },
    { by: "chiara.montanaro", kind: "comment", hours: 170, body: "Prima domenica: undici clienti prima delle sette, otto erano tassisti. Il caffè ha venduto più del pane." },
  ],
};
