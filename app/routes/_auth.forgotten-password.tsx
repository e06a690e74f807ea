import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { MailCheck } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { requestPasswordReset, resetRequest } from "~/domain/people/password-reset.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField, type FormState } from "~/ui/field";
import { Notice } from "~/ui/page";
import { requireCompany } from "~/web/before-sign-in.server";
import { parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { findSignedInPerson } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  const company = await requireCompany();
  return { pageTitle: pageTitle(languageOfVisitor(args.request), "auth:forgotten.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const form = parseForm(resetRequest, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const account = form.value.identifier.normalize("NFKC").toLowerCase();
  const wait = (await takeFrom("passwordResetAddress", args.context.clientAddress)) ?? (await takeFrom("passwordResetAccount", account));
  if (wait !== null) return tooMany(wait, form.values);
  await requestPasswordReset(form.value);
  // The same words whether there is such an account or not.
  return data({ sent: true });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function ForgottenPassword() {
  const state = useActionData<FormState & { sent?: boolean }>();
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("auth:forgotten.title")}</h1>
      {state?.sent ? (
        <div className="mt-5">
          <Notice icon={MailCheck}>{t("auth:forgotten.sent")}</Notice>
        </div>
      ) : (
        <Form method="post" className="mt-1.5">
          <p className="mb-6 text-ink-2">{t("auth:forgotten.lead")}</p>
          <div className="space-y-4">
            <FormError state={state} />
            <TextField label={t("auth:identifier")} name="identifier" state={state} autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={254} />
            <SubmitButton className="w-full" busy={t("auth:forgotten.busy")}>
              {t("auth:forgotten.submit")}
            </SubmitButton>
          </div>
        </Form>
      )}
      <p className="mt-4 text-s text-ink-2">{t("auth:forgotten.withoutMail")}</p>
      <p className="mt-4 text-s">
        <Link to={paths.signIn()} className="link">
          {t("auth:backToSignIn")}
        </Link>
      </p>
    </>
  );
}
