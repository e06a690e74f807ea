/** What a file of people may say about each. */
export const COLUMNS = ["personnelNumber", "givenName", "familyName", "email", "department", "location", "jobTitle", "language", "joinedOn", "leaves"] as const;
export type Column = (typeof COLUMNS)[number];

/** How the columns are called in the exports of personnel systems, in the four languages; compared by `plain`. */
const NAMES: Record<Column, readonly string[]> = {
  personnelNumber: ["personnel number", "personnel no", "employee number", "employee id", "staff number", "number", "matricola", "numero di matricola", "codice dipendente", "numar personal", "marca", "numar de marca", "табельный номер", "таб номер", "номер сотрудника"],
  givenName: ["given name", "first name", "forename", "nome", "prenume", "имя"],
  familyName: ["family name", "last name", "surname", "cognome", "nume", "nume de familie", "фамилия"],
  email: ["mail", "email", "e mail", "mail address", "email address", "posta elettronica", "indirizzo mail", "indirizzo email", "adresa de mail", "adresa de email", "почта", "электронная почта", "адрес почты"],
  department: ["department", "unit", "team", "reparto", "dipartimento", "ufficio", "departament", "sectie", "отдел", "подразделение"],
  location: ["location", "place of work", "site", "sede", "luogo di lavoro", "locatie", "loc de munca", "место работы", "площадка"],
  jobTitle: ["job title", "job", "position", "mansione", "ruolo", "qualifica", "functie", "post", "должность"],
  language: ["language", "lingua", "limba", "язык"],
  joinedOn: ["joined on", "joined", "start date", "hire date", "entry date", "data di assunzione", "assunto il", "data angajarii", "angajat la", "дата приема", "принят", "дата приема на работу"],
  leaves: ["leaves", "leaver", "left", "has left", "uscito", "cessato", "in uscita", "pleaca", "plecat", "уволен", "уходит"],
};

/** Without case, accents, signs and doubled spaces: "E-Mail" and "e mail" are one. */
export function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\d]+/gu, " ").trim();
}

const BY_NAME = new Map(COLUMNS.flatMap((column) => [...NAMES[column], column].map((name) => [plain(name), column] as const)));

export interface MappedHeader {
  header: string;
  /** Null: the column is left out. */
  column: Column | null;
}

/** What each header was taken for; of two with one meaning the first counts. */
export function mapHeaders(headers: readonly string[]): MappedHeader[] {
  const taken = new Set<Column>();
  return headers.map((header) => {
    const column = BY_NAME.get(plain(header)) ?? null;
    if (!column || taken.has(column)) return { header, column: null };
    taken.add(column);
    return { header, column };
  });
}
