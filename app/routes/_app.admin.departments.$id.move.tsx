import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { previewDepartmentChange } from "~/domain/insights/department-change-preview.server";
import { DepartmentChangeList } from "~/domain/insights/ui/department-change";
import { getDepartment } from "~/domain/people/department-tree.server";
import { departmentPlace, moveDepartment } from "~/domain/people/departments.server";
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
  const asked = new URL(args.request.url).searchParams.get("to") ?? department.parentId ?? "";
  if (!department.abilities.move || !isUuid(asked)) throw new NotFound("place");
  const [to, change] = await Promise.all([getDepartment(actor, asked), previewDepartmentChange(actor, department.id, asked, "move")]);
  return { department, to, change, pageTitle: `${department.name} · ${company.name}` };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const form = parseForm(departmentPlace, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => moveDepartment(actor, id, form.value));
  return done.ok ? redirectDone(paths.department(id), "admin-departments:done.moved") : refused({ "": Object.values(done.errors)[0]! }, done.values);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function MoveDepartment() {
  const { department, to, change } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.department(department.id), label: department.name }} title={t("admin-departments:move.to", { name: department.name, to: to.name })} />
      <div className="max-w-2xl space-y-5">
        <DepartmentChangeList change={change} isClosing={false} />
        <Form method="post" className="space-y-4">
          <FormError state={state} />
          <input type="hidden" name="parentId" value={to.id} />
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton busy={t("admin-departments:saving")}>{t("admin-departments:move.submit")}</SubmitButton>
            <LinkButton look="quiet" to={paths.department(department.id)}>
              {t("admin-people:cancel")}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  );
}
