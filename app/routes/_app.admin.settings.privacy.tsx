import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { getNoticeDraft, noticeForm, writeNotice } from "~/domain/company/privacy.server";
import { SettingsPage } from "~/domain/company/ui/settings-page";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { CheckField, FormError, TextArea } from "~/ui/field";
import { Moment } from "~/ui/moment";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { ...(await getNoticeDraft(actor)), languages: company.languages, timeZone: actor.timeZone, pageTitle: pageTitle(actor.language, "admin-company:privacy.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(noticeForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => writeNotice(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companyPrivacy(), form.value.intent === "publish" ? "admin-company:done.noticePublished" : "admin-company:done.noticeSaved");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function PrivacySettings() {
  const { texts, revision, versions, languages, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <SettingsPage matter="privacy">
      <Panel title={t("admin-company:privacy.write")}>
        <Form method="post" className="space-y-5" key={revision}>
          <FormError state={state} />
          <input type="hidden" name="revision" value={revision} />
          {languages.map((language) => (
            <TextArea key={language} rows={10} lang={language} label={isLanguage(language) ? LANGUAGE_NAMES[language] : language} name={`text_${language}`} state={state} defaultValue={texts[language] ?? ""} maxLength={40_000} />
          ))}
          <p className="text-s text-ink-2">{t("admin-company:privacy.markdown")}</p>
          <CheckField name="asksAcceptance" label={t("admin-company:privacy.asks")} hint={t("admin-company:privacy.asksHint")} state={state} defaultChecked={versions.length === 0} />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton name="intent" value="publish" busy={t("admin-company:saving")}>{t("admin-company:privacy.publish")}</SubmitButton>
            <SubmitButton name="intent" value="save" look="secondary" busy={t("admin-company:saving")}>{t("admin-company:privacy.save")}</SubmitButton>
          </div>
        </Form>
      </Panel>
      <Panel title={t("admin-company:privacy.versions")}>
        {versions.length === 0 ? (
          <p className="text-ink-2">{t("admin-company:privacy.none")}</p>
        ) : (
          <ul className="divide-y divide-line">
            {versions.map(({ version, publishedAt, asksAcceptance, accepted }) => (
              <li key={version} className="py-2">
                <span className="font-semibold">{t("auth:notice.version", { version })}</span> · <Moment at={publishedAt} timeZone={timeZone} shape="date" />
                <span className="block text-s text-ink-2">{asksAcceptance ? t("admin-company:privacy.accepted", { count: accepted }) : t("admin-company:privacy.notAsked")}</span>
              </li>
            ))}
          </ul>
        )}
        <Link to={paths.privacy()} className="link mt-3 inline-flex min-h-11 items-center">
          {t("admin-company:privacy.read")}
        </Link>
      </Panel>
    </SettingsPage>
  );
}
