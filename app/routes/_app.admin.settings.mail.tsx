import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { changeMail, getMailState, mailForm, sendTestMail } from "~/domain/company/mail.server";
import { SettingsPage } from "~/domain/company/ui/settings-page";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, SelectField, TextField, type FormState } from "~/ui/field";
import { Notice } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { mail: await getMailState(actor), address: actor.email, pageTitle: pageTitle(actor.language, "admin-company:mail.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const sent = await readForm(args.request);
  if (sent.get("intent") === "test") {
    const tested = await attempt({}, () => sendTestMail(actor));
    return tested.ok ? data({ test: tested.result }) : refused(tested.errors, {});
  }
  const form = parseForm(mailForm, sent);
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => changeMail(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companyMail(), "admin-company:done.mail");
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.pageTitle }];

export default function Mail() {
  const { mail, address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const test = answer && "test" in answer ? answer.test : null;
  const state = (answer && "errors" in answer ? answer : undefined) as FormState | undefined;
  return (
    <SettingsPage matter="mail">
      {mail.environment && <Notice icon={CircleAlert} tone="info">{t("admin-company:mail.environment", { name: mail.environment })}</Notice>}
      {test && (
        <Notice icon={test.kind === "sent" ? CircleCheck : CircleAlert} tone={test.kind === "sent" ? "good" : test.kind === "disk" ? "info" : "bad"}>
          {t(`admin-company:mail.test.${test.kind}`, { address, code: test.code })}
        </Notice>
      )}
      <Panel>
        <Form method="post" className="space-y-5" key={mail.revision} autoComplete="off">
          <FormError state={state} />
          <input type="hidden" name="revision" value={mail.revision} />
          <SelectField label={t("admin-company:mail.carrier")} name="carrier" state={state} defaultValue={mail.carrier} choices={["resend", "smtp", "disk"].map((value) => ({ value, label: t(`admin-company:mail.by.${value}`) }))} />
          <TextField label={t("admin-company:mail.sender")} hint={t("admin-company:mail.senderHint", { usual: mail.usualSender })} name="sender" state={state} defaultValue={mail.sender} maxLength={200} />
          <TextField type="password" autoComplete="off" label={t("admin-company:mail.secret")} hint={t(mail.hasSecret ? "admin-company:mail.secretSet" : "admin-company:mail.secretHint")} name="password" state={state} maxLength={500} />
          <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:save")}</SubmitButton>
        </Form>
      </Panel>
      <Panel title={t("admin-company:mail.testTitle")}>
        {address ? (
          <Form method="post">
            <p className="mb-3 text-s text-ink-2">{t("admin-company:mail.testText", { address })}</p>
            <SubmitButton look="secondary" name="intent" value="test" busy={t("admin-company:mail.testing")}>{t("admin-company:mail.testSubmit")}</SubmitButton>
          </Form>
        ) : (
          <p className="text-ink-2">{t("admin-company:error.noAddress")}</p>
        )}
      </Panel>
    </SettingsPage>
  );
}
