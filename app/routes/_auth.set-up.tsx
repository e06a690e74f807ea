import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { isEmpty, setUp, setUpCompany } from "~/domain/people/set-up.server";
import { CompanyFields } from "~/domain/people/ui/company-fields";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { findSignedInPerson, startSession } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  if (!(await isEmpty())) throw new NotFound("set-up");
  return {
    timeZones: Intl.supportedValuesOf("timeZone"),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    pageTitle: pageTitle(languageOfVisitor(args.request), "auth:setUp.title"),
  };
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  if (!(await isEmpty())) throw new NotFound("set-up");
  const form = parseForm(setUp, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const wait = await takeFrom("setUp", args.context.clientAddress);
  if (wait !== null) return tooMany(wait, form.values);
  const done = await attempt(form.values, () => setUpCompany(form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDocument(paths.firstSteps(), { headers: { "Set-Cookie": await startSession(args, done.result) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function SetUp() {
  const { timeZones, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("auth:setUp.title")}</h1>
      <p className="mt-1.5 text-ink-2">{t("auth:setUp.lead")}</p>
      <Form method="post" reloadDocument className="mt-6 space-y-8">
        <FormError state={state} />
        <TextField label={t("auth:setUp.code")} hint={t("auth:setUp.codeHint")} name="code" state={state} autoComplete="off" autoCapitalize="characters" spellCheck={false} required />
        <CompanyFields state={state} timeZones={timeZones} timeZone={timeZone} />
        <fieldset className="space-y-4">
          <legend className="mb-3 text-l font-semibold">{t("auth:setUp.you")}</legend>
          <TextField label={t("auth:setUp.givenName")} name="givenName" state={state} autoComplete="given-name" required maxLength={60} />
          <TextField label={t("auth:setUp.familyName")} name="familyName" state={state} autoComplete="family-name" required maxLength={60} />
          <TextField label={t("auth:setUp.email")} type="email" name="email" state={state} autoComplete="username" required maxLength={254} />
          <PasswordField label={t("auth:password.label")} hint={t("auth:password.rules")} name="password" state={state} autoComplete="new-password" minLength={10} required />
        </fieldset>
        <SubmitButton className="w-full" busy={t("auth:setUp.busy")}>
          {t("auth:setUp.submit")}
        </SubmitButton>
      </Form>
    </>
  );
}
