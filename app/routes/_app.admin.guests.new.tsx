import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { addGuest } from "~/domain/people/guests/adding.server";
import { newGuest } from "~/domain/people/guests/guest-fields";
import { possibleDays } from "~/domain/people/guests/terms.server";
import { TermsFields } from "~/domain/people/guests/ui/terms-fields";
import { NotFound } from "~/kernel/errors";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { paths } from "~/paths";
import { canKeepGuests } from "~/policy/guests";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, SelectField, TextField, typed } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!canKeepGuests(actor)) throw new NotFound("guests");
  return {
    id: crypto.randomUUID(),
    departments: await departmentChoices(actor.language),
    days: possibleDays(company.timeZone),
    language: company.language,
    languages: company.languages,
    pageTitle: pageTitle(actor.language, "admin-guests:new.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(newGuest, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => addGuest(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.guest(done.result), "admin-guests:done.added");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function NewGuest() {
  const { id, departments, days, language, languages } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const choices = languages.map((value) => ({ value, label: isLanguage(value) ? LANGUAGE_NAMES[value] : value }));
  return (
    <>
      <PageHead crumb={{ to: paths.guests(), label: t("admin-guests:title") }} title={t("admin-guests:new.title")} lead={t("admin-guests:new.lead")} />
      <Panel className="max-w-2xl">
        <Form method="post" className="space-y-5">
          <FormError state={state} />
          <input type="hidden" name="id" value={typed(state, "id", id)} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField label={t("admin-people:field.givenName")} name="givenName" state={state} required maxLength={60} autoComplete="off" />
            <TextField label={t("admin-people:field.familyName")} name="familyName" state={state} required maxLength={60} autoComplete="off" />
          </div>
          <TextField label={t("admin-people:field.email")} hint={t("admin-guests:field.emailHint")} type="email" name="email" state={state} required maxLength={254} autoComplete="off" />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField label={t("admin-guests:field.agency")} name="agency" state={state} required maxLength={80} autoComplete="off" />
            <SelectField label={t("admin-people:field.language")} name="language" state={state} defaultValue={language} choices={choices} />
          </div>
          <TermsFields state={state} departments={departments} stored={{ until: "", departments: [] }} days={days} />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton busy={t("admin-people:saving")}>{t("admin-guests:new.submit")}</SubmitButton>
            <LinkButton look="quiet" to={paths.guests()}>
              {t("admin-people:cancel")}
            </LinkButton>
          </div>
        </Form>
      </Panel>
    </>
  );
}
