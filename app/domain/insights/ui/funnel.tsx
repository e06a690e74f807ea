import { useTranslation } from "~/locales/texts";
import { useNumber } from "~/ui/moment";
import { figureText, sizeText } from "../figure-text";
import type { WholeFigures } from "../finding";
import { Bar, barOf, type BarLength } from "./bar";

interface Step {
  name: string;
  length: BarLength | null;
  text: string;
  look: "counted" | "estimated";
}

/** From everybody it is for to what came of it: counted bars solid, estimated ones striped, each with its number. */
export function Funnel({ item }: { item: WholeFigures & { asksConfirmation: boolean } }) {
  const { t } = useTranslation();
  return (
    <dl className="grid grid-cols-[minmax(6rem,9rem)_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2.5 text-s sm:gap-x-4">
      {useSteps(item).map(({ name, length, text, look }) => (
        <div key={name} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="contents">
            <Bar length={length} look={look} />
            <span className="tabular text-right">{look === "estimated" ? t("studio-insights:figure.about", { shown: text }) : text}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useSteps(item: WholeFigures & { asksConfirmation: boolean }): Step[] {
  const { t } = useTranslation();
  const number = useNumber();
  const { kind, tier, size, shares, visits } = item;
  const longest = Math.max(size ?? 0, kind === "post" ? Math.max(shares ?? 0, visits ?? 0) : 0);
  const count = (value: number | null): BarLength | null => (size === null && kind === "message" ? null : barOf("exact", value, longest));
  const people: Step = { name: t("studio-insights:measure.people"), length: count(size), text: sizeText(t, number, item), look: "counted" };
  if (kind === "post")
    return [
      people,
      { name: t("studio-insights:measure.shared"), length: count(shares), text: number(shares ?? 0), look: "counted" },
      { name: t("studio-insights:measure.visits"), length: count(visits), text: number(visits ?? 0), look: "estimated" },
    ];
  const measures = item.asksConfirmation ? (["opened", "confirmed"] as const) : (["opened"] as const);
  return [
    people,
    ...measures.map((measure): Step => ({
      name: t(`studio-insights:measure.${measure}`),
      length: tier === "exact" ? count(item[measure]) : barOf(tier, item[measure], null),
      text: figureText(t, number, tier, item[measure]),
      look: "counted",
    })),
  ];
}
