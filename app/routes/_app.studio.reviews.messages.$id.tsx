import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UserRoundCheck } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { decideApproval, getForReview } from "~/domain/messages/approval.server";
import { decisionForm, getReviewPage } from "~/domain/messages/reviewing.server";
import { DecisionForm } from "~/domain/messages/ui/decision-form";
import { ReviewContent } from "~/domain/messages/ui/review-content";
import { WhoSeesWhat } from "~/domain/messages/ui/who-sees-what";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { Notice, PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = args.params.id ?? "";
  if (!isUuid(id)) throw new NotFound("message");
  return {
    page: await getReviewPage(actor, await getForReview(actor, id)),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-reviews:page", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = args.params.id ?? "";
  if (!isUuid(id)) throw new NotFound("message");
  const form = parseForm(decisionForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => decideApproval(actor, id, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.reviews(), form.value.decision === "approved" ? "studio-reviews:done.approved" : "studio-reviews:done.declined");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function MessageReview() {
  const { page, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        crumb={{ to: paths.reviews(), label: t("studio-reviews:title") }}
        here={t("studio-reviews:here")}
        title={page.title}
        lead={t("studio-reviews:by", { author: page.author, department: page.authorDepartment })}
      />
      {page.abilities.canDecide && page.insteadOf && <Notice tone="info" icon={UserRoundCheck}>{t("studio-reviews:decidesInsteadOf", { name: page.insteadOf })}</Notice>}
      <div className="grid gap-x-7 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ReviewContent page={page} />
        <div className="min-w-0 space-y-5">
          <DecisionForm page={page} timeZone={timeZone} state={state} />
          <WhoSeesWhat {...page} languages={page.company.languages} />
        </div>
      </div>
    </>
  );
}
