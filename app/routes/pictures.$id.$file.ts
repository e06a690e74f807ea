import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/kernel/errors";
import { findPictureMaker } from "~/domain/library/own-pictures.server";
import { canSeePicture } from "~/policy/guests";
import { servePicture } from "~/web/pictures.server";
import { requireActor } from "~/web/session.server";

/** A stored picture's file, for signed-in people. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  // Whoever works here is served without a statement.
  if (actor.isGuest && !canSeePicture(actor, await findPictureMaker(args.params.id))) throw new NotFound("picture");
  return servePicture(args.params);
}
