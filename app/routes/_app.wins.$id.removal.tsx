import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { removalForm, removeWin } from "~/domain/wins/changing.server";
import { LONGEST_REASON } from "~/domain/wins/limits";
import { getWin } from "~/domain/wins/win-facts.server";
import { NotFound } from "~/kernel/errors";
import { loadTexts } from "~/locales/apart";
import { paths } from "~/paths";
import { canRemoveWin } from "~/policy/wins";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { TextArea, type FormState } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

await loadTexts("wins");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const win = await getWin(actor, idParam(args));
  if (!canRemoveWin(actor, win)) throw new NotFound("win");
  return { id: win.id, text: win.text, pageTitle: pageTitle(actor.language, "wins:removal.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  if (!canRemoveWin(actor, await getWin(actor, id))) throw new NotFound("win");
  const form = parseForm(removalForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  await removeWin(actor, id, form.value);
  return redirectDone(paths.win(id), "wins:done.removed");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function RemoveWin() {
  const { id, text } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  return (
    <div className="max-w-2xl">
      <PageHead crumb={{ to: paths.win(id), label: t("wins:kind.win") }} title={t("wins:removal.title")} lead={t("wins:removal.lead")} />
      <Panel>
        <blockquote className="mb-5 border-l-4 border-line-strong pl-4 whitespace-pre-line text-ink-2">{text}</blockquote>
        <Form method="post" className="space-y-5">
          <TextArea name="reason" rows={3} required maxLength={LONGEST_REASON} label={t("wins:removal.reason")} hint={t("wins:removal.reasonHint")} state={state} />
          <SubmitButton look="danger" icon={Trash2}>{t("wins:removal.button")}</SubmitButton>
        </Form>
      </Panel>
    </div>
  );
}
