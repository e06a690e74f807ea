import type { LoaderFunctionArgs } from "@remix-run/node";
import { servePicture } from "~/web/pictures.server";
import { requireActor } from "~/web/session.server";

/** A stored picture's file, for signed-in people. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args);
  return servePicture(args.params);
}
