import { useTranslation } from "~/locales/texts";
import { TextField, type FormState } from "~/ui/field";
import { useNumber } from "~/ui/moment";
import { COUNTED, type RetentionMatter } from "../retention";

/** A number of days for each matter, and how many things are older than that now. */
export function RetentionFields({ matters, state }: { matters: readonly RetentionMatter[]; state?: FormState }) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <ul className="divide-y divide-line [&>li]:py-5 [&>li:first-child]:pt-0 [&>li:last-child]:pb-0">
      {matters.map(({ matter, days, usual, least, most, older }) => (
        <li key={matter} className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <div className="min-w-0 text-s">
            <h2 className="text-base">{t(`admin-company:retention.matter.${matter}.title`)}</h2>
            <p className="mt-0.5 text-ink-2">{t(`admin-company:retention.matter.${matter}.text`)}</p>
            <p className={`mt-1.5 font-semibold ${older > 0 ? "text-ink" : "text-ink-3"}`}>
              {older === 0 ? t("admin-company:retention.none") : older >= COUNTED ? t("admin-company:retention.goMany", { shown: number(COUNTED) }) : t("admin-company:retention.go", { count: older, shown: number(older) })}
            </p>
          </div>
          <TextField
            type="number"
            inputMode="numeric"
            required
            min={least}
            max={most}
            name={matter}
            state={state}
            defaultValue={days}
            label={t("admin-company:retention.days")}
            aria-label={t("admin-company:retention.daysOf", { matter: t(`admin-company:retention.matter.${matter}.title`) })}
            hint={t("admin-company:retention.bounds", { least: number(least), most: number(most), usual: number(usual) })}
          />
        </li>
      ))}
    </ul>
  );
}
