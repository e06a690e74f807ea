import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { loadTexts } from "~/locales/apart";
import { useTranslation } from "~/locales/texts";
import { changePin, pinChange } from "~/domain/people/signing-in/pins.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError } from "~/ui/field";
import { PinField } from "~/ui/pin-field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { giveBack, takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { requireSignedIn, startSession } from "~/web/session.server";

await loadTexts("joining");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { pageTitle: pageTitle(actor.language, "joining:mine.changePin", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSignedIn(args);
  const form = parseForm(pinChange, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  // Whoever finds an open device must not guess here what sign-in would not let them guess.
  const wait = await takeFrom("signInAccount", `pin ${actor.id}`);
  if (wait !== null) return tooMany(wait, form.values);
  const done = await attempt(form.values, () => changePin(actor, sessionId, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  await giveBack("signInAccount", `pin ${actor.id}`);
  return redirectDone(paths.signInSettings(), "joining:done.pin", { cookies: [await startSession(args, actor.id)] });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function ChangePin() {
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Panel title={t("joining:mine.changePin")}>
      <Form method="post" className="space-y-5">
        <FormError state={state} />
        <PinField label={t("joining:pin.current")} name="current" state={state} autoComplete="current-password" required />
        <PinField label={t("joining:pin.new")} hint={t("joining:pin.rules")} name="pin" state={state} autoComplete="new-password" required />
        <SubmitButton busy={t("settings:saving")}>{t("settings:save")}</SubmitButton>
      </Form>
    </Panel>
  );
}
