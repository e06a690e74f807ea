import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { changePassword, passwordChange } from "~/domain/people/credentials.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { giveBack, takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { requireSignedIn, startSession } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { pageTitle: pageTitle(actor.language, "settings:password.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSignedIn(args);
  const form = parseForm(passwordChange, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  // Whoever finds an open device must not guess here what sign-in would not let them guess.
  const wait = await takeFrom("signInAccount", actor.id);
  if (wait !== null) return tooMany(wait, form.values);
  const done = await attempt(form.values, () => changePassword(actor, sessionId, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  await giveBack("signInAccount", actor.id);
  // The same sign-in under a new token: whoever copied the old cookie is out as well.
  return redirectDone(paths.password(), "settings:done.password", { cookies: [await startSession(args, actor.id)] });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Password() {
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Panel title={t("settings:password.panel")}>
      <p className="mb-4 text-s text-ink-2">{t("settings:password.lead")}</p>
      <Form method="post" className="space-y-5">
        <FormError state={state} />
        <PasswordField label={t("settings:password.current")} name="current" state={state} autoComplete="current-password" required />
        <PasswordField label={t("auth:password.new")} hint={t("auth:password.rules")} name="password" state={state} autoComplete="new-password" minLength={10} required />
        <SubmitButton busy={t("settings:saving")}>{t("settings:password.submit")}</SubmitButton>
      </Form>
      <p className="mt-4 text-s">
        <Link to={paths.forgottenPassword()} className="link">
          {t("auth:signIn.forgotten")}
        </Link>
      </p>
    </Panel>
  );
}
