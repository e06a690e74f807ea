import { Form } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";

export interface Grant {
  id: string;
  role: string;
  departmentId: string | null;
  departmentName: string | null;
}

/** "Publisher, in Operations" */
export function GrantName({ grant: { role, departmentName } }: { grant: Grant }) {
  const { t } = useTranslation();
  const name = t(`admin-people:role.${role}.name`);
  return <>{departmentName ? t("admin-people:roles.within", { role: name, department: departmentName }) : name}</>;
}

/** The roles somebody has, each with the way to take it back. */
export function GrantList({ grants }: { grants: Grant[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("admin-people:roles.has")}>
      {grants.length === 0 && <p className="text-s text-ink-2">{t("admin-people:rail.noRoles")}</p>}
      <ul className="divide-y divide-line">
        {grants.map((grant) => (
          <li key={grant.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
            <div className="min-w-0">
              <p className="font-medium">
                <GrantName grant={grant} />
              </p>
              <p className="text-xs text-ink-2">{t(`admin-people:role.${grant.role}.may`)}</p>
            </div>
            <Form method="post">
              <SubmitButton look="secondary" name="grantId" value={grant.id}>
                {t("admin-people:roles.revoke")}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
