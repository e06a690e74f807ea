import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { addComment, commentForm, commentRemoval, removeComment } from "~/domain/wins/answering.server";
import { CommentForm } from "~/domain/wins/ui/comments";
import { getWin } from "~/domain/wins/win-facts.server";
import { loadTexts } from "~/locales/apart";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import type { FormState } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor } from "~/web/session.server";

await loadTexts("wins");

/** The form on a page of its own: what could not be taken is shown here, with what was typed. */
export async function loader(args: LoaderFunctionArgs) {
  const { id } = await getWin(await requireActor(args), idParam(args));
  return { id, commentId: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const sent = await readForm(args.request);
  if (sent.has("commentId")) {
    const removal = parseForm(commentRemoval, sent);
    if (!removal.ok) return refused(removal.errors, removal.values);
    await removeComment(actor, id, removal.value.commentId);
    return redirectDone(`${paths.win(id)}#comments`, "wins:done.commentRemoved");
  }
  const form = parseForm(commentForm, sent);
  if (!form.ok) return refused(form.errors, form.values);
  await addComment(actor, id, form.value);
  return redirectDone(`${paths.win(id)}#comments`, "wins:done.commented");
}

export default function Comments() {
  const { id, commentId } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  return (
    <div className="max-w-2xl">
      <PageHead crumb={{ to: paths.win(id), label: t("wins:kind.win") }} title={t("wins:comments.title")} />
      <Panel>
        <CommentForm winId={id} commentId={commentId} state={state} />
      </Panel>
    </div>
  );
}
