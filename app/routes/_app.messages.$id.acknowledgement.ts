import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { acknowledgeMessage } from "~/domain/messages/acknowledging.server";
import { readMessage } from "~/domain/messages/reading.server";
import { paths } from "~/paths";
import { readForm } from "~/web/form.server";
import { requireActor, safeReturn } from "~/web/session.server";

/** Somebody came by address: the button is on the message's own page. */
export async function loader(args: LoaderFunctionArgs) {
  const { id } = await readMessage(await requireActor(args), args.params.id ?? "");
  return redirect(paths.message(id));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = await readForm(args.request);
  await acknowledgeMessage(actor, args.params.id ?? "");
  return redirect(safeReturn(form.get("returnTo")));
}
