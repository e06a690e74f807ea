import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { noteActivity } from "~/domain/people/sessions.server";
import { paths } from "~/paths";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  await requireSignedIn(args);
  return redirect(paths.home());
}

/** Somebody is at the shared device: what a page tells when it is touched or typed in. */
export async function action(args: ActionFunctionArgs) {
  const { sessionId } = await requireSignedIn(args);
  await noteActivity(sessionId);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}
