import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CheckCheck } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listPostsToReview } from "~/domain/library/reviewing.server";
import { WaitingPosts } from "~/domain/library/ui/waiting-posts";
import { listWaitingMessages } from "~/domain/messages/listing.server";
import { WaitingMessages } from "~/domain/messages/ui/waiting-messages";
import { now } from "~/kernel/clock";
import { NotFound } from "~/kernel/errors";
import { placesFor } from "~/policy/places";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!placesFor(actor).reviews) throw new NotFound("reviews");
  const [messages, posts] = await Promise.all([listWaitingMessages(actor), listPostsToReview(actor)]);
  return {
    messages,
    posts: posts.map((post) => ({ ...post, isOverdue: post.dueAt <= now() })),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-reviews:title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Reviews() {
  const { messages, posts, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("studio-reviews:title")} lead={t("studio-reviews:lead")} />
      {messages.length + posts.length === 0 ? (
        <EmptyState icon={CheckCheck} title={t("studio-reviews:empty")} action={<LinkButton to={paths.home()}>{t("shell:places.home")}</LinkButton>}>
          {t("studio-reviews:emptyText")}
        </EmptyState>
      ) : (
        <div className="max-w-4xl space-y-8">
          {messages.length > 0 && <WaitingMessages messages={messages} timeZone={timeZone} />}
          {posts.length > 0 && <WaitingPosts posts={posts} timeZone={timeZone} />}
        </div>
      )}
    </>
  );
}
