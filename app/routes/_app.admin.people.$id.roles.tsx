import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { viewPerson } from "~/domain/audit/viewing.server";
import { grantRole, newGrant, oldGrant, revokeRole } from "~/domain/people/roles.server";
import { asDepartmentOptions } from "~/domain/people/ui/department-options";
import { GrantList } from "~/domain/people/ui/grant-list";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { GRANTED_ROLES } from "~/policy/people";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, SelectField } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, formValues, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [person, departments] = await Promise.all([viewPerson(actor, idParam(args)), departmentChoices(actor.language)]);
  if (!person.abilities.changeRoles) throw new NotFound("roles");
  return { person, departments, roles: GRANTED_ROLES, pageTitle: pageTitle(actor.language, "admin-people:roles.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const formData = await readForm(args.request);
  const values = formValues(formData);
  if ("grantId" in values) {
    const form = parseForm(oldGrant, formData);
    const done = form.ok ? await attempt(values, () => revokeRole(actor, id, form.value)) : form;
    return done.ok ? redirectDone(paths.personRoles(id), "admin-people:done.revoked") : refused(done.errors, values);
  }
  const form = parseForm(newGrant, formData);
  const done = form.ok ? await attempt(values, () => grantRole(actor, id, form.value)) : form;
  return done.ok ? redirectDone(paths.personRoles(id), "admin-people:done.granted") : refused(done.errors, values);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Roles() {
  const { person, departments, roles } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const name = `${person.givenName} ${person.familyName}`;
  return (
    <>
      <PageHead crumb={{ to: paths.person(person.id), label: name }} title={t("admin-people:roles.of", { name })} lead={t("admin-people:roles.lead")} />
      <div className="max-w-2xl space-y-5">
        <FormError state={state} />
        <GrantList grants={person.grants} />
        <Panel title={t("admin-people:roles.give")}>
          <Form method="post" className="space-y-5" key={person.grants.length}>
            <SelectField label={t("admin-people:roles.role")} name="role" state={state} choices={roles.map((value) => ({ value, label: t(`admin-people:role.${value}.offer`) }))} />
            <SelectField
              label={t("admin-people:roles.scope")}
              hint={t("admin-people:roles.scopeHint")}
              name="departmentId"
              state={state}
              choices={[{ value: "", label: t("admin-people:roles.everywhere") }, ...asDepartmentOptions(departments)]}
            />
            <SubmitButton busy={t("admin-people:saving")}>{t("admin-people:roles.submit")}</SubmitButton>
          </Form>
        </Panel>
      </div>
    </>
  );
}
