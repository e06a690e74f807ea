/** Two drafts that wait for somebody who may approve them. */
import type { PostStory } from "../story";

export const posts: PostStory[] = [
  {
    key: "small.half-past-six",
    author: "publisher",
    audience: ["aurora"],
    language: "it",
    title: "Dalle sei e mezza",
    summary: "Apriamo prima: chi lo racconta e che cosa trova sul banco chi passa presto.",
    why: "Chi finisce il turno di notte in ospedale non sa ancora che siamo aperti.",
    link: {
      url: "https://www.aurora.example/orari",
      title: "I nostri orari",
      description: "Dal martedì al sabato dalle 6:30, la domenica dalle 8.",
    },
    picture: "dawn",
    pictureAlt: "La luce dell'alba sui tetti, vista dalla porta di un negozio",
    facts: ["Il negozio apre alle 6:30 dal martedì al sabato."],
    hashtags: ["pane", "torino"],
    captions: [
      { language: "it", text: "Da quando apriamo alle sei e mezza conosco tutti gli infermieri del quartiere per nome." },
      { language: "it", text: "Il primo pane del mattino non aspetta più le sette." },
      { language: "en", text: "We open at half past six now. The first customers are the ones going home to sleep." },
    ],
    validUntil: { days: 90 },
    written: { days: -20, at: "16:00" },
  },
  {
    key: "small.apprentice",
    author: "admin",
    audience: ["aurora"],
    language: "it",
    title: "Cerchiamo un apprendista",
    summary: "Un posto in laboratorio da marzo, anche senza esperienza.",
    why: "Il lavoro si impara qui; serve solo qualcuno che abbia voglia di alzarsi presto.",
    link: { url: "https://www.aurora.example/lavoro", title: "Lavorare da Aurora", description: "Un posto da apprendista in laboratorio." },
    picture: "table",
    pictureAlt: "Un tavolo di legno infarinato con l'impasto diviso in pezzi",
    facts: ["Un posto, da marzo."],
    hashtags: ["lavoro", "panificio"],
    captions: [{ language: "it", text: "Se ti piace il pane più del divano: da marzo c'è un posto da noi, e ti insegniamo tutto." }],
    written: { days: -5, at: "09:30" },
  },
];
