import type { MessageStory } from "../story";

/** Asks for confirmation, and an approver read it first because it touches the bakery. */
export const allergenLabels: MessageStory = {
  key: "allergen-labels",
  kind: "message",
  author: "anna.colombo",
  audience: ["operations"],
  asksConfirmation: true,
  why: {
    en: "A customer with a sesame allergy asked, and three of us gave three answers.",
    it: "Una cliente allergica al sesamo ha chiesto, e in tre abbiamo dato tre risposte diverse.",
    ro: "O clientă alergică la susan a întrebat, iar trei dintre noi au dat trei răspunsuri.",
    ru: "Покупательница с аллергией на кунжут задала вопрос, и трое из нас ответили по-разному.",
  },
  dates: { start: { days: -64 } },
  core: {
    en: {
      title: "New allergen cards {start:from}",
      body: `{start:From} every product has one card with its allergens, the same in the bakery, in the van and in the shop. The card is the only answer we give: nobody has to know it by heart, and nobody guesses.

Sesame is new on eight products, because rolls and breadsticks share a belt.`,
    },
    it: {
      title: "Nuovi cartellini degli allergeni {start:from}",
      body: `{start:From} ogni prodotto ha un cartellino con i suoi allergeni, uguale in laboratorio, sul furgone e in negozio. Si risponde solo con il cartellino: nessuno deve saperlo a memoria e nessuno tira a indovinare.

Il sesamo è nuovo su otto prodotti, perché panini e grissini passano sullo stesso nastro.`,
    },
    ro: {
      title: "Cartonașe noi cu alergeni {start:from}",
      body: `{start:From} fiecare produs are un cartonaș cu alergenii lui, același în brutărie, în dubă și în magazin. Răspundem doar cu cartonașul: nimeni nu trebuie să știe pe de rost și nimeni nu ghicește.

Susanul apare nou la opt produse, pentru că chiflele și grisinele trec pe aceeași bandă.`,
    },
    ru: {
      title: "Новые карточки аллергенов {start:from}",
      body: `{start:From} у каждого продукта одна карточка с аллергенами: одинаковая в пекарне, в фургоне и в магазине. Отвечаем только по карточке: никто не обязан помнить наизусть, и никто не гадает.

Кунжут теперь указан ещё на восьми продуктах: булочки и гриссини идут по одной ленте.`,
    },
  },
  versions: {
    retail: {
      en: {
        title: "Allergens at the counter {start:from}: read the card aloud",
        body: `{start:From} the card stands in front of every product. When somebody asks, take it in your hand and read it aloud. Please never answer from memory, not even for plain bread.

If a card is missing, the product leaves the counter until it is back. Nobody will be asked why.`,
      },
      it: {
        title: "Allergeni al banco {start:from}: leggete il cartellino ad alta voce",
        body: `{start:From} davanti a ogni prodotto c'è il suo cartellino. Quando qualcuno chiede, prendetelo in mano e leggetelo ad alta voce. Mai a memoria, per favore, nemmeno per il pane comune.

Se manca il cartellino, il prodotto si toglie dal banco finché non torna. Nessuno vi chiederà perché.`,
      },
      ro: {
        title: "Alergenii la tejghea {start:from}: citiți cartonașul cu voce tare",
        body: `{start:From} în fața fiecărui produs stă cartonașul lui. Când cineva întreabă, luați-l în mână și citiți-l cu voce tare. Vă rugăm, niciodată din memorie, nici măcar pentru pâinea simplă.

Dacă lipsește cartonașul, produsul se scoate din vitrină până se întoarce. Nimeni nu vă va întreba de ce.`,
      },
      ru: {
        title: "Аллергены у прилавка {start:from}: читайте карточку вслух",
        body: `{start:From} перед каждым продуктом стоит его карточка. Когда спрашивают, возьмите её в руки и прочитайте вслух. Пожалуйста, никогда не отвечайте по памяти, даже о простом хлебе.

Нет карточки: продукт убирается с прилавка, пока она не вернётся. Никто не спросит почему.`,
      },
    },
    production: {
      en: {
        title: "Allergens in the bakery {start:from}: belt 2 is the sesame belt",
        body: `{start:From} everything with sesame runs on **belt 2** only, and last in the shift. After it the belt is washed and the washing is signed on the sheet.

The tray takes the card of its product with it to the van. A tray without a card does not leave the bakery.`,
      },
      it: {
        title: "Allergeni in laboratorio {start:from}: il sesamo solo sul nastro 2",
        body: `{start:From} tutto ciò che contiene sesamo passa solo sul **nastro 2**, e per ultimo nel turno. Poi il nastro si lava e il lavaggio si firma sulla scheda.

Ogni teglia porta con sé il cartellino del suo prodotto fino al furgone. Una teglia senza cartellino non esce dal laboratorio.`,
      },
      ro: {
        title: "Alergenii în brutărie {start:from}: susanul doar pe banda 2",
        body: `{start:From} tot ce conține susan trece doar pe **banda 2**, la sfârșitul schimbului. După aceea banda se spală, iar spălarea se semnează pe fișă.

Tava duce cu ea cartonașul produsului până la dubă. O tavă fără cartonaș nu iese din brutărie.`,
      },
      ru: {
        title: "Аллергены в пекарне {start:from}: кунжут только на второй ленте",
        body: `{start:From} всё с кунжутом идёт только по **второй ленте** и в конце смены. После этого ленту моют, а мойку отмечают подписью в журнале.

Карточка едет с противнем до самого фургона. Противень без карточки из пекарни не выходит.`,
      },
    },
  },
  written: { days: -75, at: "09:20" },
  approval: { by: "approver", at: { days: -73, at: "10:05" }, note: "Clear. I read it aloud to somebody who does not work here, and she understood it." },
  published: { days: -72, at: "14:15" },
  read: 0.95,
  confirmed: 0.9,
  remarks: [
    {
      by: "employee",
      kind: "question",
      hours: 5,
      body: "What do we do with the half loaves that we cut and wrap ourselves? They have no tray.",
      answer: {
        by: "anna.colombo",
        hours: 22,
        body: "Good catch. Put the loaf's card beside the wrapped halves; small stickers come with the next delivery of paper.",
      },
    },
  ],
};
