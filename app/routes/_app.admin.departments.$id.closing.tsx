import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { previewDepartmentChange } from "~/domain/insights/department-change-preview.server";
import { DepartmentChangeList } from "~/domain/insights/ui/department-change";
import { closeDepartment, departmentClosing } from "~/domain/people/closing-departments.server";
import { getDepartment } from "~/domain/people/department-tree.server";
import { ClosingChoices } from "~/domain/people/ui/closing-choices";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { FormError } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const department = await getDepartment(actor, idParam(args));
  const asked = new URL(args.request.url).searchParams.get("into") ?? department.parentId ?? "";
  if (!department.abilities.remove || !isUuid(asked)) throw new NotFound("place");
  const [into, change] = await Promise.all([getDepartment(actor, asked), previewDepartmentChange(actor, department.id, asked, "close")]);
  return { department, into, change, pageTitle: `${department.name} · ${company.name}` };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(departmentClosing, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => closeDepartment(actor, idParam(args), form.value));
  if (!done.ok) return refused({ ...done.errors, "": done.errors.intoId ?? done.errors[""] ?? "errors:field.invalid" }, done.values);
  return redirectDone(paths.department(form.value.intoId), "admin-departments:done.closed");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function CloseDepartment() {
  const { department, into, change } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.department(department.id), label: department.name }} title={t("admin-departments:close.of", { name: department.name, into: into.name })} lead={t("admin-departments:close.lead")} />
      <div className="max-w-2xl space-y-5">
        <DepartmentChangeList change={change} isClosing />
        <Form method="post" className="space-y-5">
          <FormError state={state} />
          <input type="hidden" name="intoId" value={into.id} />
          <ClosingChoices change={change} into={into.name} state={state} />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton look="danger" icon={Trash2} busy={t("admin-departments:saving")}>{t("admin-departments:close.submit")}</SubmitButton>
            <LinkButton look="quiet" to={paths.department(department.id)}>
              {t("admin-people:cancel")}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  );
}
