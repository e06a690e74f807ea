import { redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MapPin } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { signInForm } from "~/domain/people/credentials.server";
import { findKiosk } from "~/domain/people/signing-in/kiosks.server";
import { verifySignIn } from "~/domain/people/signing-in/signing-in.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField } from "~/ui/field";
import { PinField } from "~/ui/pin-field";
import { ProblemPage } from "~/ui/problem-page";
import { Mark } from "~/ui/shell";
import { requireCompany } from "~/web/before-sign-in.server";
import { parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { giveBack, takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { findSignedInPerson, startSession } from "~/web/session.server";
import { kioskCookie, readKioskToken } from "~/web/shared-device.server";

export async function loader(args: LoaderFunctionArgs) {
  if (await findSignedInPerson(args)) throw redirect(paths.home());
  const [company, kiosk] = await Promise.all([requireCompany(), requireKiosk(args.request)]);
  return { companyName: company.name, name: kiosk.name, pageTitle: pageTitle(languageOfVisitor(args.request), "auth:signIn.short", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const kiosk = await requireKiosk(args.request);
  const form = parseForm(signInForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const account = form.value.identifier.normalize("NFKC").toLowerCase();
  const subject = `kiosk ${kiosk.id}`;
  const wait = (await takeFrom("signInAddress", subject)) ?? (await takeFrom("signInAccount", account));
  if (wait !== null) return tooMany(wait, form.values);
  const answer = await verifySignIn(form.value);
  if (answer === "wrong") return refused({ "": "joining:kiosk.wrong" }, form.values);
  if (answer === "locked") return refused({ "": "joining:pin.locked" }, form.values);
  if (answer === "ended") return refused({ "": "auth:signIn.guestEnded" }, form.values);
  await Promise.all([giveBack("signInAddress", subject), giveBack("signInAccount", account)]);
  return redirectDocument(paths.home(), { headers: { "Set-Cookie": await startSession(args, answer.personId, { isShared: true, kioskId: kiosk.id }) } });
}

/** A device that is no kiosk (any more) is led to where it becomes one. */
async function requireKiosk(request: Request) {
  const kiosk = await findKiosk(readKioskToken(request));
  if (!kiosk) throw redirectDocument(paths.kioskPairing(), { headers: { "Set-Cookie": kioskCookie("") } });
  return kiosk;
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

/** The whole screen for two fields and a button, to be met standing up. */
export default function Kiosk() {
  const { companyName, name } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col justify-center px-6 py-8 [&_input]:min-h-16 [&_input]:text-xl [&_label]:text-l">
      <header className="mb-8 flex flex-wrap items-center justify-between gap-3">
        <span className="flex items-center gap-3 text-xl font-semibold">
          <Mark />
          {companyName}
        </span>
        <span className="flex items-center gap-2 text-ink-2">
          <MapPin aria-hidden size={20} />
          {name}
        </span>
      </header>
      <main id="content">
        <h1>{t("joining:kiosk.title")}</h1>
        <p className="mt-2 mb-7 text-l text-ink-2">{t("joining:kiosk.lead")}</p>
        <Form method="post" reloadDocument className="space-y-6">
          <FormError state={state} />
          <TextField label={t("joining:personnelNumber")} name="identifier" state={state} autoComplete="off" autoCapitalize="none" spellCheck={false} required maxLength={254} />
          <PinField label={t("joining:pin.label")} name="password" state={state} autoComplete="off" required />
          <SubmitButton className="min-h-16! w-full text-xl!" busy={t("auth:signIn.busy")}>
            {t("auth:signIn.submit")}
          </SubmitButton>
        </Form>
      </main>
    </div>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
