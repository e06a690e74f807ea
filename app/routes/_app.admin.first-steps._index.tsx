import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { arrangeFirstRun, firstRunForm } from "~/domain/company/first-run.server";
import { getGuide } from "~/domain/first-run/guide.server";
import { StarterPanel } from "~/domain/first-run/ui/starter-panel";
import { StepList } from "~/domain/first-run/ui/step-list";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { useNumber } from "~/ui/moment";
import { PageHead, WithRail } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return {
    ...(await getGuide(actor)),
    isAway: !company.isFirstRun,
    companyName: company.shortName,
    pageTitle: pageTitle(actor.language, "admin-first-steps:title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(firstRunForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  await arrangeFirstRun(actor, form.value);
  return form.value.act === "putAway" ? redirectDone(paths.companySettings(), "admin-first-steps:done.putAway") : redirectDone(paths.firstSteps(), "admin-first-steps:done.takenUp");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function FirstSteps() {
  const { steps, starters, mayWrite, isAway, companyName } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const number = useNumber();
  const done = steps.filter(({ isDone }) => isDone).length;
  const isReady = done === steps.length;
  return (
    <>
      <PageHead title={t("admin-first-steps:title")} lead={isReady ? t("admin-first-steps:ready", { company: companyName }) : t("admin-first-steps:lead", { company: companyName })} />
      <WithRail
        rail={
          <>
            {starters.length > 0 && <StarterPanel starters={starters} mayWrite={mayWrite} />}
            <Panel title={t("admin-first-steps:guide.title")}>
              <p className="mb-3 text-s text-ink-2">{t(isAway ? "admin-first-steps:guide.away" : "admin-first-steps:guide.here")}</p>
              <Form method="post">
                <input type="hidden" name="act" value={isAway ? "takeUp" : "putAway"} />
                <SubmitButton look="secondary">{t(isAway ? "admin-first-steps:guide.takeUp" : "admin-first-steps:guide.putAway")}</SubmitButton>
              </Form>
            </Panel>
          </>
        }
      >
        <p className="text-s font-semibold text-ink-2">{t("admin-first-steps:progress", { done: number(done), total: number(steps.length) })}</p>
        <StepList steps={steps} mayWrite={mayWrite} />
      </WithRail>
    </>
  );
}
