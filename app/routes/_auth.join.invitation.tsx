import { redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { z } from "zod";
import { findInvited, joinByLink, joinWithPasskey, linkJoining } from "~/domain/people/joining/entering.server";
import { LanguageChoice } from "~/domain/people/joining/ui/language-choice";
import { passkeyAnswer } from "~/domain/people/signing-in/my-passkeys.server";
import { canUsePasskeys } from "~/domain/people/signing-in/passkey-challenges.server";
import { PasskeyButton } from "~/domain/people/signing-in/ui/passkey-button";
import { Invalid } from "~/kernel/errors";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { invitationCookie, readInvitation, requireCompany } from "~/web/before-sign-in.server";
import { describeDevice } from "~/web/device.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { challengeCookie, readChallenge } from "~/web/passkey-cookie.server";
import { takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { findSignedInPerson, startSession } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  const token = new URL(args.request.url).searchParams.get("token");
  if (token) throw redirect(paths.invitation(), { headers: { "Set-Cookie": invitationCookie(token), "Cache-Control": "no-store" } });
  const company = await requireCompany();
  const invited = await findInvited(readInvitation(args.request));
  return {
    companyName: company.shortName,
    givenName: invited?.givenName ?? null,
    passkeys: canUsePasskeys(),
    pageTitle: pageTitle(languageOfVisitor(args.request), "joining:card.short", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const { request } = args;
  const body = await readForm(request);
  const form = body.get("way") === "passkey" ? parseForm(z.object({ passkey: passkeyAnswer }), body) : parseForm(linkJoining, body);
  if (!form.ok) return refused(form.errors, form.values);
  const wait = await takeFrom("joinAddress", args.context.clientAddress);
  if (wait !== null) return tooMany(wait, form.values);
  const [token, language] = [readInvitation(request), languageOfVisitor(request)];
  const done = await attempt(form.values, async () => {
    if ("password" in form.value) return joinByLink(token, form.value.password, language);
    const invited = await findInvited(token);
    if (!invited) throw new Invalid({ "": "joining:link.expired" });
    return joinWithPasskey(invited, readChallenge(request), form.value.passkey, describeDevice(request.headers.get("User-Agent")), language);
  });
  if (!done.ok) return refused(done.errors, done.values);
  const cookies = [await startSession(args, done.result, { isShared: false }), challengeCookie(""), invitationCookie("")];
  return redirectDocument(paths.home(), { headers: cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]) });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Invitation() {
  const { companyName, givenName, passkeys } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  if (givenName === null) {
    return (
      <>
        <h1>{t("joining:link.expiredTitle")}</h1>
        <p className="mt-1.5 mb-6 text-ink-2">{t("joining:link.expired")}</p>
        <Link to={paths.signIn()} className="link">
          {t("auth:backToSignIn")}
        </Link>
      </>
    );
  }
  return (
    <>
      <h1>{t("auth:signIn.title", { company: companyName })}</h1>
      <p className="mt-1.5 mb-6 text-ink-2">{t("joining:link.lead", { givenName })}</p>
      <LanguageChoice />
      <Form method="post" reloadDocument className="mt-4 space-y-4">
        <FormError state={state} />
        <PasswordField label={t("joining:link.password")} hint={t("auth:password.rules")} name="password" state={state} autoComplete="new-password" minLength={10} required />
        <SubmitButton className="w-full" busy={t("joining:joining")}>
          {t("joining:join")}
        </SubmitButton>
        {passkeys && <PasskeyButton purpose="link">{t("joining:passkey.instead")}</PasskeyButton>}
      </Form>
    </>
  );
}
