import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readReach } from "~/domain/insights/reach.server";
import { ReachPanel } from "~/domain/insights/ui/reach-panel";
import { afterSaving, saveEdited, type EditorPlace } from "~/domain/messages/editing.server";
import { type EditorPage, getEditable, getEditorPage } from "~/domain/messages/editing-page.server";
import { editorForm } from "~/domain/messages/message-draft";
import { titleOf } from "~/domain/messages/message-record";
import { getPublishedPage } from "~/domain/messages/published-page.server";
import { EditorForm } from "~/domain/messages/ui/editor-form";
import { EditorHead } from "~/domain/messages/ui/editor-head";
import { PublishedMessage } from "~/domain/messages/ui/published-message";
import { useEditorRound } from "~/domain/messages/ui/use-editor-round";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const record = await getEditable(actor, args.params.id ?? "");
  const { searchParams } = new URL(args.request.url);
  const about = {
    timeZone: actor.timeZone,
    pageTitle: titleOf(record, actor.language) || pageTitle(actor.language, "studio-messages:untitled", company.name),
  };
  if (record.state === "published") {
    const [published, reach] = await Promise.all([getPublishedPage(actor, record, searchParams.get("before")), readReach(actor, record.id)]);
    return { ...about, published: { ...published, reach }, editor: null };
  }
  const chosen = { version: searchParams.get("version"), language: searchParams.get("language") };
  return { ...about, published: null, editor: await getEditorPage(actor, record, chosen) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = args.params.id ?? "";
  const place = placeOf(args.request, company);
  const form = parseForm(editorForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const saved = await attempt(form.values, () => saveEdited(actor, id, place, form.value));
  if (!saved.ok) return refused(saved.errors, saved.values);
  if (saved.result.conflict) return data({ conflict: saved.result.conflict, values: form.values }, { status: 409 });
  const next = afterSaving(id, place, form.value);
  const { undid } = saved.result;
  if (undid) return redirectDone(next, undid === "schedule" ? "studio-messages:done.editedUnscheduled" : "studio-messages:done.approvalVoid");
  return form.value.step === "save" && !form.value.next ? redirectDone(next, "studio-messages:done.saved") : redirect(next);
}

function placeOf(request: Request, company: { language: string; languages: string[] }): EditorPlace {
  const { searchParams } = new URL(request.url);
  const version = searchParams.get("version");
  const language = searchParams.get("language") ?? company.language;
  return { version: version && isUuid(version) ? version : null, language: company.languages.includes(language) ? language : company.language };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export default function StudioMessage() {
  const { editor, published, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (published) {
    const { id, reach, asksConfirmation } = published;
    return <PublishedMessage page={published} timeZone={timeZone} figures={<ReachPanel messageId={id} timeZone={timeZone} {...{ reach, asksConfirmation }} />} />;
  }
  return editor && <Editor newest={editor} answer={answer} timeZone={timeZone} />;
}

function Editor({ newest, answer, timeZone }: { newest: EditorPage; answer: ReturnType<typeof useActionData<typeof action>>; timeZone: string }) {
  const { formKey, ...round } = useEditorRound(newest);
  const conflict = answer && "conflict" in answer ? answer.conflict : null;
  return (
    <>
      <EditorHead page={newest} timeZone={timeZone} crumbTo={paths.studioMessages(newest.state)} />
      <EditorForm key={formKey} {...round} newest={newest} state={answer} conflict={conflict} />
    </>
  );
}
