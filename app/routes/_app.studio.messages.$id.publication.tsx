import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { getEditable, getPublicationPage } from "~/domain/messages/editing-page.server";
import { carryOut, publicationForm, suggestTime } from "~/domain/messages/publication.server";
import { ApprovalPanel } from "~/domain/messages/ui/approval-panel";
import { BlockerList } from "~/domain/messages/ui/blocker-list";
import { DiscardForm } from "~/domain/messages/ui/discard-form";
import { PublishPanel } from "~/domain/messages/ui/publish-panel";
import { WhoSeesWhat } from "~/domain/messages/ui/who-sees-what";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const record = await getEditable(actor, args.params.id ?? "");
  if (record.state === "published") throw redirect(paths.messageDraft(record.id));
  return {
    page: await getPublicationPage(actor, record),
    timeZone: actor.timeZone,
    suggested: suggestTime(record, actor.timeZone),
    pageTitle: pageTitle(actor.language, "studio-messages:publish.page", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = args.params.id ?? "";
  const form = parseForm(publicationForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => carryOut(actor, id, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  const { intent } = form.value;
  if (intent === "publish") return redirect(paths.messageDraft(id));
  if (intent === "discard") return redirectDone(paths.studioMessages(), "studio-messages:done.discarded");
  if (intent === "recall") return redirectDone(paths.messageDraft(id), "studio-messages:done.recalled");
  return redirectDone(paths.messagePublication(id), intent === "schedule" ? "studio-messages:done.scheduled" : "studio-messages:done.unscheduled");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Publication() {
  const { page, timeZone, suggested } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        crumb={{ to: paths.messageDraft(page.id), label: page.title || t("studio-messages:untitled") }}
        here={t("studio-messages:publish.here")}
        title={t("studio-messages:publish.page")}
        lead={page.audience.length > 0 ? t("studio-messages:publish.for", { departments: page.audience.map(({ name }) => name).join(", ") }) : undefined}
      />
      <BlockerList blockers={page.blockers} />
      <div className="grid gap-x-7 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-5">
          <ApprovalPanel page={page} timeZone={timeZone} />
          {page.canPublish ? <PublishPanel page={page} timeZone={timeZone} suggested={suggested} state={state} /> : <Panel title={t("studio-messages:publish.title")}>{t("studio-messages:publish.byOthers")}</Panel>}
        </div>
        <div className="min-w-0 space-y-5">
          <WhoSeesWhat {...page} languages={page.company.languages} />
          <DiscardForm messageId={page.id} />
        </div>
      </div>
    </>
  );
}
