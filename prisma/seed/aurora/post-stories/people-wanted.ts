import type { PostStory } from "../story";

export const bakersInCluj: PostStory = {
  key: "bakers-in-cluj",
  author: "publisher",
  audience: ["aurora"],
  language: "ro",
  title: "Căutăm doi brutari la Cluj",
  summary: "Două locuri în schimbul de noapte, cu salariul scris în anunț și o noapte de probă plătită.",
  why: "Cei mai buni colegi au venit prin cineva care lucra deja aici.",
  link: {
    url: "https://www.aurora.example/cariere/brutar-cluj",
    title: "Brutar, schimbul de noapte, Cluj-Napoca",
    description: "Salariul e scris în anunț. Noaptea de probă e plătită. Răspundem tuturor în cinci zile.",
  },
  picture: "dawn",
  pictureAlt: "O stradă în zori, cu o singură vitrină luminată, caldă",
  facts: [
    "Două locuri, cu normă întreagă, în schimbul de noapte.",
    "Salariul e scris în anunț.",
    "Noaptea de probă e plătită.",
    "Răspundem tuturor în cinci zile.",
  ],
  hashtags: ["joburi", "cluj", "brutărie"],
  captions: [
    { language: "ro", text: "Căutăm doi colegi pentru noapte, la Cluj. Salariul e în anunț, iar noaptea de probă e plătită." },
    { language: "ro", text: "Dacă vă place liniștea de la trei dimineața și mirosul de pâine, avem două locuri la Cluj." },
    { language: "ro", network: "facebook", text: "Două locuri la noi, la Cluj, în schimbul de noapte. Scrie clar cât e salariul, cât e pauza și cine răspunde. Întrebați-mă orice." },
    { language: "ro", network: "whatsapp", text: "Știi pe cineva care vrea să învețe meserie de brutar? Căutăm doi oameni la Cluj." },
    { language: "ro", network: "linkedin", text: "Un anunț cu salariul scris, o noapte de probă plătită și un răspuns în cinci zile, oricare ar fi el.\n\nCăutăm doi brutari la Cluj, în echipa de noapte." },
    { language: "it", text: "Cerchiamo due fornai a Cluj, turno di notte. Lo stipendio è scritto nell'annuncio e la notte di prova è pagata." },
    { language: "ru", text: "Ищем двух пекарей в Клуж, в ночную смену. Зарплата указана, пробная ночь оплачивается." },
  ],
  validUntil: { days: 21 },
  written: { days: -24, at: "11:10" },
  approval: { by: "alessandra.piras", at: { days: -23, at: "14:30" } },
  shares: [
    { by: "moderator", network: "linkedin", way: "share_url", shared: { days: -22, at: "10:00" }, caption: 4, visits: 54 },
    { by: "radu.petrean", network: "facebook", way: "copy", shared: { days: -21, at: "07:40" }, text: "Sunt opt oameni în echipa mea și rămân toți. Căutăm încă doi, fiindcă facem mai multă pâine.", visits: 88 },
    { by: "andreea.muresan", network: "facebook", way: "copy", shared: { days: -16, at: "18:30" }, caption: 2, visits: 33 },
    { by: "ionut.baciu", network: "whatsapp", way: "share_sheet", shared: { days: -12, at: "13:15" }, caption: 3, visits: 10 },
  ],
};

/** Waits for an approver. */
export const openBakery: PostStory = {
  key: "open-bakery",
  author: "matteo.villata",
  audience: ["retail", "brand"],
  language: "en",
  title: "Open bakery morning in Dublin",
  summary: "One Saturday, three ovens, and a place at the table for forty neighbours in Rathmines.",
  why: "The street has smelled our bread for two years and has never seen who makes it.",
  link: {
    url: "https://www.aurora.example/dublin/open-bakery",
    title: "Open bakery morning in Rathmines",
    description: "Come in, shape a loaf, take it home. Forty places, free.",
  },
  picture: "table",
  pictureAlt: "A long wooden table dusted with flour, with shaped loaves waiting in morning light",
  facts: ["Forty places, free of charge.", "Saturday from 9:00 to 12:00.", "Everybody takes home the loaf they shaped."],
  hashtags: ["dublin", "rathmines", "sourdough"],
  captions: [
    { language: "en", text: "We open the doors on a Saturday morning: forty neighbours, three ovens, and a loaf to take home." },
    { language: "en", network: "x", text: "Shape a loaf with us in Rathmines on a Saturday morning. Forty places, free." },
    { language: "en", network: "whatsapp", text: "You live round the corner: come and shape a loaf with us, it is free." },
  ],
  validUntil: { days: 30 },
  written: { days: -5, at: "15:00" },
  inReviewHours: 5,
};

/** Half written. */
export const eveningClass: PostStory = {
  key: "evening-class",
  author: "publisher",
  audience: ["retail"],
  language: "it",
  title: "Una sera con il lievito madre",
  summary: "Due ore al banco di Vanchiglia per capire come si tiene in vita un lievito.",
  why: "",
  link: {
    url: "https://www.aurora.example/torino/sera-lievito-madre",
    title: "Una sera con il lievito madre",
    description: "Due ore, dodici persone, un vasetto da portare a casa.",
  },
  picture: "crumb",
  pictureAlt: "",
  facts: ["Dodici posti.", "Si porta a casa un vasetto di lievito."],
  hashtags: ["lievitomadre", "torino"],
  captions: [{ language: "it", text: "Due ore al banco per imparare a non far morire un lievito. Io ne ho uccisi tre, quindi posso parlarne." }],
  written: { days: -1, at: "18:05" },
};

/** Its time is over. */
export const harvestDiary: PostStory = {
  key: "harvest-diary",
  author: "matteo.villata",
  audience: ["aurora"],
  language: "it",
  title: "Diario del raccolto",
  summary: "Undici cascine, tre settimane, un temporale: il grano del nostro pane, giorno per giorno.",
  why: "Del grano si parla quando è già farina. Questa volta si vede prima.",
  link: {
    url: "https://www.aurora.example/storie/diario-del-raccolto",
    title: "Diario del raccolto",
    description: "Tre settimane nei campi delle undici cascine che coltivano per il nostro mulino.",
  },
  picture: "wheat",
  pictureAlt: "Un campo di grano maturo fino all'orizzonte, con il sole basso tra le spighe",
  facts: ["Le cascine sono undici.", "Il raccolto è durato tre settimane."],
  hashtags: ["grano", "raccolto", "piemonte"],
  captions: [
    { language: "it", text: "Il pane che vendo comincia qui: tre settimane di raccolto, giorno per giorno." },
    { language: "it", text: "Un temporale al nono giorno, e tutti a guardare il cielo. Il diario del raccolto di quest'anno." },
    { language: "it", network: "linkedin", text: "Undici cascine, tre settimane e un temporale nel momento peggiore.\n\nUn diario breve, scritto da chi c'era, su quanto lavoro sta prima della farina." },
    { language: "it", network: "facebook", text: "Avete mai visto da vicino il grano da cui facciamo il pane? Qui c'è un giorno alla volta." },
    { language: "it", network: "whatsapp", text: "Guarda che belle le foto del raccolto: è il grano del nostro pane." },
    { language: "en", text: "The bread I sell begins here: three weeks of harvest, day by day." },
  ],
  validUntil: { days: -35 },
  written: { days: -85, at: "10:30" },
  approval: { by: "approver", at: { days: -84, at: "15:00" } },
  ended: { days: -35, at: "09:00" },
  shares: [
    { by: "margherita.olivero", network: "facebook", way: "copy", shared: { days: -83, at: "09:15" }, caption: 3, visits: 46 },
    { by: "davide.roatta", network: "linkedin", way: "share_url", shared: { days: -80, at: "13:10" }, caption: 2, visits: 28 },
    { by: "chiara.montanaro", network: "whatsapp", way: "share_sheet", shared: { days: -76, at: "20:25" }, caption: 4, visits: 12 },
    { by: "anna.colombo", network: "facebook", way: "copy", shared: { days: -70, at: "18:45" }, text: "Sono cresciuta in una cascina così. Riconosco la polvere sulle scarpe.", visits: 31 },
  ],
};
