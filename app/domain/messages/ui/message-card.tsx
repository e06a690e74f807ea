import { ArrowRight, Check, MailOpen, MessageCircleQuestion } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Card, CardLabel } from "~/ui/card";
import { Form, Link } from "~/ui/link";
import type { WaitingMessage } from "../inbox.server";
import { FallbackLabel } from "./fallback-label";
import { ForWhom } from "./for-whom";

interface MessageCardProps {
  message: WaitingMessage;
  /** The reader's zone. */
  timeZone: string;
}

/** A message that waits to be read: for whom, what, why, and the one thing to do. */
export function MessageCard({ message, timeZone }: MessageCardProps) {
  const { t, i18n } = useTranslation();
  const asksHere = message.asksConfirmation && !message.acknowledgedAt;
  const titleId = `message-${message.id}`;
  return (
    <Card marked aria-labelledby={titleId}>
      <CardLabel tone="message" icon={MailOpen} aside={<ForWhom {...message} timeZone={timeZone} />}>
        {t("messages:card.toRead")}
      </CardLabel>
      <h2 id={titleId} className="text-xl">
        <Link to={paths.message(message.id)} className="no-underline hover:underline" lang={message.isFallback ? message.language : undefined}>
          {message.title}
        </Link>
      </h2>
      <FallbackLabel {...message} />
      <p className="mt-1.5 max-w-[70ch]" lang={message.isFallback ? message.language : undefined}>
        {message.excerpt}
        {message.hasMore && asksHere && (
          <>
            {" "}
            <Link to={paths.message(message.id)} className="link whitespace-nowrap" lang={i18n.language} aria-describedby={titleId}>
              {t("messages:card.readOn")}
            </Link>
          </>
        )}
      </p>
      {message.why && (
        <p className="mt-3 max-w-[70ch] text-s text-ink-2">
          <strong className="text-ink">{t("messages:why.label")}</strong> {message.why}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2.5">
        {asksHere ? (
          <AcknowledgeForm messageId={message.id} returnTo={paths.home()} />
        ) : (
          <LinkButton look="primary" icon={ArrowRight} to={paths.message(message.id)} aria-describedby={titleId}>
            {message.hasMore ? t("messages:card.readOn") : t("messages:card.open")}
          </LinkButton>
        )}
        <LinkButton icon={MessageCircleQuestion} to={`${paths.message(message.id)}#ask`} aria-describedby={titleId}>
          {t("messages:card.ask")}
        </LinkButton>
      </div>
    </Card>
  );
}

/** "I have read it": one button, on the card and on the message's own page. */
export function AcknowledgeForm({ messageId, returnTo }: { messageId: string; returnTo: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={paths.messageAcknowledgement(messageId)} preventScrollReset>
      <input type="hidden" name="returnTo" value={returnTo} />
      <SubmitButton icon={Check} formAction={paths.messageAcknowledgement(messageId)} busy={t("messages:acknowledge.busy")}>
        {t("messages:acknowledge.button")}
      </SubmitButton>
    </Form>
  );
}
