import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Share2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listOwnShares } from "~/domain/shares/visits.server";
import { textsIn } from "~/locales/catalogues.server";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Moment, useNumber } from "~/ui/moment";
import { EmptyState, PageHead } from "~/ui/page";
import { readCursor, writeCursor } from "~/web/cursor.server";
import { requireSignedIn } from "~/web/session.server";

const PAGE = 25;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const shares = await listOwnShares(actor, { after: readCursor(args.request), limit: PAGE + 1 });
  const last = shares[PAGE - 1];
  return {
    shares: shares.slice(0, PAGE),
    next: shares.length > PAGE && last ? writeCursor({ at: last.handedOverAt, id: last.id }) : null,
    timeZone: actor.timeZone,
    pageTitle: `${textsIn(actor.language)("share:mine.title")} · ${company.name}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function MyShares() {
  const { shares, next, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <>
      <PageHead crumb={{ to: paths.share(), label: t("shell:places.share") }} title={t("share:mine.title")} lead={t("share:mine.lead")} />
      {shares.length === 0 ? (
        <EmptyState icon={Share2} title={t("share:mine.empty")} action={<LinkButton to={paths.share()}>{t("share:mine.find")}</LinkButton>}>
          {t("share:mine.emptyText")}
        </EmptyState>
      ) : (
        <ul className="max-w-3xl divide-y divide-line rounded-card border border-line bg-surface shadow-card">
          {shares.map((share) => (
            <li key={share.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 py-3.5">
              <div className="min-w-0">
                <Link to={paths.handedOver(share.id)} className="font-semibold hover:underline">
                  {share.title}
                </Link>
                <p className="text-xs text-ink-3">
                  {t(`networks:name.${share.network}`)}, <Moment at={share.handedOverAt} timeZone={timeZone} shape="date" />
                </p>
              </div>
              <p className="tabular font-semibold">{t("share:mine.visits", { count: share.visits, shown: number(share.visits) })}</p>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p className="mt-5">
          <LinkButton to={`${paths.myShares()}?after=${next}`}>{t("shell:older")}</LinkButton>
        </p>
      )}
    </>
  );
}
