import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { newDraftForm, noticeForm } from "~/domain/messages/message-draft";
import { publishNotice, writeDraft } from "~/domain/messages/noticing.server";
import { withinScope } from "~/domain/messages/editing-page.server";
import { NewMessageForm } from "~/domain/messages/ui/new-message-form";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { canWriteMessages } from "~/policy/messages";
import { LinkTabs, PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireSignedIn } from "~/web/session.server";

const kindOf = (request: Request): "notice" | "message" => (new URL(request.url).searchParams.get("kind") === "message" ? "message" : "notice");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!canWriteMessages(actor)) throw new NotFound("write messages");
  const kind = kindOf(args.request);
  return {
    kind,
    id: crypto.randomUUID(),
    language: company.language,
    audienceChoices: withinScope(actor, await departmentChoices(actor.language)),
    pageTitle: pageTitle(actor.language, `studio-messages:new.${kind}`, company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const kind = kindOf(args.request);
  const sent = await readForm(args.request);
  if (sent.get("intent") === "publish") {
    const notice = parseForm(noticeForm, sent);
    if (!notice.ok) return refused(notice.errors, notice.values);
    const out = await attempt(notice.values, () => publishNotice(actor, notice.value, company.language));
    if (!out.ok) return refused(out.errors, out.values);
    if (!out.result.isPublished) return redirectDone(paths.messagePublication(out.result.id), "studio-messages:done.kept");
    return redirect(paths.messageDraft(out.result.id));
  }
  const draft = parseForm(newDraftForm, sent);
  if (!draft.ok) return refused(draft.errors, draft.values);
  const kept = await attempt(draft.values, () => writeDraft(actor, kind, draft.value, company.language));
  if (!kept.ok) return refused(kept.errors, kept.values);
  return redirectDone(paths.messageDraft(kept.result), "studio-messages:done.kept");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function NewMessage() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.studioMessages(), label: t("studio-messages:title.page") }} here={t("studio-messages:new.here")} title={t(`studio-messages:new.${page.kind}`)} lead={t(`studio-messages:new.lead.${page.kind}`)} />
      <LinkTabs
        label={t("studio-messages:new.kinds")}
        tabs={(["notice", "message"] as const).map((kind) => ({ to: paths.newMessage(kind), label: t(`studio-messages:new.${kind}`), current: kind === page.kind }))}
      />
      <NewMessageForm {...page} state={state} />
    </>
  );
}
