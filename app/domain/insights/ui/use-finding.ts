import { useTranslation } from "~/locales/texts";
import { useNumber } from "~/ui/moment";
import { findingOf, type WholeFigures } from "../finding";

/** What the figures say, in the reader's language. */
export function useFinding(): (title: string, figures: WholeFigures) => string[] {
  const { t } = useTranslation();
  const number = useNumber();
  return (title, figures) => findingOf(title, figures, number).map(({ key, values }) => t(key, values));
}
