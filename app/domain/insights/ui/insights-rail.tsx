import { Link } from "@remix-run/react";
import { CircleHelp } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Moment } from "~/ui/moment";
import type { WaitingQuestion } from "../waiting-questions.server";

/** Questions that wait for this person; nothing at all for who may answer none. */
export function QuestionsToAnswer({ questions, total, timeZone }: { questions: (Omit<WaitingQuestion, "writtenAt"> & { writtenAt: string | Date })[]; total: number; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="mb-2 text-base">{t("studio-insights:questions.title")}</h2>
      {total === 0 && <p className="text-ink-2">{t("studio-insights:questions.none")}</p>}
      {questions.length > 0 && (
        <ul className="divide-y divide-line">
          {questions.map(({ id, messageId, body, writtenAt }) => (
            <li key={id} className="flex gap-2.5 py-2.5">
              <CircleHelp aria-hidden size={18} className="mt-0.5 shrink-0 text-forum" />
              <div className="min-w-0">
                <p className="font-semibold">{body}</p>
                <p className="text-xs text-ink-2">
                  {t("studio-insights:questions.since")} <Moment at={writtenAt} timeZone={timeZone} shape="day" />{" "}
                  <Link to={`${paths.messageDraft(messageId)}#remarks`} className="link inline-flex min-h-11 items-center px-1 md:min-h-6">
                    {t("studio-insights:questions.answer")}
                    <span className="sr-only">: {body}</span>
                  </Link>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {total > questions.length && <p className="mt-1 text-xs text-ink-2">{t("studio-insights:questions.more", { count: total - questions.length })}</p>}
    </section>
  );
}

/** How recognition reaches the largest group that this person sees, in a sentence. */
export function RecognitionLine({ group, share }: { group: string; share: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="mb-2 text-base">{t("studio-insights:recognition.title")}</h2>
      <p>{t("studio-insights:recognition.line", { group, share })}</p>
      <p className="mt-1">
        <Link to={paths.recognition()} className="link inline-flex min-h-11 items-center md:min-h-6">
          {t("studio-insights:recognition.more")}
        </Link>
      </p>
    </section>
  );
}

/** How the figures come about and what they leave out. */
export function HowCounted({ takenAt, timeZone }: { takenAt?: string | Date; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="mb-2 text-base">{t("studio-insights:how.title")}</h2>
      {takenAt && (
        <p className="mb-2 font-medium">
          {t("studio-insights:how.asOf")} <Moment at={takenAt} timeZone={timeZone} />
        </p>
      )}
      <ul className="list-disc space-y-1.5 pl-4 text-ink-2">
        <li>{t("studio-insights:how.opened")}</li>
        <li>{t("studio-insights:how.estimated")}</li>
        <li>{t("studio-insights:how.hidden")}</li>
        <li>{t("studio-insights:how.roster")}</li>
        <li>{t("studio-insights:how.never")}</li>
      </ul>
    </section>
  );
}
