import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { removeStarters } from "~/domain/first-run/starters.server";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { canChangeCompany } from "~/policy/company";
import { redirectDone } from "~/web/flash.server";
import { requireActor } from "~/web/session.server";

/** Somebody came here by the address: the button is on the page of the first steps. */
export async function loader(args: LoaderFunctionArgs) {
  if (!canChangeCompany(await requireActor(args))) throw new NotFound("starters");
  return redirect(paths.firstSteps());
}

/** Takes all starters away at once. */
export async function action(args: ActionFunctionArgs) {
  await removeStarters(await requireActor(args));
  return redirectDone(paths.firstSteps(), "admin-first-steps:done.startersRemoved");
}
