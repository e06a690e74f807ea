import { Section } from "react-email";
import { paths } from "../app/paths";
import { address, type Frame, type MailDraft } from "./frame";
import { Action, Aside, Layout, Paragraph, styles } from "./layout";

export interface MessagePublished {
  messageId: string;
  title: string;
  why: string;
  /** The version's text, made from Markdown on the server: safe HTML with absolute links. */
  html: string;
  /** The language the version is written in, which may not be the reader's. */
  textLanguage: string;
  asksConfirmation: boolean;
  /** The publisher's name. */
  author: string;
  /** The department that the version was written for; the company's name for the core version. */
  audience: string;
}

/** To every reader: a message is out. Rendered once per version and language. */
export function messagePublished(frame: Frame, message: MessagePublished): MailDraft {
  const { t, language } = frame;
  const subject = message.asksConfirmation
    ? t("mail:messagePublished.subjectToConfirm", { title: message.title })
    : t("mail:messagePublished.subject", { title: message.title });
  return { template: "message-published", language, subject, body: <MessagePublishedMail frame={frame} message={message} /> };
}

function MessagePublishedMail({ frame, message }: { frame: Frame; message: MessagePublished }) {
  const { t, language } = frame;
  const isOtherLanguage = message.textLanguage !== language;
  return (
    <Layout
      frame={frame}
      preview={message.why}
      kind={t("mail:messagePublished.kind", { author: message.author })}
      title={message.title}
      reason={t("mail:messagePublished.reason", { audience: message.audience })}
    >
      <Aside label={t("mail:messagePublished.why")}>{message.why}</Aside>
      {isOtherLanguage && (
        <Paragraph>
          {t("mail:messagePublished.otherLanguage", { language: nameOfLanguage(message.textLanguage, language) })}
        </Paragraph>
      )}
      <Section
        className="text ink"
        lang={isOtherLanguage ? message.textLanguage : undefined}
        style={{ ...styles.paragraph, margin: "0 0 8px" }}
      >
        <div dangerouslySetInnerHTML={{ __html: message.html }} />
      </Section>
      <Action frame={frame} href={address(frame, paths.message(message.messageId))}>
        {message.asksConfirmation ? t("mail:messagePublished.readAndConfirm") : t("mail:messagePublished.read")}
      </Action>
    </Layout>
  );
}

function nameOfLanguage(language: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: "language" }).of(language) ?? language;
}
