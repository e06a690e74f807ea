import { Check, CircleCheck, MailOpen } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Button } from "~/ui/button";
import { Card, CardLabel } from "~/ui/card";
import { formatMoment } from "~/ui/moment";
import { NAME, Named } from "~/ui/person-name";
import { paths } from "~/paths";
import { FallbackLabel } from "./fallback-label";
import { ForWhom } from "./for-whom";
import { AcknowledgeForm } from "./message-card";

interface MessageArticleProps {
  message: {
    id: string;
    title: string;
    html: string;
    why: string;
    author: string;
    authorProfile?: string | null;
    publishedAt: Date;
    forDepartment: string | null;
    language: string;
    isFallback: boolean;
    asksConfirmation: boolean;
    acknowledgedAt: Date | null;
  };
  timeZone: string;
  /** Shown to its publisher: the title is not the page's own, and the button does nothing. */
  isPreview?: boolean;
}

/** A message in full: for whom, what, why, and "I have read it". */
export function MessageArticle({ message, timeZone, isPreview = false }: MessageArticleProps) {
  const { t, i18n } = useTranslation();
  const { asksConfirmation, acknowledgedAt, language, isFallback } = message;
  const lang = isPreview || isFallback ? language : undefined;
  const Title = isPreview ? "h2" : "h1";
  return (
    <Card marked={asksConfirmation && !acknowledgedAt} className="max-w-3xl md:p-7">
      <CardLabel tone="message" icon={MailOpen} aside={<ForWhom {...message} timeZone={timeZone} />}>
        <Named text={t("messages:reader.from", { author: NAME })} profile={message.authorProfile}>{message.author}</Named>
      </CardLabel>
      <Title className="text-2xl" lang={lang}>
        {message.title}
      </Title>
      <FallbackLabel isFallback={isFallback} language={language} />
      <div className="prose mt-4" lang={lang} dangerouslySetInnerHTML={{ __html: message.html }} />
      {message.why && (
        <p className="mt-5 max-w-[70ch] text-ink-2">
          <strong className="text-ink">{t("messages:why.label")}</strong> {message.why}
        </p>
      )}
      {asksConfirmation && (
        <div className="mt-5">
          {isPreview ? (
            <Button look="primary" icon={Check} disabled>
              {t("messages:acknowledge.button")}
            </Button>
          ) : acknowledgedAt ? (
            <p className="flex gap-2 text-s text-share" role="status">
              <CircleCheck aria-hidden size={18} className="mt-0.5 shrink-0" />
              {t("messages:acknowledge.done", { when: formatMoment(acknowledgedAt, i18n.language, timeZone, "dateTime") })}
            </p>
          ) : (
            <AcknowledgeForm messageId={message.id} returnTo={paths.message(message.id)} />
          )}
        </div>
      )}
    </Card>
  );
}
