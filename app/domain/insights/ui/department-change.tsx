import { useTranslation } from "~/locales/texts";
import { Panel } from "~/ui/card";
import type { DepartmentChange } from "../department-change-preview.server";

/** What changes for whom, said before anything does: one sentence for each matter that is touched. */
export function DepartmentChangeList({ change, isClosing }: { change: DepartmentChange; isClosing: boolean }) {
  const { t } = useTranslation();
  const say = (key: string, count: number) => (count > 0 ? [t(`admin-departments:change.${key}`, { count })] : []);
  const lines = [
    t("admin-departments:change.people", { count: change.people }),
    ...say("guests", change.guests),
    ...(isClosing ? say("departments", change.departments) : []),
    ...say("messagesGained", change.messagesGained),
    ...say("messagesLost", change.messagesLost),
    ...say("postsGained", change.postsGained),
    ...say("postsLost", change.postsLost),
    ...say("rolesGained", change.rolesGained),
    ...say("rolesLost", change.rolesLost),
    ...(isClosing ? say("rules", change.rules) : []),
    ...(change.locations.length > 0 ? [t("admin-departments:change.locations", { locations: change.locations.join(", ") })] : []),
    t("admin-departments:change.figures"),
  ];
  return (
    <Panel title={t("admin-departments:change.title")}>
      <ul className="list-disc space-y-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}
