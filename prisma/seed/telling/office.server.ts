import { addHoliday } from "~/domain/company/calendar.server";
import { noticeForm, writeNotice } from "~/domain/company/privacy.server";
import { workOnImport } from "~/domain/people/import.job.server";
import { abandonImport, applyImport } from "~/domain/people/importing/deciding.server";
import { startImport } from "~/domain/people/importing/staging.server";
import { writeCsv } from "~/kernel/csv";
import type { Actor } from "~/policy/actor";
import { holidays, payrollFile, privacyNotice, wrongFile } from "../aurora/office";
import { FOUNDED_DAYS_AGO } from "../aurora/people";
import type { Calendar } from "../calendar";
import type { Step } from "../timeline";
import type { Cast } from "./cast.server";

/** What the office does on the side: the year's holidays, the privacy notice, and two files of people. */
export function officeSteps(cast: Cast, calendar: Calendar): Step[] {
  const admin = () => cast.actor(cast.company.story.founder);
  const at = (days: number, hour: string) => calendar.spareMoment({ days, at: hour });
  return [
    { at: at(-FOUNDED_DAYS_AGO, "11:30"), tell: async () => keepHolidays(await admin(), cast, at(-FOUNDED_DAYS_AGO, "11:30")) },
    { at: at(-FOUNDED_DAYS_AGO, "16:10"), tell: async () => publishNotice(await admin(), cast) },
    { at: at(-19, "10:20"), tell: async () => importPayroll(await admin(), cast) },
    { at: at(-11, "15:40"), tell: async () => putWrongFileAside(await admin(), cast) },
  ];
}

/** Those that come round within the next sixteen months. */
async function keepHolidays(admin: Actor, cast: Cast, from: Date): Promise<void> {
  const countries = new Set(cast.company.story.locations.map(({ country }) => country));
  const until = new Date(from.getTime() + 480 * 86_400_000);
  for (const { date, name, country = "", isHalf = false } of holidays.filter((holiday) => !holiday.country || countries.has(holiday.country))) {
    for (let year = from.getUTCFullYear(); year <= until.getUTCFullYear(); year++) {
      const day = `${year}-${date}`;
      if (new Date(day) > from && new Date(day) < until) await addHoliday(admin, { day, holidayName: name, country, locationId: undefined, isHalf });
    }
  }
}

async function publishNotice(admin: Actor, cast: Cast): Promise<void> {
  const texts = Object.fromEntries(cast.company.story.languages.map((language) => [`text_${language}`, privacyNotice[language]]));
  await writeNotice(admin, noticeForm.parse({ revision: "0", intent: "publish", ...texts }));
}

/** Two of the shops' people lead a shift now; one line of the file names a department that there is not. */
async function importPayroll(admin: Actor, cast: Cast): Promise<void> {
  const { name, rows, promoted, title } = payrollFile;
  const table = assistants(cast).slice(0, rows).map((person, at) => [person.personnelNumber, person.givenName, person.familyName, at < promoted ? title : person.jobTitle, ""]);
  const id = await handIn(admin, name, [...table, ["99001", "Bianca", "Serra", "Shop assistant", "Negozi Torino 2"]]);
  await applyImport(admin, id, { goOn: true, leavers: "" });
  await workOnImport.run({ importId: id });
}

async function putWrongFileAside(admin: Actor, cast: Cast): Promise<void> {
  const { name, rows } = wrongFile;
  const table = assistants(cast).slice(-rows).map((person) => [person.personnelNumber, person.givenName, person.familyName, "", ""]);
  await abandonImport(admin, await handIn(admin, name, table));
}

/** Those in the shops and bakeries whom no story calls by name; in a company of ten everybody. */
function assistants({ company }: Cast) {
  const plain = company.people.filter(({ roles, key, jobTitle }) => roles.length === 0 && !company.story.signIns.includes(key) && /^(Shop assistant|Baker)/.test(jobTitle));
  return plain.sort((one, other) => one.personnelNumber.localeCompare(other.personnelNumber));
}

async function handIn(admin: Actor, name: string, rows: string[][]): Promise<string> {
  const file = writeCsv([["Matricola", "Nome", "Cognome", "Mansione", "Reparto"], ...rows], ";");
  const id = await startImport(admin, { name, bytes: new TextEncoder().encode(file) }, { createsDepartments: false, missingLeave: false });
  await workOnImport.run({ importId: id });
  return id;
}
