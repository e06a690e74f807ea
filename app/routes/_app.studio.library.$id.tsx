import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { ChartNoAxesColumn } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { hasFigures } from "~/domain/insights/items.server";
import { getPostDraft } from "~/domain/library/browsing.server";
import { describeLink, type LinkDescription } from "~/domain/library/describing.server";
import { editPost, getEditablePost, listAudienceChoices } from "~/domain/library/editing.server";
import { postForm } from "~/domain/library/post-form";
import { AdviceList, BlockerList } from "~/domain/library/ui/blocker-list";
import { ApprovalPanel } from "~/domain/library/ui/approval-panel";
import { ConflictPanel } from "~/domain/library/ui/conflict-panel";
import { PostEditor } from "~/domain/library/ui/post-editor";
import { StateChip } from "~/domain/library/ui/state-chip";
import { useShownPost } from "~/domain/library/ui/use-shown-post";
import { validDays } from "~/domain/library/validity";
import { captionCounter } from "~/domain/shares/caption-room";
import { shortLinkUrl } from "~/domain/shares/composing.server";
import { networkIds } from "~/domain/shares/networks/network";
import { Conflict } from "~/kernel/errors";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import type { FormState } from "~/ui/field";
import { Notice, PageHead, WithRail } from "~/ui/page";
import { StarterNotice } from "~/ui/starter";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { takeFrom } from "~/web/rate-limits.server";
import { refused, tooMany } from "~/web/respond.server";
import { requireSignedIn } from "~/web/session.server";
import { parseUpload } from "~/web/uploads.server";

/** As long as every short link is; what it names does not matter for counting. */
const exampleLink = () => shortLinkUrl("x".repeat(8));

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = idParam(args);
  const [draft, departments, hasPage] = await Promise.all([getPostDraft(actor, id, company.languages), listAudienceChoices(actor), hasFigures(actor, id)]);
  const { languages, name, shortName } = company;
  return { ...draft, departments, hasPage, languages, company: { name, shortName }, link: exampleLink(), timeZone: actor.timeZone, pageTitle: `${draft.post.title} · ${name}` };
}

/** After a conflict, too: what the other one saved is shown beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) => actionStatus === 409 || defaultShouldRevalidate;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

interface Answer extends FormState {
  /** Somebody saved meanwhile. */
  isConflict?: boolean;
  /** Saved, but the link's page could not be read. */
  isSaved?: boolean;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const post = await getEditablePost(actor, idParam(args));
  const { formData, files, errors } = await parseUpload(args.request, { fileFields: ["picture"] });
  const form = parseForm(postForm, formData);
  if (!form.ok) return refused({ ...form.errors, ...errors }, form.values);
  if (Object.keys(errors).length > 0) return refused(errors, form.values);
  const uploaded = files.get("picture")?.bytes;
  const wait = uploaded ? await takeFrom("upload", actor.id) : null;
  if (wait !== null) return tooMany(wait, form.values);
  const described = form.value.wantsPreview ? await describe(actor.id, form.value.content.linkUrl) : null;
  if (described?.ok === false && !described.isUsable) return refused({ linkUrl: described.error }, form.values);
  const rules = { languages: company.languages, networks: networkIds, countCaption: captionCounter(company, exampleLink()) };
  try {
    const saved = await attempt(form.values, () => editPost(actor, post, form.value, { uploaded, described }, rules));
    if (!saved.ok) return refused(saved.errors, saved.values);
    if (described?.ok === false) return data({ errors: { linkUrl: described.error }, values: form.values, isSaved: true });
    const { isUnchanged, voided } = saved.result;
    return redirectDone(paths.postDraft(post.id), `studio-library:done.${isUnchanged ? "unchanged" : (voided ?? "saved")}`);
  } catch (error) {
    if (error instanceof Conflict) return data({ isConflict: true, values: form.values }, { status: 409 });
    throw error;
  }
}

async function describe(personId: string, url: string): Promise<LinkDescription> {
  const wait = await takeFrom("linkPreview", personId);
  return wait === null ? describeLink(url) : { ok: false, error: "studio-library:preview.tooMany", isUsable: true };
}

export default function EditPost() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<Answer>();
  const { t } = useTranslation();
  const { post, formKey, isChanged, onType } = useShownPost(page.post, state);
  const countCaption = captionCounter(page.company, page.link);
  return (
    <>
      <PageHead crumb={{ to: paths.studioLibrary(), label: t("studio-library:title") }} here={<StateChip state={post.state} />} title={post.title}
        actions={page.hasPage && <LinkButton icon={ChartNoAxesColumn} to={paths.insightsItem(post.id)}>{t("studio-insights:open")}</LinkButton>} />
      {post.isStarter && <StarterNotice />}
      {state?.isConflict && state.values && <ConflictPanel post={page.post} values={state.values} />}
      {state?.isSaved && <Notice tone="info">{t("studio-library:savedWithoutPreview")}</Notice>}
      {post.state !== "approved" && post.state !== "in_review" && <BlockerList blockers={page.blockers} mayInvite={page.abilities.invite} />}
      <WithRail
        rail={
          <>
            <ApprovalPanel post={post} approvers={page.approvers} isBlocked={page.blockers.length > 0} isChanged={isChanged} timeZone={page.timeZone} />
            <AdviceList advice={page.advice} />
          </>
        }
      >
        <PostEditor
          {...{ post, state, formKey, isChanged, onType }}
          days={validDays(post, page.timeZone)}
          departments={page.departments}
          languages={page.languages}
          networks={networkIds}
          count={(network, text) => countCaption({ network, text }, post)}
        />
      </WithRail>
    </>
  );
}
