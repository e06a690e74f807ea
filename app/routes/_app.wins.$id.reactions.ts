import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { react, reactionForm } from "~/domain/wins/answering.server";
import { getWin } from "~/domain/wins/win-facts.server";
import { paths } from "~/paths";
import { parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, safeReturn } from "~/web/session.server";

/** Somebody came by address: the buttons are on the win's own page. */
export async function loader(args: LoaderFunctionArgs) {
  const { id } = await getWin(await requireActor(args), idParam(args));
  return redirect(paths.win(id));
}

/** With script the page keeps its place and learns the counts; without, it leads back. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const sent = await readForm(args.request);
  const form = parseForm(reactionForm, sent);
  if (!form.ok) return refused(form.errors, form.values);
  const reactions = await react(actor, idParam(args), form.value.kind, form.value.wanted);
  if (args.request.headers.get("Accept")?.includes("text/html")) return redirect(safeReturn(sent.get("returnTo")));
  return { reactions };
}
