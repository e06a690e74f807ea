import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { changePreferences, findOwnPreferences, preferences } from "~/domain/people/preferences.server";
import { QuietFields } from "~/domain/people/ui/quiet-fields";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, SelectField } from "~/ui/field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { givenName, familyName, email, jobTitle, departmentName, language, theme } = actor;
  return {
    me: { name: `${givenName} ${familyName}`, email, about: [jobTitle, departmentName].filter(Boolean).join(", "), language, theme },
    own: await findOwnPreferences(actor),
    timeZone: actor.timeZone,
    languages: company.languages,
    timeZones: Intl.supportedValuesOf("timeZone"),
    pageTitle: pageTitle(language, "settings:title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(preferences, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => changePreferences(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.settings(), "settings:done.saved", { reload: true });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Preferences() {
  const { me, own, timeZone, languages, timeZones } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const shownAs = [
    [t("settings:me.name"), me.name],
    [t("settings:me.email"), me.email ?? t("settings:me.noEmail")],
    [t("settings:me.about"), me.about],
  ];
  return (
    <div className="space-y-5">
      <Panel title={t("settings:me.title")}>
        <dl className="space-y-2 text-s sm:grid sm:grid-cols-[9rem_1fr] sm:gap-y-2 sm:space-y-0">
          {shownAs.map(([term, value]) => (
            <div key={term} className="sm:contents">
              <dt className="text-ink-2">{term}</dt>
              <dd className="min-w-0 font-medium">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-xs text-ink-3">{t("settings:me.change")}</p>
      </Panel>
      <Panel title={t("settings:preferences.panel")}>
        <Form method="post" reloadDocument className="space-y-5">
          <FormError state={state} />
          <SelectField
            label={t("settings:preferences.language")}
            hint={t("settings:preferences.languageHint")}
            name="language"
            state={state}
            defaultValue={me.language}
            choices={languages.map((value) => ({ value, label: isLanguage(value) ? LANGUAGE_NAMES[value] : value }))}
          />
          <SelectField
            label={t("settings:preferences.timeZone")}
            name="timeZone"
            state={state}
            defaultValue={own.timeZone ?? ""}
            choices={[
              { value: "", label: own.timeZone ? t("settings:preferences.asWork") : t("settings:preferences.asWorkIn", { timeZone: timeZone.replaceAll("_", " ") }) },
              ...timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") })),
            ]}
          />
          <SelectField
            label={t("settings:preferences.theme")}
            name="theme"
            state={state}
            defaultValue={me.theme ?? ""}
            choices={["", "light", "dark"].map((value) => ({ value, label: t(`settings:theme.${value || "device"}`) }))}
          />
          <QuietFields own={own} state={state} />
          <SubmitButton busy={t("settings:saving")}>{t("settings:save")}</SubmitButton>
        </Form>
      </Panel>
    </div>
  );
}
