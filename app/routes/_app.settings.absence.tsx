import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { endAbsence, endedAbsence, nameDeputy, newAbsence } from "~/domain/people/deputies/naming.server";
import { findDeputies, listOwnAbsences, todayOf, type DeputyChoice } from "~/domain/people/deputies/reading.server";
import { AbsenceForm } from "~/domain/people/deputies/ui/absence-form";
import { AbsenceList } from "~/domain/people/deputies/ui/absence-list";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { canNameDeputy } from "~/policy/deputies";
import { Panel } from "~/ui/card";
import type { FormState } from "~/ui/field";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return {
    id: crypto.randomUUID(),
    absences: await listOwnAbsences(actor),
    mayName: canNameDeputy(actor),
    today: todayOf(actor),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-absence:title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const body = await readForm(args.request);
  if (body.has("absence")) {
    const ended = parseForm(endedAbsence, body);
    if (!ended.ok) throw new NotFound("absence");
    await endAbsence(actor, ended.value.absence);
    return redirectDone(paths.absences(), "studio-absence:done.ended");
  }
  if (!canNameDeputy(actor)) throw new NotFound("absence");
  const form = parseForm(newAbsence, body);
  if (!form.ok) return refused(form.errors, form.values);
  const { deputy, deputyId, ...span } = form.value;
  const found = await attempt(form.values, async () => (deputyId ? [{ id: deputyId }] : findDeputies(actor, deputy)));
  if (!found.ok) return refused(found.errors, found.values);
  // Several of this name: the page asks which one, with everything that was typed.
  if (found.result.length > 1) return data({ errors: { deputyId: "studio-absence:error.several" }, values: form.values, choices: found.result as DeputyChoice[] }, { status: 422 });
  const done = await attempt(form.values, () => nameDeputy(actor, { ...span, deputyId: found.result[0]!.id }));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.absences(), "studio-absence:done.named");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export default function Absences() {
  const { id, absences, mayName, today, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<FormState & { choices?: DeputyChoice[] }>();
  const { t } = useTranslation();
  return (
    <div className="space-y-5">
      {absences.length > 0 && <AbsenceList absences={absences} timeZone={timeZone} />}
      {mayName && (
        <Panel title={t("studio-absence:new")}>
          <p className="mb-4 text-s text-ink-2">{t("studio-absence:lead")}</p>
          <AbsenceForm key={id} id={id} today={today} state={state} choices={state?.choices ?? []} />
        </Panel>
      )}
    </div>
  );
}
