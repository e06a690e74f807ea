import { Eye } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { Moment } from "~/ui/moment";
import { PageHead } from "~/ui/page";
import type { PublishedPage } from "../published-page.server";
import { RecallNotice } from "./recall-notice";
import { RemarkList } from "./remark-list";
import { StateChips } from "./state-chips";
import { WhoSeesWhat } from "./who-sees-what";

/** A message that is out: what became of it (`figures`), and what its readers ask. */
export function PublishedMessage({ page, figures, timeZone }: { page: PublishedPage; figures: ReactNode; timeZone: string }) {
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
          {figures}
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
