import { useTranslation } from "react-i18next";

type Shape = "time" | "date" | "dateTime" | "day";

const SHAPES: Record<Shape, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  date: { day: "numeric", month: "long", year: "numeric" },
  day: { day: "numeric", month: "long" },
  dateTime: { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
};

/** A moment in words, in a zone (IANA name): the same on the server and in the browser. */
export function formatMoment(at: string | Date, language: string, timeZone: string, shape: Shape): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...SHAPES[shape], timeZone }).format(new Date(at));
}

/** A stored moment, shown in the reader's zone. */
export function Moment({ at, timeZone, shape = "dateTime" }: { at: string | Date; timeZone: string; shape?: Shape }) {
  const { i18n } = useTranslation();
  const date = new Date(at);
  return <time dateTime={date.toISOString()}>{formatMoment(date, i18n.language, timeZone, shape)}</time>;
}

/** A number as this language writes it. */
export function useNumber(): (value: number) => string {
  const { i18n } = useTranslation();
  return (value) => new Intl.NumberFormat(i18n.language).format(value);
}
