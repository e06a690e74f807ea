import { Eye } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { Moment, useNumber } from "~/ui/moment";
import { PageHead } from "~/ui/page";
import type { PublishedPage } from "../published-page.server";
import { RecallNotice } from "./recall-notice";
import { RemarkList } from "./remark-list";
import { StateChips } from "./state-chips";
import { WhoSeesWhat } from "./who-sees-what";

/** A message that is out: who was reached, as numbers, and what its readers ask. */
export function PublishedMessage({ page, timeZone }: { page: PublishedPage; timeZone: string }) {
  const { t } = useTranslation();
  const { id, title, remarks } = page;
  return (
    <>
      <PageHead
        crumb={{ to: paths.studioMessages("published"), label: t("studio-messages:title.page") }}
        here={t("studio-messages:state.published")}
        title={title}
        lead={
          <>
            {t("studio-messages:published.by", { author: page.author })} <Moment at={page.publishedAt} timeZone={timeZone} />
          </>
        }
        actions={
          <LinkButton icon={Eye} to={paths.messagePreview(id)}>
            {t("studio-messages:preview.button")}
          </LinkButton>
        }
      />
      <div className="-mt-2 mb-4 flex flex-wrap gap-2">
        <StateChips state="published" isApproved={false} />
      </div>
      {page.secondsToRecall > 0 && <RecallNotice key={String(page.publishedAt)} messageId={id} seconds={page.secondsToRecall} sendsMail={page.sendsMail} />}
      <div className="grid gap-x-7 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-5">
          <ReachPanel page={page} />
          <Panel title={t("messages:remarks.title")}>
            <div id="remarks">
              <RemarkList
                messageId={id}
                remarks={remarks.remarks}
                older={remarks.older && `${paths.messageDraft(id)}?before=${remarks.older}#remarks`}
                timeZone={timeZone}
                answerIds={page.answerIds}
                showsVersion
              />
            </div>
          </Panel>
        </div>
        <div className="min-w-0 space-y-5">
          <WhoSeesWhat {...page} languages={page.company.languages} />
        </div>
      </div>
    </>
  );
}

function ReachPanel({ page: { reach, asksConfirmation } }: { page: PublishedPage }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { total, opened, confirmed, questions, unanswered } = reach;
  const figures = [
    { label: t("studio-messages:reach.opened"), value: opened === null ? "–" : t("studio-messages:reach.of", { count: opened, shown: number(opened), total: number(total) }) },
    ...(asksConfirmation
      ? [{ label: t("studio-messages:reach.confirmed"), value: t("studio-messages:reach.of", { count: confirmed, shown: number(confirmed), total: number(total) }) }]
      : []),
    { label: t("studio-messages:reach.questions"), value: number(questions), aside: unanswered > 0 ? t("studio-messages:reach.unanswered", { count: unanswered }) : undefined },
  ];
  return (
    <Panel title={t("studio-messages:reach.title")}>
      <dl className="grid gap-4 sm:grid-cols-3">
        {figures.map(({ label, value, aside }) => (
          <div key={label}>
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd className="text-xl font-bold">{value}</dd>
            {aside && <dd className="text-xs text-ink-2">{aside}</dd>}
          </div>
        ))}
      </dl>
      <p className="mt-3 text-xs text-ink-3">{opened === null ? t("studio-messages:reach.tooFew") : t("studio-messages:reach.onlyNumbers")}</p>
    </Panel>
  );
}
