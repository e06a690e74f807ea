import { useTranslation } from "~/locales/texts";

/** What ends, and what goes on with others, with its number; what there is none of is left out. */
export function WhatEnds({ ends }: { ends: readonly { name: string; count: number }[] }) {
  const { t } = useTranslation();
  const there = ends.filter(({ count }) => count > 0);
  if (there.length === 0) return <p className="text-s text-ink-2">{t("admin-people:leaving.nothing")}</p>;
  return (
    <ul className="list-disc space-y-1 pl-5 text-s">
      {there.map(({ name, count }) => (
        <li key={name}>{t(`admin-people:ends.${name}`, { count })}</li>
      ))}
    </ul>
  );
}
