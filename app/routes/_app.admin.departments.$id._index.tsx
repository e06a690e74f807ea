import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { departmentChoices, getDepartment } from "~/domain/people/department-tree.server";
import { departmentName, renameDepartment } from "~/domain/people/departments.server";
import { ChooseDepartment, RenameDepartment } from "~/domain/people/ui/department-forms";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, formValues, parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [department, departments] = await Promise.all([getDepartment(actor, idParam(args)), departmentChoices(actor.language)]);
  return { department, departments, pageTitle: `${department.name} · ${company.name}` };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const formData = await readForm(args.request);
  const values = formValues(formData);
  const form = parseForm(departmentName, formData);
  const done = form.ok ? await attempt(values, () => renameDepartment(actor, id, form.value)) : form;
  return done.ok ? redirectDone(paths.department(id), "admin-departments:done.renamed") : refused(done.errors, values);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Department() {
  const { department, departments } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const { abilities } = department;
  return (
    <>
      <PageHead
        crumb={{ to: paths.departments(), label: t("admin-departments:title") }}
        title={department.name}
        lead={t("admin-departments:people", { count: department.people })}
        actions={<LinkButton to={paths.people({ department: department.id })}>{t("admin-departments:showPeople")}</LinkButton>}
      />
      <div className="max-w-2xl space-y-5">
        {abilities.rename && <RenameDepartment name={department.name} state={state} />}
        {abilities.move && <ChooseDepartment act="move" department={department} departments={departments} />}
        {abilities.remove && <ChooseDepartment act="close" department={department} departments={departments} />}
      </div>
    </>
  );
}
