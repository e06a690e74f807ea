import { cleanText } from "~/kernel/fields";
import { optionalEmail, optionalPersonnelNumber } from "../person-fields";
import { plain, type Column } from "./columns";
import { readDate } from "./dates";

/** What is wrong in a cell; `problem` is a key of the catalogue, `lines` are others of the file that are concerned. */
export interface RowProblem {
  column: Column;
  problem: string;
  lines?: number[];
}

/** A row's cells by column, tidied; a cell that is empty is left out. */
export type RowValues = Partial<Record<Column, string>>;

const LONGEST: Partial<Record<Column, number>> = { givenName: 60, familyName: 60, jobTitle: 80, location: 80, department: 500 };

const LANGUAGES: Record<string, readonly string[]> = {
  en: ["en", "english", "inglese", "engleza", "английский"],
  it: ["it", "italian", "italiano", "italiana", "итальянский"],
  ro: ["ro", "romanian", "rumeno", "romana", "румынский"],
  ru: ["ru", "russian", "russo", "rusa", "русский"],
};
const YES = new Set(["yes", "y", "si", "s", "da", "x", "1", "true", "да"]);
const NO = new Set(["no", "n", "nu", "0", "false", "нет"]);

/** Reads one row's cells: what can be said of it without looking at anybody else. */
export function readRow(cells: Partial<Record<Column, string>>): { values: RowValues; problems: RowProblem[] } {
  const values: RowValues = {};
  const problems: RowProblem[] = [];
  for (const [name, cell] of Object.entries(cells) as [Column, string][]) {
    const text = cleanText(cell).replace(/\s+/g, " ");
    if (text === "") continue;
    const read = readCell(name, text);
    if ("problem" in read) problems.push({ column: name, problem: read.problem });
    else values[name] = read.value;
  }
  return { values, problems };
}

function readCell(column: Column, text: string): { value: string } | { problem: string } {
  if (text.length > (LONGEST[column] ?? 254)) return { problem: "tooLong" };
  switch (column) {
    case "email": {
      const parsed = optionalEmail.safeParse(text);
      return parsed.success ? { value: parsed.data ?? "" } : { problem: "email" };
    }
    case "personnelNumber": {
      const parsed = optionalPersonnelNumber.safeParse(text);
      return parsed.success ? { value: parsed.data ?? "" } : { problem: "personnelNumber" };
    }
    case "language": {
      const found = Object.entries(LANGUAGES).find(([, names]) => names.some((name) => plain(name) === plain(text)));
      return found ? { value: found[0] } : { problem: "languageUnknown" };
    }
    case "joinedOn": {
      const read = readDate(text);
      return "day" in read ? { value: read.day } : read;
    }
    case "leaves":
      if (YES.has(plain(text))) return { value: "yes" };
      return NO.has(plain(text)) ? { value: "" } : { problem: "leavesUnreadable" };
    default:
      return { value: text };
  }
}
