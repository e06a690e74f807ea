import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { abandonImport, applyImport, applying, areManyLeavers } from "~/domain/people/importing/deciding.server";
import { KINDS } from "~/domain/people/importing/import";
import { activeFor, getImport, listImportRows } from "~/domain/people/importing/reading.server";
import { ImportColumns, ImportDecision } from "~/domain/people/ui/import-decision";
import { ImportProgress } from "~/domain/people/ui/import-progress";
import { ImportResult } from "~/domain/people/ui/import-result";
import { ImportRows } from "~/domain/people/ui/import-rows";
import { paths } from "~/paths";
import { LinkTabs, PageHead, WithRail } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = idParam(args);
  const search = new URL(args.request.url).searchParams;
  const record = await getImport(actor, id);
  const kind = KINDS.find((one) => one === search.get("kind")) ?? null;
  const after = Math.min(Math.max(Math.trunc(Number(search.get("after"))) || 0, 0), 2_000_000);
  const [page, active] = await Promise.all([
    record.state === "ready" || record.state === "done" ? listImportRows(actor, id, kind, after) : { rows: [], next: null },
    activeFor(record),
  ]);
  return { record, kind, ...page, isManyLeavers: areManyLeavers(record.counts.leaver ?? 0, active), timeZone: actor.timeZone, pageTitle: `${record.fileName} · ${company.name}` };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const form = parseForm(applying, await readForm(args.request));
  if (form.values.act === "abandon") {
    await abandonImport(actor, id);
    return redirectDone(paths.imports(), "admin-import:done.abandoned");
  }
  const done = form.ok ? await attempt(form.values, () => applyImport(actor, id, form.value)) : form;
  return done.ok ? redirectDone(paths.import(id), "admin-import:done.started") : refused(done.errors, form.values);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Import() {
  const { record, kind, rows, next, isManyLeavers, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const { id, counts } = record;
  const all = KINDS.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const tabs = [
    { to: paths.import(id), label: t("admin-import:tab.all", { count: all }), current: kind === null },
    ...KINDS.filter((one) => counts[one]).map((one) => ({ to: paths.import(id, { kind: one }), label: t(`admin-import:count.${one}`, { count: counts[one] }), current: kind === one })),
  ];
  return (
    <>
      <PageHead crumb={{ to: paths.imports(), label: t("admin-import:title") }} title={record.fileName} lead={t(`admin-import:about.${record.state}`)} />
      {(record.state === "checking" || record.state === "applying") && <ImportProgress running={{ ...record, state: record.state }} here={paths.import(id)} />}
      {record.state === "ready" && (
        <WithRail rail={<><ImportDecision ready={{ ...record, isManyLeavers }} state={state} /><ImportColumns columns={record.columns} encoding={record.encoding} /></>}>
          <LinkTabs label={t("admin-import:tab.label")} tabs={tabs} />
          <ImportRows rows={rows} />
          {next && <Link to={paths.import(id, { kind: kind ?? undefined, after: String(next) })} className="link">{t("admin-people:next")}</Link>}
        </WithRail>
      )}
      {(record.state === "done" || record.state === "abandoned") && (
        <div className="max-w-3xl space-y-5">
          <ImportResult record={record} timeZone={timeZone} hasRows={rows.length > 0} />
          {rows.length > 0 && <ImportRows rows={rows} />}
          {next && <Link to={paths.import(id, { after: String(next) })} className="link">{t("admin-people:next")}</Link>}
        </div>
      )}
    </>
  );
}
