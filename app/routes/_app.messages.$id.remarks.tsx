import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { getEditable } from "~/domain/messages/editing-page.server";
import { readMessage } from "~/domain/messages/reading.server";
import { addRemark, answerRemark } from "~/domain/messages/remarking.server";
import { answerForm, remarkForm } from "~/domain/messages/remarks.server";
import { RefusedAnswer } from "~/domain/messages/ui/refused-answer";
import { RemarkForm } from "~/domain/messages/ui/remark-form";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { typed } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { refused } from "~/web/respond.server";
import { requireActor } from "~/web/session.server";

/**
 * The form on a page of its own, for those who may read the message or stand for it. It never leads
 * away by itself: what could not be taken is shown here, with script and without.
 */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const id = args.params.id ?? "";
  await readMessage(actor, id).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return getEditable(actor, id);
  });
  return { remarkId: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = args.params.id ?? "";
  const sent = await readForm(args.request);
  // An answer names what it answers; its publisher goes back to where it was written.
  if (sent.has("answersId")) {
    const answer = parseForm(answerForm, sent);
    if (!answer.ok) return refused(answer.errors, answer.values);
    await answerRemark(actor, id, answer.value);
    return redirectDone(`${paths.messageDraft(id)}#remarks`, "messages:done.answered");
  }
  const remark = parseForm(remarkForm, sent);
  if (!remark.ok) return refused(remark.errors, remark.values);
  await addRemark(actor, id, remark.value);
  return redirectDone(`${paths.message(id)}#remarks`, remark.value.kind === "question" ? "messages:done.asked" : "messages:done.commented");
}

/** Where what was typed could not be taken: it stands here still, to be put right. */
export default function RefusedRemark() {
  const state = useActionData<typeof action>();
  const { id = "" } = useParams();
  const { remarkId } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const answersId = typed(state, "answersId");
  return (
    <>
      <PageHead crumb={{ to: paths.message(id), label: t("messages:remarks.back") }} title={t("messages:remarks.ask")} />
      <Panel className="max-w-2xl">
        {answersId ? <RefusedAnswer messageId={id} state={state} /> : <RemarkForm messageId={id} remarkId={remarkId} state={state} />}
      </Panel>
    </>
  );
}
