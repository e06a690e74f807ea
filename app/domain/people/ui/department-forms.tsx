import { Form } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, SelectField, TextField, type FormState } from "~/ui/field";
import { asDepartmentOptions } from "./department-options";

/** What the action answered to this form of the page, which its button names. */
function answerTo(act: string, state: FormState | undefined): FormState | undefined {
  return state?.values?.act === act ? state : undefined;
}

export function RenameDepartment({ name, state }: { name: string; state?: FormState }) {
  const { t } = useTranslation();
  const own = answerTo("rename", state);
  return (
    <Panel title={t("admin-departments:rename.title")}>
      <Form method="post" className="space-y-4" key={name}>
        <FormError state={own} />
        <TextField label={t("admin-departments:name")} name="name" state={own} defaultValue={name} required maxLength={80} autoComplete="off" />
        <SubmitButton look="secondary" name="act" value="rename" busy={t("admin-departments:saving")}>{t("admin-departments:rename.submit")}</SubmitButton>
      </Form>
    </Panel>
  );
}

interface ChooseProps {
  act: "move" | "close";
  department: { id: string; parentId: string | null };
  departments: readonly { id: string; name: string; parentId: string | null; depth: number }[];
}

/** Where it goes; the next page shows what changes before anything does. */
export function ChooseDepartment({ act, department, departments }: ChooseProps) {
  const { t } = useTranslation();
  const isMove = act === "move";
  return (
    <Panel title={t(`admin-departments:${act}.title`)}>
      <Form method="get" action={isMove ? paths.departmentMove(department.id) : paths.departmentClosing(department.id)} className="space-y-4" key={department.parentId}>
        <SelectField
          label={isMove ? t("admin-departments:under") : t("admin-departments:close.into")}
          hint={t(`admin-departments:${act}.hint`)}
          name={isMove ? "to" : "into"}
          defaultValue={department.parentId ?? ""}
          choices={asDepartmentOptions(outside(departments, department.id))}
        />
        <Button type="submit">{t("admin-departments:change.look")}</Button>
      </Form>
    </Panel>
  );
}

/** All but the department and what lies under it. In tree order, so that a parent comes before its children. */
function outside<T extends { id: string; parentId: string | null }>(departments: readonly T[], id: string): T[] {
  const within = new Set([id]);
  for (const each of departments) if (each.parentId && within.has(each.parentId)) within.add(each.id);
  return departments.filter((each) => !within.has(each.id));
}
