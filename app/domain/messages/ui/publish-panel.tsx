import { Form } from "@remix-run/react";
import { CalendarClock, CalendarX, Send } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextField, type FormState } from "~/ui/field";
import { Moment } from "~/ui/moment";
import type { Overview } from "../editing-page.server";

interface PublishPanelProps {
  page: Overview;
  timeZone: string;
  /** What the time fields begin with, by the publisher's clock: "2026-12-31T18:00". */
  suggested: string;
  state?: FormState;
}

/** Now, or at a time: what happens then is said before. */
export function PublishPanel({ page, timeZone, suggested, state }: PublishPanelProps) {
  const { t } = useTranslation();
  const { id, revision, publishAt, blockers, sendsMail } = page;
  const action = paths.messagePublication(id);
  const isBlocked = blockers.length > 0;
  const [date = "", time = ""] = suggested.split("T");
  return (
    <Panel title={t("studio-messages:publish.title")}>
      <FormError state={state} />
      {publishAt && (
        <Form method="post" action={action} className="mb-5 flex flex-wrap items-center gap-3">
          <p>
            {t("studio-messages:scheduledFor")} <strong><Moment at={publishAt} timeZone={timeZone} /></strong> ({timeZone})
          </p>
          <SubmitButton name="intent" value="unschedule" look="secondary" icon={CalendarX}>
            {t("studio-messages:publish.unschedule")}
          </SubmitButton>
        </Form>
      )}
      <Form method="post" action={action} className="mb-6">
        <input type="hidden" name="revision" value={revision} />
        <p className="mb-3 text-s text-ink-2">{sendsMail ? t("studio-messages:publish.nowWithMail") : t("studio-messages:publish.nowText")}</p>
        <SubmitButton name="intent" value="publish" icon={Send} disabled={isBlocked} busy={t("studio-messages:publish.busy")}>
          {t("studio-messages:publish.now")}
        </SubmitButton>
      </Form>
      <Form method="post" action={action} className="border-t border-line pt-5">
        <input type="hidden" name="revision" value={revision} />
        <p className="mb-3 text-s text-ink-2">{t("studio-messages:publish.laterText", { timeZone })}</p>
        <div className="flex flex-wrap items-start gap-4">
          <TextField type="date" name="date" required label={t("studio-messages:publish.date")} defaultValue={date} state={state} />
          <TextField type="time" name="time" required label={t("studio-messages:publish.time")} defaultValue={time} state={state} />
        </div>
        <SubmitButton name="intent" value="schedule" look="secondary" icon={CalendarClock} disabled={isBlocked} className="mt-4" busy={t("studio-messages:saving")}>
          {publishAt ? t("studio-messages:publish.move") : t("studio-messages:publish.later")}
        </SubmitButton>
      </Form>
    </Panel>
  );
}
