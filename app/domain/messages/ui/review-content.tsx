import { CheckCheck, Mail, MailX, Users } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Chip, Panel } from "~/ui/card";
import type { ReviewPage } from "../reviewing.server";
import { nameOfLanguage } from "./fallback-label";
import { useVersionName } from "./version-name";

/** All of it, as it would go out: the why, for whom, and every version in every language. */
export function ReviewContent({ page }: { page: ReviewPage }) {
  const { t, i18n } = useTranslation();
  const versionName = useVersionName();
  const { why, audience, contents, sendsMail, asksConfirmation, isOpenToAll } = page;
  return (
    <div className="min-w-0 space-y-5">
      <Panel title={t("studio-reviews:why")}>
        <dl className="space-y-2">
          {why.map(({ language, text }) => (
            <div key={language}>
              <dt className="text-xs text-ink-3">{nameOfLanguage(language, i18n.language)}</dt>
              <dd lang={language}>{text}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 flex flex-wrap gap-2">
          <Chip icon={Users}>{t("studio-reviews:for", { departments: audience.map(({ name }) => name).join(", ") })}</Chip>
          <Chip icon={sendsMail ? Mail : MailX}>{sendsMail ? t("studio-reviews:mail") : t("studio-reviews:noMail")}</Chip>
          {asksConfirmation && <Chip icon={CheckCheck}>{t("studio-reviews:confirm")}</Chip>}
          {isOpenToAll && <Chip>{t("studio-reviews:open")}</Chip>}
        </p>
      </Panel>
      {contents.map(({ departmentId, departmentName, texts }) => (
        <Panel key={departmentId ?? ""} title={versionName(departmentName, contents.length > 1)}>
          <div className="space-y-6">
            {texts.map(({ language, title, html }) => (
              <article key={language}>
                <p className="text-xs text-ink-3">{nameOfLanguage(language, i18n.language)}</p>
                <div lang={language}>
                  <h3 className="text-l">{title}</h3>
                  <div className="prose mt-2" dangerouslySetInnerHTML={{ __html: html }} />
                </div>
              </article>
            ))}
          </div>
        </Panel>
      ))}
    </div>
  );
}
