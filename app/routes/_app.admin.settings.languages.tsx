import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { changeLanguages, languagesForm } from "~/domain/company/languages.server";
import { getSettings } from "~/domain/company/settings.server";
import { SettingsPage, Version } from "~/domain/company/ui/settings-page";
import { listLanguageCoverage } from "~/domain/insights/language-coverage.server";
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from "~/locales/i18n";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { CheckField, FormError, SelectField } from "~/ui/field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [settings, coverage] = await Promise.all([getSettings(actor), listLanguageCoverage(actor)]);
  return { settings, coverage, pageTitle: pageTitle(actor.language, "admin-company:languages.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(languagesForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => changeLanguages(actor, form.value));
  if (!done.ok) return refused({ ...done.errors, ...(done.errors.languages ? { "": done.errors.languages } : {}) }, done.values);
  return redirectDone(paths.companySettings(), "admin-company:done.languages", { reload: true });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Languages() {
  const { settings, coverage } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <SettingsPage matter="languages">
      <Panel>
        <Form method="post" reloadDocument className="space-y-5">
          <FormError state={state} />
          <Version version={settings.version} />
          <SelectField
            label={t("admin-company:languages.own")}
            hint={t("admin-company:languages.ownHint")}
            name="language"
            state={state}
            defaultValue={settings.language}
            choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
          <fieldset className="space-y-3">
            <legend className="mb-2 text-s font-semibold">{t("admin-company:languages.read")}</legend>
            {coverage.map(({ language, readers, missing }) => (
              <CheckField
                key={language}
                name="languages"
                value={language}
                state={state}
                defaultChecked={settings.languages.includes(language)}
                label={isLanguage(language) ? LANGUAGE_NAMES[language] : language}
                hint={`${t("admin-company:languages.readers", { count: readers })} ${missing > 0 ? t("admin-company:languages.missing", { count: missing }) : t("admin-company:languages.complete")}`}
              />
            ))}
          </fieldset>
          <CheckField name="moveReaders" label={t("admin-company:languages.move")} hint={t("admin-company:languages.moveHint")} state={state} />
          <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:save")}</SubmitButton>
        </Form>
      </Panel>
    </SettingsPage>
  );
}
