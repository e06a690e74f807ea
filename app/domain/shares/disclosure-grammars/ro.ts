import type { DisclosureGrammar } from "../disclosure-grammar";

const PLACE =
  "(?:brutaria|brutariile|magazinul|firma|compania|fabrica|biroul|sediul|bucataria|depozitul|echipa|grupul|scoala|spitalul|restaurantul|hotelul)";
const GROUP = "(?:echipa|colegii|colegele|colegul|colega|departamentul|tura|angajatorul|compania|firma|munca|magazinul|brutaria)";
const TRADE =
  "(?:brutar|brutareasa|cofetar|cofetara|patiser|patisera|bucatar|bucatareasa|sofer|soferita|inginer|inginera|programator|programatoare|vanzator|vanzatoare|contabil|contabila|tehnician|ucenic|coleg|colega|angajat|angajata|lucrator|lucratoare|manager|sef de magazin|sefa de magazin|responsabil|responsabila|membru|membra)";
const AT_NAME = `(?:la|pentru|in|din|cu|al|a|ai|ale|de la|in cadrul|la noi la) (?:${PLACE} )?NAME`;

export const romanian: DisclosureGrammar = {
  phrase: (name) => `Lucrez la ${name}`,
  claims: [
    `(?:eu )?(?:lucrez|muncesc|activez) (?:ca (?:[a-z]+ ){1,3})?${AT_NAME}`,
    `(?:eu )?(?:sunt|is) (?:un |o )?(?:[a-z]{3,15} ){0,1}${TRADE} (?:[a-z]{3,15} )?${AT_NAME}`,
    `(?:eu )?(?:fac parte|sunt) din (?:echipa )?(?:de la )?NAME`,
    `(?:eu )?sunt (?:in echipa|de la) (?:de la )?NAME`,
    `(?:ca|in calitate de) (?:[a-z]{3,15} )?${TRADE} ${AT_NAME}`,
    `NAME,? (?:unde lucrez|este angajatorul meu|angajatorul meu|compania la care lucrez|locul meu de munca)`,
    `la NAME,? unde lucrez`,
  ],
  subjects: [
    `${GROUP} (?:mea|meu|mei|mele|noastra|nostru|nostri|noastre) (?:de )?(?:la|din) (?:${PLACE} )?NAME`,
    `noi,? (?:cei )?(?:de )?la NAME`,
  ],
  openers: [
    "salut(?: tuturor)?",
    "buna(?: ziua| seara| dimineata)?(?: tuturor)?",
    "transparenta",
    "pentru transparenta",
    "precizare",
    "nota",
    "da",
    "dupa cum stiti",
    "de (?:[a-z]+|\\d+) (?:luni|ani)",
    "din \\d{4}",
    "azi",
    "astazi",
    "si",
  ],
  followers: [
    "si", "in", "la", "ca", "din", "de", "unde", "cu", "pe", "dar", "pentru", "aici", "fiecare", "care", "cand", "azi",
    "astazi", "acum", "iar", "am", "sunt",
  ],
  denials: ["nu", "ba nu", "glumesc", "as vrea", "sau nu", "nu mai", "niciodata", "nu e adevarat", "nu este adevarat"],
  /** Aurora, Aurorei. */
  inflect: (word) => (/^[a-z]{3,}a$/u.test(word) ? `${word.slice(0, -1)}(?:a|ei)` : null),
};
