import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { createDepartment, newDepartment } from "~/domain/people/departments.server";
import { getDepartmentTree } from "~/domain/people/department-tree.server";
import { asDepartmentOptions } from "~/domain/people/ui/department-options";
import { DepartmentTree } from "~/domain/people/ui/department-tree";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, SelectField, TextField } from "~/ui/field";
import { PageHead, WithRail } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return {
    departments: await getDepartmentTree(actor),
    pageTitle: pageTitle(actor.language, "admin-departments:title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(newDepartment, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => createDepartment(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.departments(), "admin-departments:done.added");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Departments() {
  const { departments } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("admin-departments:title")} lead={t("admin-departments:lead")} />
      <WithRail
        rail={
          <Panel title={t("admin-departments:add.title")}>
            {departments.length === 1 && <p className="mb-4 text-s text-ink-2">{t("admin-departments:add.first")}</p>}
            <Form method="post" className="space-y-4" key={departments.length}>
              <FormError state={state} />
              <TextField label={t("admin-departments:name")} name="name" state={state} required maxLength={80} autoComplete="off" />
              <SelectField label={t("admin-departments:under")} name="parentId" state={state} choices={asDepartmentOptions(departments)} />
              <SubmitButton busy={t("admin-departments:saving")}>{t("admin-departments:add.submit")}</SubmitButton>
            </Form>
          </Panel>
        }
      >
        <DepartmentTree departments={departments} />
      </WithRail>
    </>
  );
}
