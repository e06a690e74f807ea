import { useTranslation } from "~/locales/texts";

type Shape = "time" | "date" | "dateTime" | "day";

const SHAPES: Record<Shape, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "long", year: "numeric" },
  day: { day: "numeric", month: "long" },
  dateTime: { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
};

/** Making a formatter costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATTERS = 1_000;

function formatterFor(language: string, timeZone: string, shape: Shape): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${shape}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...SHAPES[shape], timeZone });
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(key, made);
  return made;
}

/** A moment in words, in a zone (IANA name): the same on the server and in the browser. */
export function formatMoment(at: string | Date, language: string, timeZone: string, shape: Shape): string {
  return formatterFor(language, timeZone, shape).format(new Date(at));
}

/** A stored moment, shown in the reader's zone. */
export function Moment({ at, timeZone, shape = "dateTime" }: { at: string | Date; timeZone: string; shape?: Shape }) {
  const { i18n } = useTranslation();
  const date = new Date(at);
  return <time dateTime={date.toISOString()}>{formatMoment(date, i18n.language, timeZone, shape)}</time>;
}

const numberFormatters = new Map<string, Intl.NumberFormat>();

function numberFormatterFor(language: string): Intl.NumberFormat {
  const known = numberFormatters.get(language);
  if (known) return known;
  const made = new Intl.NumberFormat(language);
  numberFormatters.set(language, made);
  return made;
}

/** A number as this language writes it. */
export function useNumber(): (value: number) => string {
  const { i18n } = useTranslation();
  return (value) => numberFormatterFor(i18n.language).format(value);
}
