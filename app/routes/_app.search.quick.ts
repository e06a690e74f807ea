import type { LoaderFunctionArgs } from "@remix-run/node";
import { searchEverything } from "~/domain/search/searching.server";
import { requireActor } from "~/web/session.server";

/** Of each kind as many as a glance takes in; the search's own page has more. */
const MOST = 3;

/** What the quick search shows of what was typed so far. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const found = await searchEverything(actor, new URL(args.request.url).searchParams.get("q") ?? "", MOST);
  return Response.json(found, { headers: { "Cache-Control": "no-store" } });
}
