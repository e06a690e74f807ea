import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { printCards } from "~/domain/people/joining/cards.server";
import { selection } from "~/domain/people/joining/progress.server";
import { JoinCardSheet } from "~/domain/people/joining/ui/join-card";
import { PrintButton } from "~/domain/people/joining/ui/print-button";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { canInvitePeople } from "~/policy/people";
import { ProblemPage } from "~/ui/problem-page";
import { FormError } from "~/ui/field";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!canInvitePeople(actor)) throw new NotFound("cards");
  return { pageTitle: pageTitle(actor.language, "admin-joining:cards.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  if (!canInvitePeople(actor)) throw new NotFound("cards");
  const form = parseForm(selection, await readForm(args.request));
  if (!form.ok) throw new NotFound("selection");
  const done = await attempt(form.values, () => printCards(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  // The codes are on this one answer, which nothing keeps.
  return data({ cards: done.result }, { headers: { "Cache-Control": "no-store" } });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

/** A4 sheets of cards, without the places around it. On paper the head is left out. */
export default function Cards() {
  const printed = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="content" className="mx-auto max-w-[62rem] px-4 py-6 print:max-w-none print:p-0">
      <header className="mb-6 flex flex-wrap items-end justify-between gap-4 print:hidden">
        <div>
          <p className="mb-1 text-s">
            <Link to={paths.joining()} reloadDocument className="link">
              {t("admin-joining:title")}
            </Link>
          </p>
          <h1>{t("admin-joining:cards.title")}</h1>
          <p className="mt-1 max-w-[70ch] text-ink-2">{t("admin-joining:cards.lead")}</p>
        </div>
        {printed && "cards" in printed && <PrintButton />}
      </header>
      {printed && "cards" in printed ? (
        <div className="grid gap-4 md:grid-cols-2 print:grid-cols-2 print:gap-[6mm]">
          {printed.cards.map((card) => (
            <JoinCardSheet key={card.personId} card={card} />
          ))}
        </div>
      ) : printed ? (
        <FormError state={printed} />
      ) : (
        // An address that is only opened, or opened again, makes none.
        <p>{t("admin-joining:cards.nothing")}</p>
      )}
    </main>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
