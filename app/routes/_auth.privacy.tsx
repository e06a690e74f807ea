import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { acceptance, acceptNotice, findNotice, noticeFor } from "~/domain/company/privacy.server";
import { paths } from "~/paths";
import { Button, SubmitButton } from "~/ui/button";
import { FormError } from "~/ui/field";
import { Moment } from "~/ui/moment";
import { requireCompany } from "~/web/before-sign-in.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { findSignedInPerson, safeReturn } from "~/web/session.server";

/** Everybody may read it, at any time; whoever must accept it does so here. */
export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await findSignedInPerson(args);
  const company = signedIn?.company ?? (await requireCompany());
  const language = signedIn?.actor.language ?? languageOfVisitor(args.request);
  const notice = await findNotice();
  const shown = notice && noticeFor(notice, language, company.language);
  return {
    notice: notice && shown && { version: notice.version, publishedAt: notice.publishedAt, language: shown.language, html: shown.html },
    mustAccept: signedIn?.mustAccept ?? null,
    isSignedIn: signedIn !== null,
    timeZone: signedIn?.actor.timeZone ?? company.timeZone,
    next: safeReturn(new URL(args.request.url).searchParams.get("next")),
    pageTitle: pageTitle(language, "auth:privacy", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await findSignedInPerson(args);
  if (!signedIn) throw redirect(paths.signIn());
  const sent = await readForm(args.request);
  const form = parseForm(acceptance, sent);
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => acceptNotice(signedIn.actor, form.value.version));
  if (!done.ok) return refused(done.errors, done.values);
  return redirect(safeReturn(sent.get("next")));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Privacy() {
  const { notice, mustAccept, isSignedIn, timeZone, next } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <h1 className="mb-2">{t("auth:privacy")}</h1>
      {notice ? (
        <>
          <p className="mb-5 text-s text-ink-2">
            {t("auth:notice.version", { version: notice.version })} · <Moment at={notice.publishedAt} timeZone={timeZone} shape="date" />
          </p>
          <div className="prose" lang={notice.language} dangerouslySetInnerHTML={{ __html: notice.html }} />
        </>
      ) : (
        <p className="text-ink-2">{t("auth:notice.none")}</p>
      )}
      {mustAccept !== null && notice ? (
        <>
          <Form method="post" reloadDocument className="mt-6 space-y-4 border-t border-line pt-5">
            <FormError state={state} />
            <input type="hidden" name="version" value={notice.version} />
            <input type="hidden" name="next" value={next} />
            <p>{t("auth:notice.ask")}</p>
            <SubmitButton className="w-full">{t("auth:notice.accept")}</SubmitButton>
          </Form>
          <Form method="post" action={paths.signOut()} reloadDocument className="mt-2.5">
            <Button type="submit" look="quiet" className="w-full">
              {t("shell:signOut")}
            </Button>
          </Form>
        </>
      ) : (
        <p className="mt-6">
          <Link to={isSignedIn ? paths.home() : paths.signIn()} reloadDocument className="link inline-flex min-h-11 items-center">
            {isSignedIn ? t("auth:notice.home") : t("auth:notice.signIn")}
          </Link>
        </p>
      )}
    </>
  );
}
