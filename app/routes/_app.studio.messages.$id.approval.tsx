import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useParams } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { z } from "zod";
import { requestApproval } from "~/domain/messages/approval.server";
import { getEditable } from "~/domain/messages/editing-page.server";
import { paths } from "~/paths";
import { FormError } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { refused } from "~/web/respond.server";
import { requireActor } from "~/web/session.server";

const form = z.object({ revision: z.coerce.number("errors:field.invalid").int().min(1).max(2_000_000_000) });

/** Leads nowhere by itself, or the reason of a refusal would be lost on the way. */
export async function loader(args: LoaderFunctionArgs) {
  await getEditable(await requireActor(args), args.params.id ?? "");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = await getEditable(actor, args.params.id ?? "");
  const sent = parseForm(form, await readForm(args.request));
  if (!sent.ok) return refused(sent.errors, sent.values);
  const asked = await attempt(sent.values, () => requestApproval(actor, id, sent.value.revision));
  if (!asked.ok) return refused(asked.errors, asked.values);
  return redirectDone(paths.messagePublication(id), "studio-messages:done.asked");
}

/** Seen when the request was refused: why, and the way back. */
export default function ApprovalRefused() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  return (
    <>
      <PageHead title={t("studio-messages:approval.title")} />
      <FormError state={useActionData<typeof action>()} />
      <p className="mt-4">
        <Link to={paths.messagePublication(id)} className="link">
          {t("studio-messages:approval.back")}
        </Link>
      </p>
    </>
  );
}
