import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { listMilestoneSettings, milestoneForm, setMilestone } from "~/domain/wins/milestones.server";
import { ArrangingHead } from "~/domain/wins/ui/arranging-tabs";
import { Forbidden } from "~/kernel/errors";
import { paths } from "~/paths";
import { canArrangeWins } from "~/policy/wins";
import { SubmitButton } from "~/ui/button";
import { Chip, Panel } from "~/ui/card";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { kinds: await listMilestoneSettings(actor), pageTitle: pageTitle(actor.language, "studio-wins:milestones.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  if (!canArrangeWins(actor)) throw new Forbidden("milestones");
  const form = parseForm(milestoneForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  await setMilestone(actor, form.value);
  return redirectDone(paths.milestones(), form.value.isOn ? "studio-wins:done.switchedOn" : "studio-wins:done.switchedOff");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Milestones() {
  const { kinds } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <ArrangingHead title={t("studio-wins:milestones.title")} lead={t("studio-wins:milestones.lead")} />
      <div className="max-w-3xl space-y-4">
        {kinds.map(({ kind, isOn }) => (
          <Panel key={kind} title={<span className="flex flex-wrap items-center gap-2">{t(`studio-wins:milestones.name.${kind}`)}<Chip tone={isOn ? "share" : "plain"}>{t(isOn ? "studio-wins:milestones.on" : "studio-wins:milestones.off")}</Chip></span>}>
            <p className="text-s text-ink-2">{t(`studio-wins:milestones.text.${kind}`)}</p>
            <Form method="post" className="mt-3">
              <input type="hidden" name="kind" value={kind} />
              {!isOn && <input type="hidden" name="isOn" value="yes" />}
              <SubmitButton look="secondary" aria-label={t(isOn ? "studio-wins:milestones.switchOffLabel" : "studio-wins:milestones.switchOnLabel", { name: t(`studio-wins:milestones.name.${kind}`) })}>
                {t(isOn ? "studio-wins:milestones.switchOff" : "studio-wins:milestones.switchOn")}
              </SubmitButton>
            </Form>
          </Panel>
        ))}
      </div>
    </>
  );
}
