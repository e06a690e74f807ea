import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { takeOwnData } from "~/domain/people/own-data.server";
import { paths } from "~/paths";
import { redirectDone } from "~/web/flash.server";
import { takeFrom } from "~/web/rate-limits.server";
import { requireActor } from "~/web/session.server";

/** A file is taken out by a button, never by an address. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args);
  return redirect(paths.myData());
}

/** Everything that is held about whoever asks, as a file. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  if ((await takeFrom("ownData", actor.id)) !== null) return redirectDone(paths.myData(), "settings:done.dataLater");
  return new Response(await takeOwnData(actor), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="my-data.json"',
      "Cache-Control": "no-store",
    },
  });
}
