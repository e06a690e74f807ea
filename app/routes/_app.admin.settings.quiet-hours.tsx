import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { changeQuietHours, quietForm } from "~/domain/company/quiet-hours.server";
import { getSettings } from "~/domain/company/settings.server";
import { SettingsPage, Version } from "~/domain/company/ui/settings-page";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextField } from "~/ui/field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { settings: await getSettings(actor), pageTitle: pageTitle(actor.language, "admin-company:quiet.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(quietForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => changeQuietHours(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companySettings(), "admin-company:done.quiet");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function QuietHours() {
  const { settings } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <SettingsPage matter="quiet">
      <Panel>
        <Form method="post" className="space-y-5">
          <FormError state={state} />
          <Version version={settings.version} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField type="time" label={t("admin-company:quiet.from")} name="quietFrom" state={state} defaultValue={settings.quietFrom ?? ""} />
            <TextField type="time" label={t("admin-company:quiet.until")} name="quietUntil" state={state} defaultValue={settings.quietUntil ?? ""} />
          </div>
          <p className="text-s text-ink-2">{t("admin-company:quiet.none")}</p>
          <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:save")}</SubmitButton>
        </Form>
      </Panel>
    </SettingsPage>
  );
}
