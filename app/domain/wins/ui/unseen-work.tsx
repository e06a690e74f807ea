import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import type { UnseenGroup } from "../coverage.server";

/** Departments and sites whose work may go unseen; never people. */
export function UnseenWork({ groups }: { groups: UnseenGroup[] }) {
  const { t, i18n } = useTranslation();
  const names = new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(groups.map(({ name }) => name));
  const team = groups.find(({ family }) => family === "department");
  return (
    <section>
      <h2 className="text-s">{t(groups.length ? "wins:unseen.title" : "wins:unseen.none")}</h2>
      <p className="mt-1 text-ink-2">{groups.length ? t("wins:unseen.text", { groups: names }) : t("wins:unseen.noneText")}</p>
      {team && (
        <Link to={paths.thank({ team: team.id })} className="link mt-1 inline-flex min-h-11 items-center md:min-h-8">
          {t("wins:unseen.thank", { team: team.name })}
        </Link>
      )}
    </section>
  );
}
