import type { LoaderFunctionArgs } from "@remix-run/node";
import { openLiveStream } from "~/web/live.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId } = await requireSignedIn(args);
  return openLiveStream(actor, sessionId, args.request.signal);
}
