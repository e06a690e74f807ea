import { useTranslation } from "~/locales/texts";
import { CalendarClock, Eye } from "lucide-react";
import { Button } from "~/ui/button";
import { Moment } from "~/ui/moment";
import { PageHead } from "~/ui/page";
import { StarterChip, StarterNotice } from "~/ui/starter";
import type { EditorPage } from "../editing-page.server";
import { BlockerList } from "./blocker-list";
import { EDITOR } from "./editor-form";
import { StateChips } from "./state-chips";

interface EditorHeadProps {
  page: EditorPage;
  timeZone: string;
  crumbTo: string;
}

/** The message's name and state, what is in its way, and the next steps: each saves first. */
export function EditorHead({ page, timeZone, crumbTo }: EditorHeadProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        crumb={{ to: crumbTo, label: t("studio-messages:title.page") }}
        here={t(`studio-messages:state.${page.state}`)}
        title={page.title || t("studio-messages:untitled")}
        lead={
          page.publishAt ? (
            <>
              {t("studio-messages:scheduledFor")} <Moment at={page.publishAt} timeZone={timeZone} />
            </>
          ) : undefined
        }
        actions={
          <>
            <Button type="submit" form={EDITOR} name="step" value="preview" icon={Eye}>
              {t("studio-messages:preview.button")}
            </Button>
            <Button type="submit" form={EDITOR} name="step" value="publication" look="primary" icon={CalendarClock}>
              {t("studio-messages:publish.next")}
            </Button>
          </>
        }
      />
      <div className="-mt-2 mb-4 flex flex-wrap gap-2">
        {page.isStarter && <StarterChip />}
        <StateChips state={page.state} isApproved={page.approvalState === "approved"} />
      </div>
      {page.isStarter && <StarterNotice />}
      <BlockerList blockers={page.blockers} />
    </>
  );
}
