import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "~/locales/texts";
import { cardHolder, cardJoining, findCardHolder, joinByCard, joinWithPasskey } from "~/domain/people/joining/entering.server";
import { LanguageChoice } from "~/domain/people/joining/ui/language-choice";
import { passkeyAnswer } from "~/domain/people/signing-in/my-passkeys.server";
import { canUsePasskeys } from "~/domain/people/signing-in/passkey-challenges.server";
import { PasskeyButton } from "~/domain/people/signing-in/ui/passkey-button";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField } from "~/ui/field";
import { PinField } from "~/ui/pin-field";
import { requireCompany } from "~/web/before-sign-in.server";
import { describeDevice } from "~/web/device.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { limitJoining } from "~/web/joining-limits.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { challengeCookie, readChallenge } from "~/web/passkey-cookie.server";
import { refused, tooMany } from "~/web/respond.server";
import { findSignedInPerson, startSession } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  const company = await requireCompany();
  return { companyName: company.shortName, passkeys: canUsePasskeys(), pageTitle: pageTitle(languageOfVisitor(args.request), "joining:card.short", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const { request } = args;
  const body = await readForm(request);
  const withPasskey = body.get("way") === "passkey";
  const form = withPasskey ? parseForm(cardHolder.extend({ passkey: passkeyAnswer }), body) : parseForm(cardJoining, body);
  if (!form.ok) return refused(form.errors, form.values);
  const wait = await limitJoining(args, form.value);
  if (wait !== null) return tooMany(wait, form.values);
  const language = languageOfVisitor(request);
  const done = await attempt(form.values, async () =>
    "pin" in form.value
      ? joinByCard(form.value, language)
      : joinWithPasskey(await findCardHolder(form.value), readChallenge(request), form.value.passkey, describeDevice(request.headers.get("User-Agent")), language),
  );
  if (!done.ok) return refused(done.errors, done.values);
  const cookies = [await startSession(args, done.result, { isShared: false }), challengeCookie("")];
  return redirectDocument(paths.home(), { headers: cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]) });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Join() {
  const { companyName, passkeys } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const [scanned, setScanned] = useState("");
  // What a QR code carries stands behind the "#": it reaches this page and no server's log.
  useEffect(() => setScanned(/^#([\w-]{10,60})$/.exec(location.hash)?.[1] ?? ""), []);
  const values = state && "values" in state ? (state.values as Record<string, string>) : {};
  return (
    <>
      <h1>{t("auth:signIn.title", { company: companyName })}</h1>
      <p className="mt-1.5 mb-6 text-ink-2">{scanned ? t("joining:card.scanned") : t("joining:card.lead")}</p>
      <LanguageChoice />
      <Form method="post" reloadDocument className="mt-4 space-y-4">
        <FormError state={state} />
        {scanned ? (
          <input type="hidden" name="code" value={scanned} />
        ) : (
          <TextField label={t("joining:card.code")} hint={t("joining:card.codeHint")} name="code" state={state} autoComplete="off" autoCapitalize="none" spellCheck={false} required maxLength={60} />
        )}
        <TextField label={t("joining:personnelNumber")} name="personnelNumber" state={state} defaultValue={values.personnelNumber} autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={40} />
        <PinField label={t("joining:pin.choose")} hint={t("joining:pin.rules")} name="pin" state={state} autoComplete="new-password" required />
        <SubmitButton className="w-full" busy={t("joining:joining")}>
          {t("joining:join")}
        </SubmitButton>
        {passkeys && <PasskeyButton purpose="card">{t("joining:passkey.instead")}</PasskeyButton>}
      </Form>
    </>
  );
}
