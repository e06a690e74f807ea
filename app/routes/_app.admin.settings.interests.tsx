import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { changeInterests, interestsForm } from "~/domain/company/interests.server";
import { getSettings } from "~/domain/company/settings.server";
import { SettingsPage, Version } from "~/domain/company/ui/settings-page";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextArea } from "~/ui/field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { settings: await getSettings(actor), pageTitle: pageTitle(actor.language, "admin-company:interests.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(interestsForm, await readForm(args.request));
  if (!form.ok) return refused({ ...form.errors, ...(interestError(form.errors)) }, form.values);
  const done = await attempt(form.values, () => changeInterests(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companySettings(), "admin-company:done.interests");
}

/** One of the lines is wrong: the field says so. */
function interestError(errors: Record<string, string>): Record<string, string> {
  const [, error] = Object.entries(errors).find(([field]) => field.startsWith("interests")) ?? [];
  return error ? { interests: error } : {};
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Interests() {
  const { settings } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <SettingsPage matter="interests">
      <Panel>
        <Form method="post" className="space-y-5">
          <FormError state={state} />
          <Version version={settings.version} />
          <TextArea label={t("admin-company:interests.list")} hint={t("admin-company:interests.hint")} name="interests" rows={10} maxLength={2000} state={state} defaultValue={settings.interests.join("\n")} />
          <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:save")}</SubmitButton>
        </Form>
      </Panel>
    </SettingsPage>
  );
}
