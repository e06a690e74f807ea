import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { addPerson } from "~/domain/people/joining.server";
import { locationChoices } from "~/domain/people/locations.server";
import { personDetails } from "~/domain/people/person-fields";
import { PersonFields } from "~/domain/people/ui/person-fields";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { canAddPeople } from "~/policy/people";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!canAddPeople(actor)) throw new NotFound("people");
  const [departments, locations] = await Promise.all([departmentChoices(actor.language), locationChoices(actor.language)]);
  return {
    choices: { departments, locations, languages: company.languages },
    department: new URL(args.request.url).searchParams.get("department") ?? "",
    language: company.language,
    pageTitle: pageTitle(actor.language, "admin-people:new.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(personDetails, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => addPerson(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.person(done.result), "admin-people:done.added");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function NewPerson() {
  const { choices, department, language } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.people(), label: t("admin-people:title") }} title={t("admin-people:new.title")} lead={t("admin-people:new.lead")} />
      <Panel className="max-w-2xl">
        <Form method="post" className="space-y-5">
          <FormError state={state} />
          <PersonFields state={state} choices={choices} stored={{ departmentId: department, language }} />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton busy={t("admin-people:saving")}>{t("admin-people:new.submit")}</SubmitButton>
            <LinkButton look="quiet" to={paths.people()}>
              {t("admin-people:cancel")}
            </LinkButton>
          </div>
        </Form>
      </Panel>
    </>
  );
}
