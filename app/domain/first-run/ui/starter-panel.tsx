import { Form, Link } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { StarterChip } from "~/ui/starter";
import type { Guide } from "../guide.server";

/** The drafts that came with the company, and the one click that takes them all away. */
export function StarterPanel({ starters, mayWrite }: Pick<Guide, "starters" | "mayWrite">) {
  const { t } = useTranslation();
  return (
    <Panel title={t("admin-first-steps:starters.title")}>
      <p className="text-s text-ink-2">{t("admin-first-steps:starters.lead")}</p>
      <ul className="my-3 space-y-3">
        {starters.map(({ id, kind, title }) => (
          <li key={id}>
            {mayWrite ? (
              <Link to={kind === "post" ? paths.postDraft(id) : paths.messageDraft(id)} className="link block min-h-6 font-medium">
                {title}
              </Link>
            ) : (
              <p className="font-medium">{title}</p>
            )}
            <p className="mt-1 flex flex-wrap items-center gap-2 text-xs text-ink-3">
              <StarterChip /> {t(`admin-first-steps:kind.${kind}`)}
            </p>
          </li>
        ))}
      </ul>
      <Form method="post" action={paths.starters()}>
        <SubmitButton look="danger" icon={Trash2} busy={t("admin-first-steps:starters.removing")}>
          {t("admin-first-steps:starters.remove")}
        </SubmitButton>
      </Form>
      <p className="mt-2 text-xs text-ink-3">{t("admin-first-steps:starters.removeHint")}</p>
    </Panel>
  );
}
