import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { loadTexts } from "~/locales/apart";
import { useTranslation } from "~/locales/texts";
import { MOST_TYPED, searchEverything } from "~/domain/search/searching.server";
import { FoundList } from "~/domain/search/ui/found-list";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

await loadTexts("search");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const typed = new URL(args.request.url).searchParams.get("q") ?? "";
  return { ...(await searchEverything(actor, typed)), most: MOST_TYPED, pageTitle: pageTitle(actor.language, "search:title", company.name) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Search() {
  const { q, groups, most } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("search:title")} lead={t("search:lead")} />
      <Form method="get" action={paths.search()} role="search" key={q} className="mb-6 grid max-w-2xl items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <TextField label={t("search:field")} type="search" name="q" defaultValue={q} maxLength={most} autoComplete="off" autoFocus={!q} />
        <Button type="submit" look="primary">
          {t("search:find")}
        </Button>
      </Form>
      <p role="status" className={groups.length || !q ? "sr-only" : "max-w-[60ch] text-ink-2"}>
        {q && (groups.length ? t("search:found", { count: groups.reduce((sum, { items }) => sum + items.length, 0) }) : t("search:nothing", { q }))}
      </p>
      <FoundList groups={groups} />
    </>
  );
}
