import type { MessageStory } from "../story";

/** Three months ago: where the sourdough story began. */
export const oneMill: MessageStory = {
  key: "one-mill",
  kind: "message",
  author: "publisher",
  audience: ["aurora"],
  why: {
    en: "We want to be able to say where every bag of sourdough flour was grown and milled.",
    it: "Vogliamo poter dire dove è cresciuta e dove è stata macinata la farina di ogni sacco.",
    ro: "Vrem să putem spune unde a crescut și unde a fost măcinată făina din fiecare sac.",
    ru: "Мы хотим точно знать, где выросла и где смолота мука в каждом мешке.",
  },
  dates: { switch: { days: -60 } },
  core: {
    en: {
      title: "All our sourdough flour will come from one mill",
      body: `{switch:From} the flour for our sourdough comes from one place: the Serralba mill on the river Maira, an hour south of Turin. Until now we bought from four mills and could not say which one was in which loaf.

The price per kilo is four cents higher. Margherita and Paolo decided that the shops do not pass it on this year.

Our buyers visited all eleven farms that grow for the mill. Their photographs hang in the corridor in Turin.`,
    },
    it: {
      title: "Tutta la farina per il lievito madre da un solo mulino",
      body: `{switch:From} la farina per il nostro pane a lievito madre arriva da un posto solo: il mulino Serralba, sul fiume Maira, a un'ora da Torino verso sud. Finora compravamo da quattro mulini e non sapevamo dire quale fosse in quale pagnotta.

Costa quattro centesimi in più al chilo. Margherita e Paolo hanno deciso che quest'anno i prezzi in negozio non cambiano.

L'ufficio acquisti ha visitato tutte le undici cascine che coltivano per il mulino. Le fotografie sono nel corridoio di Torino.`,
    },
    ro: {
      title: "Toată făina pentru maia, de la o singură moară",
      body: `{switch:From} făina pentru pâinea noastră cu maia vine dintr-un singur loc: moara Serralba, de pe râul Maira, la o oră de Torino spre sud. Până acum cumpăram de la patru mori și nu puteam spune care făină e în care pâine.

Costă cu patru cenți mai mult pe kilogram. Margherita și Paolo au hotărât că anul acesta prețurile din magazine rămân aceleași.

Colegii de la achiziții au vizitat toate cele unsprezece ferme care cultivă pentru moară. Fotografiile sunt pe coridor, la Torino.`,
    },
    ru: {
      title: "Вся мука для закваски будет с одной мельницы",
      body: `{switch:From} мука для нашего хлеба на закваске приходит из одного места: с мельницы Серральба на реке Майра, в часе езды к югу от Турина. До сих пор мы покупали у четырёх мельниц и не могли сказать, чья мука в каком каравае.

Килограмм стоит на четыре цента дороже. Маргерита и Паоло решили, что в этом году цены в магазинах не изменятся.

Отдел закупок побывал на всех одиннадцати фермах, которые растят зерно для мельницы. Фотографии висят в коридоре в Турине.`,
    },
  },
  versions: {
    production: {
      en: {
        title: "New sourdough flour {switch:from}: wetter dough, longer rest",
        body: `{switch:From} we bake sourdough with flour from the Serralba mill only. It drinks more water: start at 72 % instead of 68 % and rest the dough for twenty hours instead of sixteen.

Teresa and Luca baked 300 test loaves. Their sheet hangs at both mixers. In the first two weeks please write the temperature and the rise on it for every batch, also when all is well.`,
      },
      it: {
        title: "Farina nuova per il lievito madre {switch:from}: impasto più idratato, riposo più lungo",
        body: `{switch:From} facciamo il pane a lievito madre solo con farina del mulino Serralba. Beve di più: partite dal 72 % d'acqua invece del 68 % e fate riposare l'impasto venti ore invece di sedici.

Teresa e Luca hanno fatto 300 pagnotte di prova. La loro scheda è appesa alle due impastatrici. Nelle prime due settimane segnate temperatura e crescita di ogni impasto, anche quando va tutto bene.`,
      },
      ro: {
        title: "Făină nouă pentru maia {switch:from}: aluat mai umed, odihnă mai lungă",
        body: `{switch:From} facem pâinea cu maia doar cu făină de la moara Serralba. Absoarbe mai multă apă: porniți de la 72 % în loc de 68 % și lăsați aluatul să se odihnească douăzeci de ore în loc de șaisprezece.

Teresa și Luca au copt 300 de pâini de probă. Fișa lor e la ambele malaxoare; la Cluj o aduce Radu. În primele două săptămâni notați la fiecare aluat temperatura și creșterea, și când totul e bine.`,
      },
      ru: {
        title: "Новая мука для закваски {switch:from}: тесто влажнее, отдых дольше",
        body: `{switch:From} печём хлеб на закваске только из муки с мельницы Серральба. Она берёт больше воды: начинайте с 72 % вместо 68 % и давайте тесту отдыхать двадцать часов вместо шестнадцати.

Тереза и Лука испекли 300 пробных караваев. Их таблица висит у обеих тестомесов. Первые две недели записывайте для каждой партии температуру и подъём, даже если всё в порядке.`,
      },
    },
  },
  written: { days: -89, at: "08:40" },
  approval: { by: "alessandra.piras", at: { days: -88, at: "08:55" } },
  published: { days: -87, at: "09:10" },
  read: 0.88,
  remarks: [
    {
      by: "luca.testa",
      kind: "comment",
      hours: 3.2,
      body: "Con il 72 % la prima volta sembra troppo molle. Non aggiungete farina: dopo la seconda piega si tiene da sola.",
    },
    {
      by: "radu.petrean",
      kind: "question",
      hours: 14,
      body: "La Cluj, noaptea, avem 17 grade în sala de dospire. Rămânem la douăzeci de ore sau mai lungim?",
      answer: {
        by: "publisher",
        hours: 27,
        body: "Am întrebat-o pe Teresa: sub 18 grade, douăzeci și două de ore. Notați pe fișă și vorbim după prima săptămână.",
      },
    },
  ],
};
