import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { countNews, MOST_KNOWN, readFilter } from "~/domain/wins/feed.server";
import { liveForm, setWinPreference } from "~/domain/wins/preferences.server";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { parseCursor } from "~/web/cursor.server";
import { parseForm, readForm } from "~/web/form.server";
import { refused } from "~/web/respond.server";
import { requireActor } from "~/web/session.server";

/** How many wins an open page does not show yet. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const since = parseCursor(searchParams.get("since"));
  const known = searchParams.getAll("known").filter(isUuid).slice(0, MOST_KNOWN);
  const count = since ? await countNews(actor, readFilter(searchParams.get("filter"), searchParams.get("value")), since, known) : 0;
  return Response.json({ count }, { headers: { "Cache-Control": "no-store" } });
}

/** Live wins are paused, or go on, until this person says otherwise. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(liveForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  await setWinPreference(actor, { pausesLive: form.value.pause });
  return redirect(paths.wins());
}
