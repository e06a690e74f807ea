import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { pairing, pairKiosk } from "~/domain/people/signing-in/kiosks.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField } from "~/ui/field";
import { requireCompany } from "~/web/before-sign-in.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { endCurrentSession, findSignedInPerson } from "~/web/session.server";
import { kioskCookie } from "~/web/shared-device.server";

export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  const company = await requireCompany();
  return { pageTitle: pageTitle(languageOfVisitor(args.request), "joining:kiosk.pairTitle", company.name) };
}

/** Whoever is signed in here is out: from now on the device is nobody's own. */
export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const form = parseForm(pairing, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const wait = await takeFrom("kioskPairing", args.context.clientAddress);
  if (wait !== null) return tooMany(wait, form.values);
  const done = await attempt(form.values, () => pairKiosk(form.value));
  if (!done.ok) return refused(done.errors, done.values);
  const cookies = [kioskCookie(done.result), await endCurrentSession(args)];
  return redirectDocument(paths.kiosk(), { headers: cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function PairKiosk() {
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("joining:kiosk.pairTitle")}</h1>
      <p className="mt-1.5 mb-6 text-ink-2">{t("joining:kiosk.pairLead")}</p>
      <Form method="post" reloadDocument className="space-y-4">
        <FormError state={state} />
        <TextField label={t("joining:kiosk.code")} name="code" state={state} autoComplete="off" autoCapitalize="characters" spellCheck={false} required maxLength={20} />
        <SubmitButton className="w-full" busy={t("joining:joining")}>
          {t("joining:kiosk.pair")}
        </SubmitButton>
      </Form>
    </>
  );
}
