import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { endPost, requestPostApproval } from "~/domain/library/approval.server";
import { postActForm } from "~/domain/library/post-form";
import { Invalid } from "~/kernel/errors";
import { paths } from "~/paths";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { requireActor } from "~/web/session.server";

/** Somebody came here by the address: the draft is where it is asked for. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args);
  return redirect(paths.postDraft(idParam(args)));
}

/** Asks for approval of what is saved, or ends the offer. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const form = parseForm(postActForm, await readForm(args.request));
  if (!form.ok) throw new Invalid(form.errors);
  const { act, revision } = form.value;
  if (act === "end") {
    await endPost(actor, id);
    return redirectDone(paths.postDraft(id), "studio-library:done.ended");
  }
  const asked = await attempt(form.values, () => requestPostApproval(actor, id, revision));
  return redirectDone(paths.postDraft(id), asked.ok ? "studio-library:done.requested" : "studio-library:done.blocked");
}
