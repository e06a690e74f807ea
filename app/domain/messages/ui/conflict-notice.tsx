import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { typed, type FormState } from "~/ui/field";
import type { EditConflict } from "../editing.server";

/** Somebody saved first: their text beside one's own, which still stands in the fields. */
export function ConflictNotice({ conflict, takeTheirs, state }: { conflict: EditConflict; takeTheirs: string; state?: FormState }) {
  const { t } = useTranslation();
  const { theirs } = conflict;
  const differing = (["why", "title", "body"] as const).filter((field) => theirs[field] !== typed(state, field));
  return (
    <section role="alert" className="mb-6 rounded-card border border-danger bg-danger-soft p-5">
      <h2 className="text-danger">{t("studio-messages:conflict.title")}</h2>
      <p className="mt-1 max-w-[70ch] text-s">{t("studio-messages:conflict.text")}</p>
      {differing.length > 0 && (
        <dl className="mt-3 space-y-3">
          {differing.map((field) => (
            <div key={field}>
              <dt className="text-xs font-semibold">{t(`studio-messages:conflict.field.${field}`)}</dt>
              <dd className="mt-1 rounded-field bg-surface p-3 text-s whitespace-pre-line">{theirs[field] || t("studio-messages:conflict.empty")}</dd>
            </div>
          ))}
        </dl>
      )}
      {conflict.isSharedChanged && <p className="mt-3 text-s">{t("studio-messages:conflict.shared")}</p>}
      <p className="mt-3 text-s">
        <Link to={takeTheirs} className="link" reloadDocument>
          {t("studio-messages:conflict.takeTheirs")}
        </Link>
      </p>
    </section>
  );
}
