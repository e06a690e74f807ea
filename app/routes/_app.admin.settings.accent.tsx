import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { accentForm, changeAccent } from "~/domain/company/identity.server";
import { getSettings } from "~/domain/company/settings.server";
import { AccentPreview } from "~/domain/company/ui/accent-preview";
import { SettingsPage, Version } from "~/domain/company/ui/settings-page";
import { deriveAccent, isColour } from "~/domain/people/accent";
import { paths } from "~/paths";
import { Button, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextField } from "~/ui/field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

/** Vouch's own colour, where the company chose none. */
const OWN = "#0b6b50";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const settings = await getSettings(actor);
  const asked = new URL(args.request.url).searchParams.get("colour")?.toLowerCase() ?? "";
  const colour = isColour(asked) ? asked : (settings.accent ?? OWN);
  return { version: settings.version, stored: settings.accent, colour, derived: deriveAccent(colour), pageTitle: pageTitle(actor.language, "admin-company:accent.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(accentForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const { version, colour, seen } = form.value;
  const { changed } = deriveAccent(colour);
  // What had to be changed is shown before it is saved.
  if ((changed.light || changed.dark) && seen !== colour) throw redirect(paths.companyAccent(colour));
  const done = await attempt(form.values, () => changeAccent(actor, version, colour === OWN ? null : colour));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companySettings(), "admin-company:done.accent", { reload: true });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Accent() {
  const { version, stored, colour, derived } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <SettingsPage matter="accent">
      <Panel>
        <Form method="post" reloadDocument className="space-y-5" key={colour}>
          <FormError state={state} />
          <Version version={version} />
          <input type="hidden" name="seen" value={colour} />
          <TextField label={t("admin-company:accent.colour")} hint={t("admin-company:accent.hint")} type="color" className="max-w-40" name="colour" state={state} defaultValue={colour} />
          <AccentPreview derived={derived} />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:accent.save")}</SubmitButton>
            <Button type="submit" formMethod="get">{t("admin-company:accent.look")}</Button>
          </div>
          {stored && stored !== colour && <p className="text-s text-ink-2">{t("admin-company:accent.notYet")}</p>}
        </Form>
      </Panel>
    </SettingsPage>
  );
}
