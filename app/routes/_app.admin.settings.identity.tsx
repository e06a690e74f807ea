import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { changeIdentity, identityForm } from "~/domain/company/identity.server";
import { getSettings } from "~/domain/company/settings.server";
import { SettingsPage, Version } from "~/domain/company/ui/settings-page";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { CheckField, FormError, TextField } from "~/ui/field";
import { Mark } from "~/ui/shell";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";
import { readSquare } from "~/web/square-upload.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { settings: await getSettings(actor), pageTitle: pageTitle(actor.language, "admin-company:identity.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  await getSettings(actor);
  const { formData, errors, picture } = await readSquare(args.request, "mark", "contain");
  const form = parseForm(identityForm, formData);
  if (!form.ok) return refused({ ...form.errors, ...errors }, form.values);
  if (Object.keys(errors).length > 0) return refused(errors, form.values);
  const done = await attempt(form.values, () => changeIdentity(actor, form.value, picture));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companySettings(), "admin-company:done.identity");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Identity() {
  const { settings } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <SettingsPage matter="identity">
      <Panel>
        <Form method="post" encType="multipart/form-data" className="space-y-5">
          <FormError state={state} />
          <Version version={settings.version} />
          <TextField label={t("admin-company:identity.name")} name="name" state={state} defaultValue={settings.name} required maxLength={80} />
          <TextField label={t("admin-company:identity.shortName")} hint={t("admin-company:identity.shortNameHint")} name="shortName" state={state} defaultValue={settings.shortName} required maxLength={40} />
          <div className="flex items-end gap-4">
            <Mark pictureId={settings.markPictureId} />
            <TextField type="file" className="min-w-0 flex-1" label={t("admin-company:identity.mark")} hint={t("admin-company:identity.markHint")} name="mark" state={state} accept="image/png,image/jpeg,image/webp,image/avif" />
          </div>
          {settings.markPictureId && <CheckField name="removeMark" label={t("admin-company:identity.removeMark")} state={state} />}
          <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:save")}</SubmitButton>
        </Form>
      </Panel>
    </SettingsPage>
  );
}
