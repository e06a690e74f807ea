import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { findWinPreferences, setWinPreference, yearsForm } from "~/domain/wins/preferences.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { CheckField } from "~/ui/field";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { hidesYears } = await findWinPreferences(actor);
  return { showsYears: !hidesYears, pageTitle: pageTitle(actor.language, "settings:wins.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(yearsForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  await setWinPreference(actor, { hidesYears: !form.value.showsYears });
  return redirectDone(paths.winSettings(), "settings:done.saved");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function WinSettings() {
  const { showsYears } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Panel title={t("settings:wins.title")}>
      <Form method="post" className="space-y-4">
        <CheckField name="showsYears" label={t("settings:wins.years")} hint={t("settings:wins.yearsHint")} defaultChecked={showsYears} />
        <SubmitButton busy={t("settings:saving")}>{t("settings:save")}</SubmitButton>
      </Form>
    </Panel>
  );
}
