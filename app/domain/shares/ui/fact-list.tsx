import { useTranslation } from "~/locales/texts";

/** What must stay true in anybody's words. */
export function FactList({ facts }: { facts: string[] }) {
  const { t } = useTranslation();
  if (facts.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-s">{t("share:facts")}</h2>
      <ul className="list-disc space-y-1 pl-5 text-ink-2">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  );
}
