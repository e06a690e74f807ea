import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { getOfferedPost } from "~/domain/library/offering.server";
import { Offer } from "~/domain/library/ui/offer";
import { PostActions } from "~/domain/library/ui/post-card";
import { lastMomentOf } from "~/domain/library/validity";
import { findStandings } from "~/domain/shares/standings.server";
import { paths } from "~/paths";
import { formatMoment } from "~/ui/moment";
import { PageHead } from "~/ui/page";
import { idParam } from "~/web/params.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = idParam(args);
  const [post, standings] = await Promise.all([getOfferedPost(actor, id), findStandings(actor, [id])]);
  return { post, choice: standings.get(id)?.choice ?? null, timeZone: actor.timeZone, pageTitle: `${post.title} · ${company.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Post() {
  const { post, choice, timeZone } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const validTo = post.validUntil && formatMoment(lastMomentOf(post.validUntil), i18n.language, timeZone, "day");
  return (
    <>
      <PageHead
        crumb={{ to: paths.share(), label: t("library:list.title") }}
        here={post.linkHost}
        title={<span lang={post.language}>{post.title}</span>}
        lead={validTo && t("library:card.validTo", { date: validTo })}
      />
      <Offer offer={post} foldsCaptions>
        <PostActions post={{ id: post.id, choice }} />
      </Offer>
    </>
  );
}
