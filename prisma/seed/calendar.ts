/**
 * The demo's days are counted from the day it is started: -7 is a week ago, 4 is in four days.
 * Texts name them by `{start:from}` and the like, and every language says them its own way.
 */
import type { Language } from "./aurora/story";

/** A day counted from the start day. */
export interface Day {
  days: number;
  /** 1 Monday … 7 Sunday: the first such day on or after it. */
  weekday?: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** A day and an hour ("08:30") on the company's clock. */
export interface Moment extends Day {
  at: string;
}

export interface Calendar {
  /** Midnight UTC of the day; never a weekend's, unless it names the weekday. */
  day(day: Day): Date;
  /** The moment in the company's time zone, on a working day: when offices act. */
  moment(moment: Moment): Date;
  /** The moment on whatever day it falls: when people do as they like. */
  spareMoment(moment: Omit<Moment, "weekday">): Date;
  /** When the demo is started: nothing was told later. */
  start: Date;
  /** The text with its days said in the language. */
  say(text: string, dates: Record<string, Day>, language: Language): string;
}

const DAY = 86_400_000;

/** A calendar whose day 0 is the last working day on which 08:30 has passed at `start`. */
export function calendarFrom(start: Date, timeZone: string): Calendar {
  const local = partsIn(start, timeZone);
  const today = Date.UTC(local.year, local.month - 1, local.day);
  const hasOpened = local.hour * 60 + local.minute > 8 * 60 + 30;
  const zero = backToWorkday(hasOpened ? today : today - DAY);

  const day = ({ days, weekday }: Day) => {
    let time = zero + days * DAY;
    if (weekday) while (weekdayOf(time) !== weekday) time += DAY;
    else time = days > 0 ? onToWorkday(time) : backToWorkday(time);
    return new Date(time);
  };

  return {
    start,
    day,
    moment: (moment) => inZone(day(moment), moment.at, timeZone),
    spareMoment: ({ days, at }) => inZone(new Date(zero + days * DAY), at, timeZone),
    say: (text, dates, language) =>
      text.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name: string, form = "day") => {
        const date = dates[name];
        if (!date) throw new Error(`No day is called ${whole}.`);
        const lower = form[0]!.toLowerCase() + form.slice(1);
        const said = sayDay(day(date), lower, language);
        return form === lower ? said : said[0]!.toUpperCase() + said.slice(1);
      }),
  };
}

/** How a language says a day. `form`: day, on, from, until, by, and the same with Weekday behind. */
function sayDay(date: Date, form: string, language: Language): string {
  const number = date.getUTCDate();
  const day = `${language === "it" && number === 1 ? "1º" : number} ${monthName(date, language)}`;
  const weekday = weekdayOf(date.getTime());
  const said = sayings[language][form as keyof Sayings];
  if (!said) throw new Error(`A day cannot be said as ${form}.`);
  return said(day, number, weekday);
}

type Saying = (day: string, number: number, weekday: number) => string;
interface Sayings {
  day: Saying;
  on: Saying;
  from: Saying;
  until: Saying;
  by: Saying;
  weekday: Saying;
  onWeekday: Saying;
  fromWeekday: Saying;
  byWeekday: Saying;
}

const english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const italian = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const romanian = ["luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"];
const russianNominative = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
const russianAccusative = ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"];
const russianGenitive = ["понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"];

/** "l'8", "l'11": Italian drops the vowel before otto and undici. */
const elided = (number: number) => number === 8 || number === 11;

const sayings: Record<Language, Sayings> = {
  en: {
    day: (day) => day,
    on: (day) => `on ${day}`,
    from: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
    by: (day) => `by ${day}`,
    weekday: (_, __, weekday) => english[weekday - 1]!,
    onWeekday: (_, __, weekday) => `on ${english[weekday - 1]}`,
    fromWeekday: (_, __, weekday) => `from ${english[weekday - 1]}`,
    byWeekday: (_, __, weekday) => `by ${english[weekday - 1]}`,
  },
  it: {
    day: (day) => day,
    on: (day, number) => (elided(number) ? `l'${day}` : `il ${day}`),
    from: (day, number) => (elided(number) ? `dall'${day}` : `dal ${day}`),
    until: (day, number) => (elided(number) ? `fino all'${day}` : `fino al ${day}`),
    by: (day, number) => (elided(number) ? `entro l'${day}` : `entro il ${day}`),
    weekday: (_, __, weekday) => italian[weekday - 1]!,
    onWeekday: (_, __, weekday) => italian[weekday - 1]!,
    fromWeekday: (_, __, weekday) => `da ${italian[weekday - 1]}`,
    byWeekday: (_, __, weekday) => `entro ${italian[weekday - 1]}`,
  },
  ro: {
    day: (day) => day,
    on: (day) => `pe ${day}`,
    from: (day) => `din ${day}`,
    until: (day) => `până pe ${day}`,
    by: (day) => `până pe ${day}`,
    weekday: (_, __, weekday) => romanian[weekday - 1]!,
    onWeekday: (_, __, weekday) => romanian[weekday - 1]!,
    fromWeekday: (_, __, weekday) => `de ${romanian[weekday - 1]}`,
    byWeekday: (_, __, weekday) => `până ${romanian[weekday - 1]}`,
  },
  ru: {
    day: (day) => day,
    on: (day) => day,
    from: (day, number) => `${number === 2 ? "со" : "с"} ${day}`,
    until: (day) => `до ${day}`,
    by: (day) => `до ${day}`,
    weekday: (_, __, weekday) => russianNominative[weekday - 1]!,
    onWeekday: (_, __, weekday) => `${weekday === 2 ? "во" : "в"} ${russianAccusative[weekday - 1]}`,
    fromWeekday: (_, __, weekday) => `${weekday === 2 ? "со" : "с"} ${russianGenitive[weekday - 1]}`,
    byWeekday: (_, __, weekday) => `до ${russianGenitive[weekday - 1]}`,
  },
};

/** The month as it stands behind a day: Russian puts it in the genitive, which `day` asks for. */
function monthName(date: Date, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" }).formatToParts(date);
  return parts.find((part) => part.type === "month")!.value;
}

/** 1 Monday … 7 Sunday. */
function weekdayOf(time: number): number {
  return new Date(time).getUTCDay() || 7;
}

function backToWorkday(time: number): number {
  return weekdayOf(time) > 5 ? backToWorkday(time - DAY) : time;
}

function onToWorkday(time: number): number {
  return weekdayOf(time) > 5 ? onToWorkday(time + DAY) : time;
}

/** The moment when clocks in the zone show `at` on that day. */
function inZone(day: Date, at: string, timeZone: string): Date {
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  const wanted = day.getTime() + (hour * 60 + minute) * 60_000;
  // The offset is read twice: the first guess may lie on the other side of a clock change.
  const first = wanted - offsetAt(new Date(wanted), timeZone);
  return new Date(wanted - offsetAt(new Date(first), timeZone));
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(moment: Date, timeZone: string): number {
  const p = partsIn(moment, timeZone);
  const shown = Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
  return shown - Math.floor(moment.getTime() / 1000) * 1000;
}

/** Making one costs as much as a hundred uses. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23",
  });
  clocks.set(timeZone, clock);
  return clock;
}

function partsIn(moment: Date, timeZone: string) {
  const parts = Object.fromEntries(clockIn(timeZone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return parts as Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;
}
