import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Undo2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { changeWin, takeWinBack } from "~/domain/wins/changing.server";
import { LONGEST_WIN } from "~/domain/wins/limits";
import { winChange } from "~/domain/wins/thanking-form";
import { listValueChoices } from "~/domain/wins/values.server";
import { getWin } from "~/domain/wins/win-facts.server";
import { Conflict, NotFound } from "~/kernel/errors";
import { loadTexts } from "~/locales/apart";
import { paths } from "~/paths";
import { canChangeWin } from "~/policy/wins";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, SelectField, TextArea, type FormState } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

await loadTexts("wins");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const win = await getWin(actor, idParam(args));
  if (!canChangeWin(actor, win)) throw new NotFound("win");
  const { id, text, valueId, revision } = win;
  return { win: { id, text, valueId, revision }, values: await listValueChoices(actor), pageTitle: pageTitle(actor.language, "wins:change.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const sent = await readForm(args.request);
  if (sent.has("takeBack")) {
    await takeWinBack(actor, id);
    return redirectDone(paths.wins(), "wins:done.takenBack");
  }
  const form = parseForm(winChange, sent);
  if (!form.ok) return refused(form.errors, form.values);
  try {
    const done = await attempt(form.values, () => changeWin(actor, id, form.value));
    if (!done.ok) return refused(done.errors, done.values);
    return redirectDone(paths.win(id), "wins:done.changed");
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // What was typed stays; what is stored by now stands above it.
    const { text, revision } = await getWin(actor, id);
    return refused({ "": "wins:change.conflict" }, { ...form.values, storedText: text, revision: String(revision) });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function ChangeWin() {
  const { win, values } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  const stored = state?.values?.storedText;
  return (
    <div className="max-w-2xl space-y-5">
      <PageHead crumb={{ to: paths.win(win.id), label: t("wins:kind.win") }} title={t("wins:change.title")} lead={t("wins:change.lead")} />
      <Panel>
        <Form method="post" className="space-y-5">
          <FormError state={state} />
          {stored && <blockquote className="border-l-4 border-line-strong pl-4 whitespace-pre-line text-ink-2">{stored}</blockquote>}
          <input type="hidden" name="revision" value={String(state?.values?.revision ?? win.revision)} />
          <TextArea name="text" rows={4} required maxLength={LONGEST_WIN} label={t("wins:thank.what")} state={state} defaultValue={win.text} />
          {values.length > 0 && <SelectField name="value" label={t("wins:thank.value")} state={state} defaultValue={win.valueId ?? ""} choices={[{ value: "", label: t("wins:thank.noValue") }, ...values.map(({ id, name }) => ({ value: id, label: name }))]} />}
          <SubmitButton busy={t("wins:change.saving")}>{t("wins:change.save")}</SubmitButton>
        </Form>
      </Panel>
      <Panel title={t("wins:takeBack.title")}>
        <p className="mb-3 text-s text-ink-2">{t("wins:takeBack.text")}</p>
        <Form method="post">
          <SubmitButton name="takeBack" value="yes" look="danger" icon={Undo2}>{t("wins:takeBack.button")}</SubmitButton>
        </Form>
      </Panel>
    </div>
  );
}
