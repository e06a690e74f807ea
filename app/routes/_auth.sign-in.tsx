import { redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { signInForm } from "~/domain/people/credentials.server";
import { listDemoSignIns } from "~/domain/people/demo-sign-ins.server";
import { findKiosk } from "~/domain/people/signing-in/kiosks.server";
import { passkeyAnswer } from "~/domain/people/signing-in/my-passkeys.server";
import { canUsePasskeys } from "~/domain/people/signing-in/passkey-challenges.server";
import { verifyPasskey } from "~/domain/people/signing-in/passkeys.server";
import { answerFor, verifySignIn } from "~/domain/people/signing-in/signing-in.server";
import { PasskeyButton } from "~/domain/people/signing-in/ui/passkey-button";
import { DemoSignIns } from "~/domain/people/ui/demo-sign-ins";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { CheckField, FormError, TextField } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { requireCompany } from "~/web/before-sign-in.server";
import { parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { challengeCookie, readChallenge } from "~/web/passkey-cookie.server";
import { giveBack, takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { findSignedInPerson, safeReturn, startSession } from "~/web/session.server";
import { isSharedDevice, readKioskToken, sharedDeviceCookie } from "~/web/shared-device.server";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  if (await findSignedInPerson(args)) throw redirect(safeReturn(searchParams.get("next")));
  if (await findKiosk(readKioskToken(args.request))) throw redirect(paths.kiosk());
  const company = await requireCompany();
  return {
    companyName: company.shortName,
    isShared: isSharedDevice(args.request),
    passkeys: canUsePasskeys(),
    identifier: searchParams.get("as")?.slice(0, 254) ?? "",
    next: searchParams.get("next"),
    demo: company.isDemo ? await listDemoSignIns() : [],
    pageTitle: pageTitle(languageOfVisitor(args.request), "auth:signIn.short", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const body = await readForm(args.request);
  const isShared = body.has("shared");
  const comeIn = async (personId: string) => {
    const next = safeReturn(new URL(args.request.url).searchParams.get("next"));
    const cookies = [await startSession(args, personId, { isShared }), sharedDeviceCookie(isShared), challengeCookie("")];
    return redirectDocument(next, { headers: cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]) });
  };

  const address = args.context.clientAddress;
  if (body.get("way") === "passkey") {
    const wait = await takeFrom("signInAddress", address);
    if (wait !== null) return tooMany(wait, {});
    const personId = await verifyPasskey(readChallenge(args.request), passkeyAnswer.catch("").parse(body.get("passkey")));
    if (!personId) return refused({ "": "joining:passkey.unknown" }, {});
    if ((await answerFor(personId)) === "ended") return refused({ "": "auth:signIn.guestEnded" }, {});
    await giveBack("signInAddress", address);
    return comeIn(personId);
  }

  const form = parseForm(signInForm, body);
  if (!form.ok) return refused(form.errors, form.values);
  const account = form.value.identifier.normalize("NFKC").toLowerCase();
  const wait = (await takeFrom("signInAddress", address)) ?? (await takeFrom("signInAccount", account));
  if (wait !== null) return tooMany(wait, form.values);
  const answer = await verifySignIn(form.value);
  if (answer === "wrong") return refused({ "": "auth:signIn.wrong" }, form.values);
  if (answer === "locked") return refused({ "": "joining:pin.locked" }, form.values);
  await Promise.all([giveBack("signInAddress", address), giveBack("signInAccount", account)]);
  if (answer === "ended") return refused({ "": "auth:signIn.guestEnded" }, form.values);
  return comeIn(answer.personId);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function SignIn() {
  const { companyName, identifier, next, demo, isShared, passkeys } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("auth:signIn.title", { company: companyName })}</h1>
      <p className="mt-1.5 text-ink-2">{t("auth:signIn.lead")}</p>
      <Form method="post" reloadDocument className="mt-6 space-y-4" key={identifier}>
        <FormError state={state} />
        <TextField label={t("auth:identifier")} name="identifier" state={state} defaultValue={identifier} autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={254} />
        <PasswordField label={t("auth:password.label")} hint={t("joining:orPin")} name="password" state={state} autoComplete="current-password" required />
        <CheckField label={t("joining:shared.check")} hint={t("joining:shared.checkHint")} name="shared" state={state} defaultChecked={isShared} />
        <SubmitButton className="w-full" busy={t("auth:signIn.busy")}>
          {t("auth:signIn.submit")}
        </SubmitButton>
        {passkeys && <PasskeyButton purpose="sign-in" look="secondary">{t("joining:passkey.signIn")}</PasskeyButton>}
      </Form>
      <p className="mt-4 text-center text-s">
        <Link to={paths.forgottenPassword()} className="link">
          {t("auth:signIn.forgotten")}
        </Link>
        <span aria-hidden> · </span>
        <Link to={paths.join()} className="link">
          {t("joining:card.have")}
        </Link>
      </p>
      {demo.length > 0 && <DemoSignIns people={demo} next={next} />}
    </>
  );
}
