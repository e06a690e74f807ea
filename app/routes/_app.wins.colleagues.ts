import type { LoaderFunctionArgs } from "@remix-run/node";
import { findColleagues } from "~/domain/wins/colleagues.server";
import { requireActor } from "~/web/session.server";

/** Names and departments of those who can be thanked: what is typed so far finds them. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const found = await findColleagues(actor, new URL(args.request.url).searchParams.get("q") ?? "");
  return Response.json({ found }, { headers: { "Cache-Control": "no-store" } });
}
