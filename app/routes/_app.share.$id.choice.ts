import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { choiceForm, choosePost } from "~/domain/shares/choosing.server";
import { Invalid, NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { parseForm, readForm } from "~/web/form.server";
import { requireActor, safeReturn } from "~/web/session.server";

/** "Later", "Not for me", or neither again: from home, the list and the post's page. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  if (!isUuid(args.params.id)) throw new NotFound("post");
  const form = await readForm(args.request);
  const parsed = parseForm(choiceForm, form);
  if (!parsed.ok) throw new Invalid(parsed.errors);
  await choosePost(actor, args.params.id, parsed.value.choice);
  return redirect(form.has("from") ? safeReturn(form.get("from")) : paths.share());
}
