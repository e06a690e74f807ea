import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Share2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listOffered } from "~/domain/library/offering.server";
import { PostCard } from "~/domain/library/ui/post-card";
import { findStandings } from "~/domain/shares/standings.server";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const { posts, next } = await listOffered(actor, after);
  const standings = await findStandings(actor, posts.map(({ id }) => id));
  return {
    posts: posts.map((post) => ({ ...post, ...standings.get(post.id) })),
    next,
    isFirstPage: after === null,
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "library:list.title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Share() {
  const { posts, next, isFirstPage, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("library:list.title")} lead={t("library:list.lead")} actions={<LinkButton to={paths.myShares()}>{t("library:list.mine")}</LinkButton>} />
      <div className="max-w-[46rem] space-y-4">
        {posts.length === 0 && (
          <EmptyState icon={Share2} title={t("library:list.empty")}>
            {t("library:list.emptyText")}
          </EmptyState>
        )}
        {posts.map((post, index) => (
          <PostCard key={post.id} post={post} timeZone={timeZone} eager={index === 0} />
        ))}
        <p className="flex flex-wrap gap-2.5">
          {!isFirstPage && <LinkButton to={paths.share()}>{t("library:list.newest")}</LinkButton>}
          {next && <LinkButton to={paths.share(next)}>{t("shell:older")}</LinkButton>}
        </p>
      </div>
    </>
  );
}
