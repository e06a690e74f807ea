import type { MessageStory } from "../story";

/** Today's news: a version for the counter, one for the screens, one for the vans, one for everybody else. */
export const sourdough: MessageStory = {
  key: "sourdough",
  kind: "message",
  author: "publisher",
  audience: ["aurora"],
  asksConfirmation: true,
  sendsMail: true,
  why: {
    en: "Customers ask where the flour comes from before they ask the price.",
    it: "I clienti chiedono da dove viene la farina prima di chiedere il prezzo.",
    ro: "Clienții întreabă de unde vine făina înainte să întrebe cât costă pâinea.",
    ru: "Покупатели спрашивают, откуда мука, раньше, чем о цене.",
  },
  dates: { start: { days: 11 }, channels: { days: 1, weekday: 1 }, print: { days: 6 }, freeze: { days: 9 } },
  core: {
    en: {
      title: "The sourdough story begins {start:on}",
      body: `Flour from one mill, water, salt and twenty hours of patience: that is all our sourdough is made of. {start:From} every shop tells so at the counter, and {channels:fromWeekday} the same story runs on our channels.

You do not have to sell anything. But if a friend or a neighbour asks you where our flour comes from, you now know the answer: **from the Serralba mill on the river Maira**, run by one family for three generations.

If you would like to tell it in your own words, "The mill that feeds our ovens" is waiting under Share.`,
    },
    it: {
      title: "La storia del lievito madre comincia {start:on}",
      body: `Farina di un solo mulino, acqua, sale e venti ore di pazienza: il nostro pane a lievito madre è tutto qui. {start:From} ogni negozio lo racconta al banco, e {channels:fromWeekday} la stessa storia esce sui nostri canali.

Nessuno deve vendere niente. Ma se un amico o una vicina vi chiede da dove viene la nostra farina, adesso lo sapete: **dal mulino Serralba, sul fiume Maira**, della stessa famiglia da tre generazioni.

Chi vuole raccontarla a modo suo trova «The mill that feeds our ovens» nella pagina Condividi.`,
    },
    ro: {
      title: "Povestea maielei începe {start:on}",
      body: `Făină de la o singură moară, apă, sare și douăzeci de ore de răbdare: atât intră în pâinea noastră cu maia. {start:From} fiecare magazin spune asta la tejghea, iar {channels:fromWeekday} aceeași poveste apare pe canalele noastre.

Nu trebuie să vindeți nimic. Dar dacă un prieten sau un vecin vă întreabă de unde e făina, acum știți răspunsul: **de la moara Serralba, pe râul Maira**, ținută de aceeași familie de trei generații.

Cine vrea să povestească în cuvintele lui găsește „The mill that feeds our ovens” la Distribuie.`,
    },
    ru: {
      title: "История нашей закваски начинается {start:on}",
      body: `Мука с одной мельницы, вода, соль и двадцать часов терпения: вот и весь состав нашего хлеба на закваске. {start:From} об этом рассказывают в каждом магазине, а {channels:fromWeekday} та же история выходит на наших каналах.

Продавать ничего не нужно. Но если друг или соседка спросит, откуда наша мука, вы теперь знаете ответ: **с мельницы Серральба на реке Майра**, которой уже три поколения владеет одна семья.

Кому хочется рассказать об этом своими словами, ищите «The mill that feeds our ovens» в разделе «Поделиться».`,
    },
  },
  versions: {
    retail: {
      en: {
        title: "{start:From} every shop tells the sourdough story",
        body: `At the counter: two sentences, a tasting before 10:00, and a card for those who ask more. The same story runs on our channels {channels:fromWeekday}.

**The two sentences**

> The flour in this loaf comes from one mill on the river Maira. The dough rests for twenty hours, and that is why it keeps for days.

**The tasting.** One loaf a shop, cut small, on the wooden board, from opening until 10:00. Please keep the allergen card beside it.

**The card.** Thirty cards a shop arrive with the bread {print:on}. The square code on the back leads to the whole story, with pictures.

If you don't know an answer, say so and write the question under this message. We answer the same day and everybody learns it.`,
      },
      it: {
        title: "{start:From} ogni negozio racconta la storia del lievito madre",
        body: `Al banco: due frasi, un assaggio prima delle 10:00 e un cartoncino per chi vuole sapere di più. La stessa storia esce sui nostri canali {channels:fromWeekday}.

**Le due frasi**

> La farina di questo pane viene da un solo mulino, sul fiume Maira. L'impasto riposa venti ore, e per questo dura giorni.

**L'assaggio.** Una pagnotta per negozio, tagliata piccola, sul tagliere di legno, dall'apertura fino alle 10:00. Accanto, per favore, il cartellino degli allergeni.

**Il cartoncino.** Trenta per negozio, arrivano con il pane {print:on}. Il codice sul retro porta alla storia intera, con le fotografie.

Se non sapete rispondere, ditelo senza problemi e scrivete la domanda qui sotto. Rispondiamo in giornata, così lo imparano tutti.`,
      },
      ro: {
        title: "{start:From} fiecare magazin spune povestea maielei",
        body: `La tejghea: două propoziții, o degustare înainte de ora 10:00 și un cartonaș pentru cine vrea să afle mai mult. Aceeași poveste apare pe canalele noastre {channels:fromWeekday}.

**Cele două propoziții**

> Făina din pâinea asta vine de la o singură moară, de pe râul Maira. Aluatul se odihnește douăzeci de ore, de aceea ține zile întregi.

**Degustarea.** O pâine de magazin, tăiată mărunt, pe tocătorul de lemn, de la deschidere până la 10:00. Lăsați alături cartonașul cu alergeni.

**Cartonașul.** Câte treizeci de magazin, vin odată cu pâinea {print:on}. Codul de pe spate duce la toată povestea, cu fotografii.

Dacă nu știți un răspuns, spuneți asta liniștit și scrieți întrebarea sub mesaj. Răspundem în aceeași zi, ca să afle toată lumea.`,
      },
      ru: {
        title: "{start:From} каждый магазин рассказывает о нашей закваске",
        body: `У прилавка: две фразы, дегустация до 10:00 и карточка для тех, кто хочет знать больше. На наших каналах та же история выходит {channels:fromWeekday}.

**Две фразы**

> Мука для этого хлеба приезжает с одной мельницы на реке Майра. Тесто отдыхает двадцать часов, поэтому хлеб не черствеет несколько дней.

**Дегустация.** Один каравай на магазин, нарезанный мелко, на деревянной доске, с открытия до 10:00. Рядом, пожалуйста, карточка с аллергенами.

**Карточка.** По тридцать штук на магазин, приедут с хлебом {print:day}. Код на обороте ведёт к полной истории с фотографиями.

Если не знаете ответа, так и скажите, а вопрос напишите под этим сообщением. Мы ответим в тот же день, и узнают все.`,
      },
    },
    it: {
      en: {
        title: "Sourdough story: tills and screens ready {freeze:by}",
        body: `Shops begin {start:on}, so please have these ready {freeze:by}:

- the tasting button on the till, price zero, so that the loaves are counted
- the story page on the shop screens, ten seconds, without sound
- the code on the card leads to aurora.example/stories/the-mill and works on an old phone over a slow line

No other releases to the tills in the two days before. Elena keeps the list and can be called from 06:00 on the first morning.`,
      },
      it: {
        title: "Storia del lievito madre: casse e schermi pronti {freeze:by}",
        body: `I negozi partono {start:on}, quindi {freeze:by} servono:

- il tasto «assaggio» in cassa, a prezzo zero, così le pagnotte vengono contate
- la pagina della storia sugli schermi dei negozi, dieci secondi, senza audio
- il codice del cartoncino che porta a aurora.example/stories/the-mill e funziona anche su un telefono vecchio con poca linea

Nei due giorni prima, nessun altro rilascio sulle casse. Elena tiene l'elenco e il primo giorno risponde dalle 06:00.`,
      },
    },
    logistics: {
      en: {
        title: "Sourdough story: one more loaf for every shop {start:from}",
        body: `{start:From} every shop gets one tasting loaf on top of its order, in the **green crate, always on top**. It has to be at the counter before opening, because the tasting ends at 10:00.

{print:On} the cards travel with the first tour: one envelope a shop, with its name on it. For Dublin and Bucharest they leave two days earlier.

If a shop is missing its crate or its envelope, call the dispatcher at once. We would rather turn a van round than open without.`,
      },
      it: {
        title: "Storia del lievito madre: una pagnotta in più per ogni negozio {start:from}",
        body: `{start:From} ogni negozio riceve, oltre all'ordine, una pagnotta per l'assaggio: **cassa verde, sempre in cima**. Deve essere al banco prima dell'apertura, perché l'assaggio finisce alle 10:00.

{print:On} i cartoncini viaggiano con il primo giro: una busta per negozio, con il nome sopra. Per Dublino e Bucarest partono due giorni prima.

Se a un negozio manca la cassa o la busta, chiamate subito lo smistamento. Meglio far tornare indietro un furgone che aprire senza.`,
      },
      ro: {
        title: "Povestea maielei: o pâine în plus pentru fiecare magazin {start:from}",
        body: `{start:From} fiecare magazin primește, pe lângă comandă, o pâine pentru degustare, în **lada verde, mereu deasupra**. Trebuie să fie la tejghea înainte de deschidere, pentru că degustarea se termină la 10:00.

{print:On} cartonașele pleacă cu prima cursă: un plic de magazin, cu numele pe el. Pentru Dublin și București pleacă cu două zile mai devreme.

Dacă unui magazin îi lipsește lada sau plicul, sunați imediat la dispecerat. Mai bine întoarcem o dubă din drum decât să deschidem fără.`,
      },
      ru: {
        title: "История закваски: {start:from} каждому магазину на один каравай больше",
        body: `{start:From} каждый магазин получает сверх заказа один каравай для дегустации, в **зелёном ящике, всегда сверху**. Он должен быть у прилавка до открытия: дегустация заканчивается в 10:00.

{print:On} карточки едут с первым рейсом: по конверту на магазин, с его названием. В Дублин и Бухарест они уходят на два дня раньше.

Если в магазин не пришёл ящик или конверт, сразу звоните диспетчеру. Лучше развернуть фургон, чем открыться без них.`,
      },
    },
  },
  written: { days: -6, at: "15:10" },
  approval: { by: "approver", at: { days: -3, at: "11:00" }, note: "The two sentences agree with the outside post, word for word." },
  published: { days: 0, at: "08:30" },
  read: 0.5,
  confirmed: 0.34,
  unreadBy: ["employee", "it", "logistics", "approver", "leader", "moderator", "admin"],
  remarks: [
    {
      by: "chiara.montanaro",
      kind: "question",
      hours: 0.1,
      body: "Da noi a Castelletto apriamo alle 7 e i clienti dell'assaggio arrivano verso le 9. Una pagnotta basta fino alle 10?",
      answer: {
        by: "publisher",
        hours: 0.3,
        body: "Per la prima settimana sì, tagliata piccola fa circa quaranta assaggi. Se finisce prima scrivetelo qui: Roberto ne aggiunge una dal giorno dopo.",
      },
    },
    {
      by: "sinead.farrell",
      kind: "question",
      hours: 0.2,
      body: "Half of our regulars in Stoneybatter will ask whether it is organic. What do we say?",
      answer: {
        by: "publisher",
        hours: 0.35,
        body: "The grain is not certified organic, so please don't say it is. What is true: one mill, eleven farms, all within thirty kilometres of it.",
      },
    },
    {
      by: "dmitri.lebedkin",
      kind: "comment",
      hours: 0.4,
      body: "Зелёный ящик сверху, понятно. На двух фургонах верхняя полка низкая, поставим у двери.",
    },
  ],
};
