import { Form } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
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

interface Move {
  department: { id: string; parentId: string | null };
  departments: { id: string; name: string; parentId: string | null; depth: number }[];
  state?: FormState;
}

export function MoveDepartment({ department, departments, state }: Move) {
  const { t } = useTranslation();
  const own = answerTo("move", state);
  return (
    <Panel title={t("admin-departments:move.title")}>
      <Form method="post" className="space-y-4" key={department.parentId}>
        <FormError state={own} />
        <SelectField
          label={t("admin-departments:under")}
          hint={t("admin-departments:move.hint")}
          name="parentId"
          state={own}
          defaultValue={department.parentId ?? ""}
          choices={asDepartmentOptions(departments.filter(({ id }) => id !== department.id))}
        />
        <SubmitButton look="secondary" name="act" value="move" busy={t("admin-departments:saving")}>{t("admin-departments:move.submit")}</SubmitButton>
      </Form>
    </Panel>
  );
}

interface Removal {
  department: { people: number; departments: number; roles: number };
  state?: FormState;
}

/** What stands in the way is said before anybody tries. */
export function RemoveDepartment({ department: { people, departments, roles }, state }: Removal) {
  const { t } = useTranslation();
  const blocks = [
    people > 0 && t("admin-departments:remove.people", { count: people }),
    departments > 0 && t("admin-departments:remove.departments", { count: departments }),
    roles > 0 && t("admin-departments:remove.roles", { count: roles }),
  ].filter((block) => block !== false);
  return (
    <Panel title={t("admin-departments:remove.title")}>
      {blocks.length > 0 ? (
        <>
          <p className="text-s">{t("admin-departments:remove.blocked")}</p>
          <ul className="mt-2 list-disc pl-5 text-s text-ink-2">
            {blocks.map((block) => (
              <li key={block}>{block}</li>
            ))}
          </ul>
        </>
      ) : (
        <Form method="post" className="space-y-4">
          <FormError state={answerTo("remove", state)} />
          <p className="text-s">{t("admin-departments:remove.text")}</p>
          <SubmitButton look="danger" icon={Trash2} name="act" value="remove" busy={t("admin-departments:saving")}>{t("admin-departments:remove.submit")}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}
