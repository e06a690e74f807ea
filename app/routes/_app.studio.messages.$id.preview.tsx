import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { getEditable } from "~/domain/messages/editing-page.server";
import { getPreview } from "~/domain/messages/previewing.server";
import { nameOfLanguage } from "~/domain/messages/ui/fallback-label";
import { MessageArticle } from "~/domain/messages/ui/message-article";
import { useVersionName } from "~/domain/messages/ui/version-name";
import { paths } from "~/paths";
import { LinkTabs, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const record = await getEditable(actor, args.params.id ?? "");
  const { searchParams } = new URL(args.request.url);
  return {
    ...getPreview(actor, record, searchParams.get("version"), searchParams.get("language") ?? company.language),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-messages:preview.page", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

/** As a reader of any department and any language will see it. */
export default function Preview() {
  const { id, title, versions, languages, version, reader, article, timeZone } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const versionName = useVersionName();
  return (
    <>
      <PageHead crumb={{ to: paths.messageDraft(id, version ?? undefined, reader), label: title || t("studio-messages:untitled") }} here={t("studio-messages:preview.button")} title={t("studio-messages:preview.page")} lead={t("studio-messages:preview.lead")} />
      <LinkTabs
        label={t("studio-messages:version.tabs")}
        tabs={versions.map(({ departmentId, departmentName }) => ({
          to: paths.messagePreview(id, departmentId ?? undefined, reader),
          label: versionName(departmentName, versions.length > 1),
          current: departmentId === version,
        }))}
      />
      <LinkTabs
        label={t("studio-messages:preview.reads")}
        tabs={languages.map((language) => ({
          to: paths.messagePreview(id, version ?? undefined, language),
          label: nameOfLanguage(language, i18n.language),
          current: language === reader,
        }))}
      />
      {article ? <MessageArticle message={article} timeZone={timeZone} isPreview /> : <p className="text-ink-2">{t("studio-messages:preview.nothing")}</p>}
    </>
  );
}
