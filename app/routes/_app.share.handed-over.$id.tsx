import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ExternalLink } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { getHandedOver } from "~/domain/shares/handing-over.server";
import { networks } from "~/domain/shares/networks/all";
import { CopyButton } from "~/domain/shares/ui/copy-button";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { textsIn } from "~/locales/catalogues.server";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { Notice, PageHead } from "~/ui/page";
import { readMastodonServer } from "~/web/remembered.server";
import { requireSignedIn } from "~/web/session.server";

const DONE = ["opened", "sheet", "copied"];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!isUuid(args.params.id)) throw new NotFound("share");
  const share = await getHandedOver(actor, args.params.id, readMastodonServer(args.request));
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    share,
    done: done && DONE.includes(done) ? done : null,
    copiesText: networks[share.network].copiesText,
    pageTitle: `${textsIn(actor.language)("share:handedOver.short")} · ${company.name}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function HandedOver() {
  const { share, done, copiesText } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const network = t(`networks:name.${share.network}`);
  return (
    <>
      <PageHead crumb={{ to: paths.share(), label: t("shell:places.share") }} here={share.title} title={t("share:handedOver.title", { network })} lead={t("share:handedOver.lead")} />
      {done && <Notice>{t(`share:handedOver.done.${done}`, { network })}</Notice>}
      <Panel className="max-w-2xl">
        <label htmlFor="text" className="mb-1.5 block text-s font-semibold">
          {t("share:handedOver.text")}
        </label>
        <textarea id="text" readOnly rows={8} value={share.text} className="block w-full rounded-field border border-line-strong bg-surface px-3.5 py-2.5 text-base" />
        <p className="mt-3 text-s text-ink-2">{copiesText ? t("share:handedOver.paste", { network }) : t("share:handedOver.open", { network })}</p>
        <div className="mt-4 flex flex-wrap gap-2.5">
          {share.shareUrl && (
            <a
              href={share.shareUrl}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex min-h-11 items-center gap-2 rounded-field bg-accent px-4 text-s font-semibold text-accent-ink no-underline"
            >
              <ExternalLink aria-hidden size={18} />
              {t("share:handedOver.openNetwork", { network })}
            </a>
          )}
          <CopyButton text={share.text} />
        </div>
      </Panel>
      <p className="mt-5 max-w-2xl text-s text-ink-2">
        {t("share:handedOver.visits")}{" "}
        <Link to={paths.myShares()} className="link">
          {t("share:mine.title")}
        </Link>
      </p>
    </>
  );
}
