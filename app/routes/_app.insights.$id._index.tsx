import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBlocks } from "~/domain/insights/blocks.server";
import { getItem } from "~/domain/insights/items.server";
import { ItemPage } from "~/domain/insights/ui/item-page";
import { pageTitle } from "~/web/page-title.server";
import { idParam } from "~/web/params.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = idParam(args);
  const { searchParams } = new URL(args.request.url);
  const within = searchParams.get("within") ?? undefined;
  const [item, level] = await Promise.all([getItem(actor, id), listBlocks(actor, id, { within, after: searchParams.get("after") ?? undefined })]);
  return { item, level, within, timeZone: actor.timeZone, pageTitle: pageTitle(actor.language, "studio-insights:title", company.name) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.item.title} · ${data.pageTitle}` : undefined }];

export default function InsightsItem() {
  const { item, level, within, timeZone } = useLoaderData<typeof loader>();
  return <ItemPage item={item} level={level} within={within} timeZone={timeZone} />;
}
