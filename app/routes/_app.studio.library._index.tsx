import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Library, Plus } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { libraryFilters, listPosts, readFilter } from "~/domain/library/browsing.server";
import { LibraryList } from "~/domain/library/ui/library-list";
import { findOwnTerms } from "~/domain/people/guests/reading.server";
import { GuestNotice } from "~/domain/people/guests/ui/guest-notice";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState, LinkTabs, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const filter = readFilter(searchParams.get("filter"));
  return {
    ...(await listPosts(actor, filter, searchParams.get("after"))),
    filter,
    guest: await findOwnTerms(actor),
    filters: libraryFilters.filter((each) => !actor.isGuest || (each !== "approved" && each !== "ended")),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-library:title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function StudioLibrary() {
  const { posts, next, filter, filters, guest, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const kind = filter === "all" ? "first" : "filtered";
  const start = (
    <LinkButton look="primary" icon={Plus} to={paths.newPost()}>
      {t("studio-library:new")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("studio-library:title")} lead={t("studio-library:lead")} actions={start} />
      <GuestNotice terms={guest} timeZone={timeZone} />
      <LinkTabs
        label={t("studio-library:filter.label")}
        tabs={filters.map((each) => ({
          to: paths.studioLibrary(each === "all" ? undefined : each),
          label: t(`studio-library:filter.${each}`),
          current: each === filter,
        }))}
      />
      {posts.length === 0 ? (
        <EmptyState icon={Library} title={t(`studio-library:empty.${kind}`)} action={filter === "all" && start}>
          {t(`studio-library:empty.${kind}Text`)}
        </EmptyState>
      ) : (
        <LibraryList posts={posts} timeZone={timeZone} />
      )}
      {next && (
        <p className="mt-5">
          <LinkButton to={paths.studioLibrary(filter === "all" ? undefined : filter, next)}>{t("shell:older")}</LinkButton>
        </p>
      )}
    </>
  );
}
