import { redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signInForm, verifySignIn } from "~/domain/people/credentials.server";
import { listDemoSignIns } from "~/domain/people/demo-sign-ins.server";
import { DemoSignIns } from "~/domain/people/ui/demo-sign-ins";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { FormError, TextField } from "~/ui/field";
import { PasswordField } from "~/ui/password-field";
import { requireCompany } from "~/web/before-sign-in.server";
import { parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { giveBack, takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { findSignedInPerson, safeReturn, startSession } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  if (await findSignedInPerson(args)) throw redirect(safeReturn(searchParams.get("next")));
  const company = await requireCompany();
  return {
    companyName: company.shortName,
    identifier: searchParams.get("as")?.slice(0, 254) ?? "",
    next: searchParams.get("next"),
    demo: company.isDemo ? await listDemoSignIns() : [],
    pageTitle: pageTitle(languageOfVisitor(args.request), "auth:signIn.short", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const form = parseForm(signInForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);

  const { identifier } = form.value;
  const account = identifier.normalize("NFKC").toLowerCase();
  const address = args.context.clientAddress;
  const wait = (await takeFrom("signInAddress", address)) ?? (await takeFrom("signInAccount", account));
  if (wait !== null) return tooMany(wait, form.values);

  const personId = await verifySignIn(form.value);
  if (!personId) return refused({ "": "auth:signIn.wrong" }, form.values);
  await Promise.all([giveBack("signInAddress", address), giveBack("signInAccount", account)]);
  const next = safeReturn(new URL(args.request.url).searchParams.get("next"));
  return redirectDocument(next, { headers: { "Set-Cookie": await startSession(args, personId) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function SignIn() {
  const { companyName, identifier, next, demo } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("auth:signIn.title", { company: companyName })}</h1>
      <p className="mt-1.5 text-ink-2">{t("auth:signIn.lead")}</p>
      <Form method="post" reloadDocument className="mt-6 space-y-4" key={identifier}>
        <FormError state={state} />
        <TextField label={t("auth:identifier")} name="identifier" state={state} defaultValue={identifier} autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={254} />
        <PasswordField label={t("auth:password.label")} name="password" state={state} autoComplete="current-password" required />
        <SubmitButton className="w-full" busy={t("auth:signIn.busy")}>
          {t("auth:signIn.submit")}
        </SubmitButton>
      </Form>
      <p className="mt-4 text-center text-s">
        <Link to={paths.forgottenPassword()} className="link">
          {t("auth:signIn.forgotten")}
        </Link>
      </p>
      {demo.length > 0 && <DemoSignIns people={demo} next={next} />}
    </>
  );
}
