import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { findChosen, findColleagues, type Colleague } from "~/domain/wins/colleagues.server";
import { giveThanks } from "~/domain/wins/thanking.server";
import { thanksForm } from "~/domain/wins/thanking-form";
import { ThankForm } from "~/domain/wins/ui/thank-form";
import { listValueChoices } from "~/domain/wins/values.server";
import { isUuid } from "~/kernel/fields";
import { loadTexts } from "~/locales/apart";
import { paths } from "~/paths";
import type { Actor } from "~/policy/actor";
import { Panel } from "~/ui/card";
import type { FormState } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, formValues, parseForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { takeFrom } from "~/web/rate-limits.server";
import { tooMany } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";
import { parseUpload } from "~/web/uploads.server";

await loadTexts("wins", "studio-files");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const [chosen, values] = await Promise.all([
    findChosen(actor, searchParams.getAll("to").filter(isUuid).slice(0, 30), searchParams.getAll("team").filter(isUuid).slice(0, 10)),
    listValueChoices(actor),
  ]);
  return { chosen, values, winId: crypto.randomUUID(), pageTitle: pageTitle(actor.language, "wins:thank.title", company.name) };
}

interface Answer extends FormState {
  chosen: Colleague[];
  found: Colleague[];
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { formData, files, errors: refusals } = await parseUpload(args.request, { fileFields: ["picture"] });
  // Without script: somebody is looked for, added or dropped, and everything else stays as it was typed.
  const step = ["find", "add-person", "add-team", "drop"].find((name) => formData.has(name));
  const form = parseForm(thanksForm, formData);
  if (step) {
    const tooLong = findTooLong(formData, form.ok ? {} : form.errors);
    return keep(actor, formData, tooLong, Object.keys(tooLong).length > 0 ? 422 : 200);
  }
  const errors = { ...(form.ok ? {} : form.errors), ...refusals };
  if (!form.ok || Object.keys(errors).length > 0) return keep(actor, formData, errors, 422);
  const uploaded = files.get("picture")?.bytes;
  const wait = uploaded ? await takeFrom("upload", actor.id) : null;
  if (wait !== null) return tooMany(wait, form.values);
  const done = await attempt(form.values, () => giveThanks(actor, form.value, uploaded));
  if (!done.ok) return keep(actor, formData, done.errors, 422);
  return redirectDone(paths.win(form.value.id), "wins:done.thanked");
}

const LONGEST_SEARCH = 100;

/** Of a form that is not sent off yet nothing is wrong but what is too long to be taken along. */
function findTooLong(formData: FormData, errors: Record<string, string>): Record<string, string> {
  const found = Object.entries(errors).filter(([, message]) => message === "errors:field.tooLong");
  return { ...Object.fromEntries(found), ...(String(formData.get("q") ?? "").length > LONGEST_SEARCH ? { q: "errors:field.tooLong" } : {}) };
}

/** The form again, with everything that was chosen and typed. */
async function keep(actor: Actor, formData: FormData, errors: Record<string, string>, status: number) {
  const dropped = formData.get("drop");
  const idsOf = (kind: string) => [...formData.getAll(kind), ...formData.getAll(`add-${kind}`)].filter((id): id is string => typeof id === "string" && isUuid(id) && id !== dropped).slice(0, 40);
  const words = formData.has("find") ? String(formData.get("q") ?? "") : "";
  const [chosen, found] = await Promise.all([findChosen(actor, idsOf("person"), idsOf("team")), words && !errors.q ? findColleagues(actor, words) : []]);
  const { q, ...values } = formValues(formData);
  return data<Answer>({ chosen, found, errors: words && found.length === 0 ? { q: "wins:thank.notFound", ...errors } : errors, values: words ? { ...values, q: q ?? "" } : values }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export default function Thank() {
  const { chosen, values, winId } = useLoaderData<typeof loader>();
  const state = useActionData<Answer>();
  const { t } = useTranslation();
  return (
    <div className="max-w-2xl">
      <PageHead crumb={{ to: paths.wins(), label: t("wins:title") }} title={t("wins:thank.title")} lead={t("wins:thank.lead")} />
      <Panel>
        <ThankForm winId={winId} chosen={state?.chosen ?? chosen} found={state?.found ?? []} values={values} state={state} />
      </Panel>
    </div>
  );
}
