import { Form } from "@remix-run/react";
import { Download, FileUp } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { Moment, useNumber } from "~/ui/moment";
import { KINDS, type Counts, type ImportState } from "../importing/import";

interface Finished {
  id: string;
  state: ImportState;
  counts: Counts;
  finishedAt: string | Date | null;
}

/** What came of it, and the way on with what is left to mend. */
export function ImportResult({ record: { id, state, counts, finishedAt }, timeZone, hasRows }: { record: Finished; timeZone: string; hasRows: boolean }) {
  const { t } = useTranslation();
  const number = useNumber();
  const there = KINDS.filter((kind) => counts[kind]);
  return (
    <Panel title={state === "done" ? t("admin-import:result.done") : t("admin-import:result.abandoned")}>
      {finishedAt && (
        <p className="text-s text-ink-2">
          <Moment at={finishedAt} timeZone={timeZone} />
        </p>
      )}
      {state === "done" && (
        <dl className="mt-4 grid grid-cols-2 gap-4 sm:grid-cols-3">
          {there.map((kind) => (
            <div key={kind}>
              <dd className="text-xl font-bold">{number(counts[kind] ?? 0)}</dd>
              <dt className="text-s text-ink-2">{t(`admin-import:kind.${kind}`)}</dt>
            </div>
          ))}
        </dl>
      )}
      {state === "done" && hasRows && (
        <Form method="post" className="mt-5 space-y-3">
          <p className="text-s">{t("admin-import:result.mend")}</p>
          <div className="flex flex-wrap gap-2.5">
            <LinkButton icon={Download} to={paths.importErrors(id)} reloadDocument download>
              {t("admin-import:decision.download", { count: counts.error ?? 0 })}
            </LinkButton>
            <LinkButton icon={FileUp} to={paths.imports()}>
              {t("admin-import:result.again")}
            </LinkButton>
            <SubmitButton look="quiet" name="act" value="abandon">
              {t("admin-import:result.forget")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Panel>
  );
}
