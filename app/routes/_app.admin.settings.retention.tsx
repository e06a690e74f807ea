import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Eye } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import type { RetentionMatter } from "~/domain/company/retention";
import { changeRetention, getRetention, retentionForm } from "~/domain/company/retention.server";
import { getSettings } from "~/domain/company/settings.server";
import { RetentionFields } from "~/domain/company/ui/retention-fields";
import { SettingsPage, Version } from "~/domain/company/ui/settings-page";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, type FormState } from "~/ui/field";
import { Notice } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

/** Seen beforehand: what the typed periods would do. */
type Answer = FormState & { tried?: RetentionMatter[] };

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [{ version }, matters] = await Promise.all([getSettings(actor), getRetention(actor)]);
  return { version, matters, pageTitle: pageTitle(actor.language, "admin-company:retention.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(retentionForm(), await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  if (form.value.act === "preview") return data({ values: form.values, tried: await getRetention(actor, form.value.periods) });
  const done = await attempt(form.values, () => changeRetention(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companySettings(), "admin-company:done.retention");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export default function Retention() {
  const { version, matters } = useLoaderData<typeof loader>();
  const state = useActionData<Answer>();
  const { t } = useTranslation();
  return (
    <SettingsPage matter="retention">
      {state?.tried && (
        <Notice icon={Eye} tone="info">
          {t("admin-company:retention.previewed")}
        </Notice>
      )}
      <Panel>
        <Form method="post" className="space-y-6">
          <FormError state={state} />
          <Version version={version} />
          <RetentionFields matters={state?.tried ?? matters} state={state} />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:save")}</SubmitButton>
            <SubmitButton look="secondary" icon={Eye} name="act" value="preview" busy={t("admin-company:retention.counting")}>
              {t("admin-company:retention.preview")}
            </SubmitButton>
          </div>
          <p className="text-s text-ink-2">{t("admin-company:retention.when")}</p>
        </Form>
      </Panel>
      {["always", "never"].map((which) => (
        <Panel key={which} title={t(`admin-company:retention.${which}.title`)}>
          <p className="text-s text-ink-2">{t(`admin-company:retention.${which}.text`)}</p>
        </Panel>
      ))}
    </SettingsPage>
  );
}
