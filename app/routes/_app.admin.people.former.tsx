import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { UserRoundX } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { formerNamesForm, listFormerPeople, setFormerNames } from "~/domain/people/former-people.server";
import { FormerList } from "~/domain/people/ui/former-list";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, SelectField } from "~/ui/field";
import { EmptyState, PageHead, WithRail } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const after = new URL(args.request.url).searchParams.get("after") ?? undefined;
  return { ...(await listFormerPeople(actor, after)), timeZone: actor.timeZone, pageTitle: pageTitle(actor.language, "admin-people:former.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(formerNamesForm, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  await setFormerNames(actor, form.value);
  return redirectDone(paths.formerPeople(), "admin-people:done.formerNames");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function FormerPeople() {
  const { people, next, hidesNames, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.people(), label: t("admin-people:title") }} title={t("admin-people:former.title")} lead={t("admin-people:former.lead")} />
      <WithRail
        rail={
          <Panel title={t("admin-people:former.rule")}>
            <Form method="post" className="space-y-4" key={String(hidesNames)}>
              <FormError state={state} />
              <SelectField
                label={t("admin-people:former.names")}
                hint={t("admin-people:former.hint")}
                name="names"
                state={state}
                defaultValue={hidesNames ? "hidden" : "kept"}
                choices={[
                  { value: "kept", label: t("admin-people:former.kept") },
                  { value: "hidden", label: t("admin-people:former.hidden") },
                ]}
              />
              <SubmitButton busy={t("admin-people:saving")}>{t("admin-people:details.submit")}</SubmitButton>
            </Form>
          </Panel>
        }
      >
        {people.length > 0 ? (
          <FormerList people={people} timeZone={timeZone} />
        ) : (
          <EmptyState icon={UserRoundX} title={t("admin-people:former.empty")}>
            {t("admin-people:former.emptyText")}
          </EmptyState>
        )}
        {next && (
          <Link to={paths.formerPeople(next)} className="link">
            {t("admin-people:next")}
          </Link>
        )}
      </WithRail>
    </>
  );
}
