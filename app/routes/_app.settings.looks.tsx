import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Eye } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listLooksAtMe } from "~/domain/audit/viewing.server";
import { paths } from "~/paths";
import { Moment } from "~/ui/moment";
import { PersonName } from "~/ui/person-name";
import { EmptyState } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return {
    ...(await listLooksAtMe(actor, new URL(args.request.url).searchParams.get("after"))),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "settings:looks.title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Looks() {
  const { looks, next, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <h2 className="mb-2">{t("settings:looks.title")}</h2>
      <p className="mb-4 text-ink-2">{t("settings:looks.lead")}</p>
      {looks.length === 0 ? (
        <EmptyState icon={Eye} title={t("settings:looks.empty")}>
          {t("settings:looks.emptyText")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {looks.map(({ id, at, who, profile, jobTitle }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 px-4 py-3">
              <span>
                <PersonName profile={profile}>{who}</PersonName>
                {jobTitle && <span className="text-ink-2">, {jobTitle}</span>}
              </span>
              <span className="text-s text-ink-3">
                <Moment at={at} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <Link to={paths.looks(next)} className="link mt-4 inline-block">
          {t("shell:older")}
        </Link>
      )}
    </>
  );
}
