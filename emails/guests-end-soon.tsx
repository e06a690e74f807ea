import type { Frame, MailDraft } from "./frame";
import { Action, Layout, Paragraph } from "./layout";

export interface GuestsEndSoon {
  /** The guests with their last days, or the placeholder for them. */
  guests: string;
  /** The page where an end is put off. */
  link: string;
}

/** To whoever answers for guests, a week before their time is over. */
export function guestsEndSoon(frame: Frame, { guests, link }: GuestsEndSoon): MailDraft {
  const { t, language, givenName } = frame;
  const body = (
    <Layout frame={frame} preview={t("mail:guestsEndSoon.text")} kind={t("mail:guestsEndSoon.kind")} title={t("mail:guestsEndSoon.title")} reason={t("mail:guestsEndSoon.reason")}>
      <Paragraph>{t("mail:greeting", { givenName })}</Paragraph>
      <Paragraph>{t("mail:guestsEndSoon.text")}</Paragraph>
      <Paragraph>{guests}</Paragraph>
      <Action frame={frame} href={link}>{t("mail:guestsEndSoon.open")}</Action>
    </Layout>
  );
  return { template: "guests-end-soon", language, subject: t("mail:guestsEndSoon.subject"), body };
}
