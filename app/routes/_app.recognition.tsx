import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HeartHandshake } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { getCoverage } from "~/domain/wins/coverage.server";
import { CoverageTable } from "~/domain/wins/ui/coverage-table";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { formatMoment } from "~/ui/moment";
import { EmptyState, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { ...(await getCoverage(actor)), pageTitle: pageTitle(actor.language, "studio-wins:coverage.title", company.name) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Recognition() {
  const { week, rows, weeks } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const dayOf = (day: string) => formatMoment(`${day}T12:00Z`, i18n.language, "UTC", "day");
  const departments = rows.filter(({ family }) => family === "department");
  const sites = rows.filter(({ family }) => family === "site");
  return (
    <div className="max-w-3xl space-y-5">
      <PageHead crumb={{ to: paths.wins(), label: t("studio-wins:coverage.wins") }} title={t("studio-wins:coverage.title")} lead={t("studio-wins:coverage.lead")} />
      {!week && <EmptyState icon={HeartHandshake} title={t("studio-wins:coverage.empty")}>{t("studio-wins:coverage.emptyText")}</EmptyState>}
      {week && <p className="text-s text-ink-2">{t("studio-wins:coverage.week", { day: dayOf(week) })}</p>}
      {departments.length > 0 && <Panel title={t("studio-wins:coverage.departments")}><CoverageTable rows={departments} caption={t("studio-wins:coverage.departments")} /></Panel>}
      {sites.length > 0 && <Panel title={t("studio-wins:coverage.sites")}><CoverageTable rows={sites} caption={t("studio-wins:coverage.sites")} /></Panel>}
      {weeks.length > 1 && (
        <Panel title={t("studio-wins:coverage.weeks")}>
          <table className="w-full text-s">
            <caption className="sr-only">{t("studio-wins:coverage.weeks")}</caption>
            <thead><tr className="border-b border-line text-left text-ink-2"><th scope="col" className="py-2 font-medium">{t("studio-wins:coverage.weekOf")}</th><th scope="col" className="py-2 text-right font-medium">{t("studio-wins:coverage.received")}</th></tr></thead>
            <tbody>
              {weeks.map((each) => <tr key={each.week} className="border-b border-line"><th scope="row" className="py-2 text-left font-normal">{dayOf(each.week)}</th><td className="py-2 text-right">{t("studio-wins:coverage.percent", { shown: each.received })}</td></tr>)}
            </tbody>
          </table>
        </Panel>
      )}
      {week && <p className="text-s text-ink-3">{t("studio-wins:coverage.rule")}</p>}
    </div>
  );
}
