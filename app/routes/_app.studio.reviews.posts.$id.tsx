import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UserRoundCheck } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { approvePost, declinePost } from "~/domain/library/approval.server";
import { approvalForm } from "~/domain/library/post-form";
import { getPostReview } from "~/domain/library/reviewing.server";
import { DecisionPanel } from "~/domain/library/ui/decision-panel";
import { Offer } from "~/domain/library/ui/offer";
import { OfferTerms } from "~/domain/library/ui/offer-terms";
import { StateChip } from "~/domain/library/ui/state-chip";
import { paths } from "~/paths";
import type { FormState } from "~/ui/field";
import { Notice, PageHead, WithRail } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const review = await getPostReview(actor, idParam(args));
  return { ...review, timeZone: actor.timeZone, pageTitle: `${review.post.title} · ${company.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args);
  const id = idParam(args);
  const form = parseForm(approvalForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const { decision, ...about } = form.value;
  const done = await attempt(form.values, () => (decision === "approve" ? approvePost : declinePost)(actor, id, about));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.postReview(id), decision === "approve" ? "studio-library:done.decidedApproved" : "studio-library:done.decidedDeclined");
}

export default function ReviewPost() {
  const { post, timeZone, ...review } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  const asker = review.isWaiting && review.hindrance === null ? post.approvals[0]?.requestedBy : null;
  const offer = { ...post, facts: post.facts.split("\n").filter(Boolean), hashtags: post.hashtags.split(" ").filter(Boolean) };
  return (
    <>
      <PageHead
        crumb={review.hindrance === "role" ? { to: paths.studioLibrary(), label: t("shell:places.library") } : { to: paths.reviews(), label: t("studio-library:review.crumb") }}
        here={<StateChip state={post.state} />}
        title={post.title}
        lead={asker ? t("studio-library:review.lead", { name: `${asker.givenName} ${asker.familyName}` }) : t("studio-library:review.leadOther")}
      />
      {review.isWaiting && review.insteadOf && <Notice tone="info" icon={UserRoundCheck}>{t("studio-reviews:decidesInsteadOf", { name: review.insteadOf })}</Notice>}
      <WithRail rail={<DecisionPanel post={post} {...review} state={state} timeZone={timeZone} />}>
        <OfferTerms post={post} timeZone={timeZone} />
        <Offer offer={offer} beneathPicture={post.picture && <p className="mt-2 text-s text-ink-2">{t("studio-library:review.altLabel")}: {post.pictureAlt || "–"}</p>} />
      </WithRail>
    </>
  );
}
