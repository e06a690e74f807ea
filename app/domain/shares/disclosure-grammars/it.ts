import type { DisclosureGrammar } from "../disclosure-grammar";

const PLACE =
  "(?:panificio|forno|panetteria|negozio|bottega|azienda|ditta|sede|ufficio|fabbrica|stabilimento|cucina|magazzino|gruppo|squadra|team|scuola|ospedale|ristorante|hotel)";
const GROUP = "(?:team|squadra|colleghi|colleghe|collega|reparto|gruppo|turno|azienda|datore di lavoro|lavoro|negozio|forno|panificio)";
const TRADE =
  "(?:fornai[oa]|panettier[ea]|pasticcier[ea]|cuoc[oa]|autista|ingegnere|sviluppat(?:ore|rice)|responsabile|capo ?negozio|commess[oa]|addett[oa]|apprendista|stagista|tecnic[oa]|contabile|impiegat[oa]|operai[oa]|magazzinier[ea]|collega|dipendente|collaborat(?:ore|rice)|membro)";
const AT = "(?:in|da|per|presso|a|alla|al|nella|nel|dalla|dal|di|della|del|con)";
const AT_NAME = `(?:${AT} |(?:all|dall|nell|dell|d)')(?:${PLACE} )?NAME`;

export const italian: DisclosureGrammar = {
  phrase: (name) => `Lavoro in ${name}`,
  claims: [
    `(?:io )?(?:lavoro|sto lavorando|sono impiegat[oa]|sono assunt[oa]) (?:(?:come|da) (?:[a-z]+ ){1,3})?${AT_NAME}`,
    `(?:io )?(?:faccio|sono) (?:parte|nel team|nella squadra)(?: del (?:team|gruppo)| della squadra)? ${AT_NAME}`,
    `(?:io )?(?:sono|faccio) (?:un[oa']? ?|l[oa'] ?|il )?(?:[a-z]{3,15} ){0,2}${TRADE} ${AT_NAME}`,
    `(?:come|da|in qualita di) (?:[a-z]{3,15} ){0,1}${TRADE} ${AT_NAME}`,
    `(?:il|la) mi[oa] (?:azienda|datore di lavoro),? (?:e )?NAME`,
    `NAME,? (?:dove lavoro|per cui lavoro|e la mia azienda|la mia azienda)`,
    `${AT} NAME,? dove lavoro`,
  ],
  subjects: [
    `(?:il|la|i|le|nel|nella) (?:mi[oa]|miei|mie|nostr[oaie]) ${GROUP} ${AT_NAME}`,
    `(?:tutti )?noi (?:${AT} |(?:all|dall|nell|dell|d)')NAME`,
  ],
  openers: [
    "ciao(?: a tutti| a tutte)?",
    "salve(?: a tutti)?",
    "buongiorno(?: a tutti| a tutte)?",
    "buonasera(?: a tutti)?",
    "trasparenza",
    "per trasparenza",
    "premessa",
    "nota",
    "si",
    "come sapete",
    "da (?:[a-z]+|\\d+) (?:mesi|anni)",
    "dal \\d{4}",
    "oggi",
    "e",
  ],
  followers: [
    "e", "ed", "in", "a", "al", "come", "da", "dal", "dove", "con", "per", "ma", "perche", "qui", "ogni", "che", "quando",
    "oggi", "ora", "di", "nel", "nella", "tra", "mi", "ho", "sono",
  ],
  denials: ["no", "non", "scherzo", "scherzavo", "magari", "o no", "anzi no", "non e vero", "mai", "non piu"],
};
