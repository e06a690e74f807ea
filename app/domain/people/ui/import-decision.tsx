import { Form } from "@remix-run/react";
import { Download, UploadCloud } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { CheckField, FormError, TextField, type FormState } from "~/ui/field";
import { useNumber } from "~/ui/moment";
import type { MappedHeader } from "../importing/columns";
import type { Counts } from "../importing/import";

interface Ready {
  id: string;
  counts: Counts;
  newDepartments: string[];
  isManyLeavers: boolean;
}

/** What will be done, what has to be said for it, and the two ways on. */
export function ImportDecision({ ready: { id, counts, newDepartments, isManyLeavers }, state }: { ready: Ready; state?: FormState }) {
  const { t } = useTranslation();
  const number = useNumber();
  const does = (counts.new ?? 0) + (counts.changed ?? 0) + (counts.moved ?? 0) + (counts.leaver ?? 0);
  return (
    <Panel title={does > 0 ? t("admin-import:decision.title") : t("admin-import:decision.nothing")}>
      {does === 0 && <p className="mb-4 text-ink-2">{t("admin-import:decision.nothingText")}</p>}
      {newDepartments.length > 0 && (
        <details className="mb-4">
          <summary className="cursor-pointer font-medium">{t("admin-import:decision.departments", { count: newDepartments.length })}</summary>
          <ul className="mt-2 list-disc pl-5">
            {newDepartments.slice(0, 100).map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </details>
      )}
      {counts.error ? (
        <p className="mb-4">
          <LinkButton icon={Download} to={paths.importErrors(id)} reloadDocument download>
            {t("admin-import:decision.download", { count: counts.error })}
          </LinkButton>
        </p>
      ) : null}
      <Form method="post" className="space-y-4">
        <FormError state={state} />
        {counts.error && does > 0 ? <CheckField name="goOn" state={state} label={t("admin-import:decision.goOn", { count: counts.error })} /> : null}
        {isManyLeavers && (
          <TextField name="leavers" state={state} inputMode="numeric" autoComplete="off" label={t("admin-import:decision.leavers", { count: counts.leaver, shown: number(counts.leaver ?? 0) })} hint={t("admin-import:decision.leaversHint")} />
        )}
        <div className="flex flex-wrap gap-2.5">
          {does > 0 && (
            <SubmitButton icon={UploadCloud} name="act" value="apply" busy={t("admin-import:decision.busy")}>
              {t("admin-import:decision.apply", { count: does, shown: number(does) })}
            </SubmitButton>
          )}
          <SubmitButton look={does > 0 ? "quiet" : "secondary"} name="act" value="abandon">
            {does > 0 ? t("admin-import:decision.abandon") : t("admin-import:decision.close")}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}

/** What each header of the file was taken for. */
export function ImportColumns({ columns, encoding }: { columns: readonly MappedHeader[]; encoding: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="mb-2">{t("admin-import:columns.title")}</h2>
      <dl className="space-y-1.5">
        {columns.map(({ header, column }, index) => (
          <div key={index} className="flex flex-wrap justify-between gap-x-3">
            <dt className="[overflow-wrap:anywhere]">{header || "–"}</dt>
            <dd className="text-ink-2">{column ? t(`admin-import:column.${column}`) : t("admin-import:columns.leftOut")}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-xs text-ink-2">{t("admin-import:columns.encoding", { encoding })}</p>
    </section>
  );
}
