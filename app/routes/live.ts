import type { LoaderFunctionArgs } from "@remix-run/node";
import { openLiveStream } from "~/web/live.server";
import { requireActor } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  return openLiveStream(await requireActor(args), args.request.signal);
}
