import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { isResetUsable, newPassword, resetPassword } from "~/domain/people/password-reset.server";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { FormError } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { readResetToken, requireCompany, resetCookie } from "~/web/before-sign-in.server";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { findSignedInPerson } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  const token = new URL(args.request.url).searchParams.get("token");
  if (token) throw redirect(paths.newPassword(), { headers: { "Set-Cookie": resetCookie(token), "Cache-Control": "no-store" } });
  const company = await requireCompany();
  return {
    isUsable: await isResetUsable(readResetToken(args.request)),
    pageTitle: pageTitle(languageOfVisitor(args.request), "auth:newPassword.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const form = parseForm(newPassword, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => resetPassword(readResetToken(args.request), form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.signIn(), "auth:done.newPassword", { cookies: [resetCookie("")] });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function NewPassword() {
  const { isUsable } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  if (!isUsable) {
    return (
      <>
        <h1>{t("auth:newPassword.expiredTitle")}</h1>
        <p className="mt-1.5 mb-6 text-ink-2">{t("auth:newPassword.expired")}</p>
        <LinkButton look="primary" className="w-full" to={paths.forgottenPassword()}>
          {t("auth:newPassword.again")}
        </LinkButton>
        <p className="mt-4 text-center text-s">
          <Link to={paths.signIn()} className="link">
            {t("auth:backToSignIn")}
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      <h1>{t("auth:newPassword.title")}</h1>
      <p className="mt-1.5 text-ink-2">{t("auth:newPassword.lead")}</p>
      <Form method="post" className="mt-6 space-y-4">
        <FormError state={state} />
        <PasswordField label={t("auth:password.new")} hint={t("auth:password.rules")} name="password" state={state} autoComplete="new-password" minLength={10} required />
        <SubmitButton className="w-full" busy={t("auth:newPassword.busy")}>
          {t("auth:newPassword.submit")}
        </SubmitButton>
      </Form>
    </>
  );
}
