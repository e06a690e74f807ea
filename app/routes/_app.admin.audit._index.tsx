import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Download, FileSearch, Search } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { describeAudit, listAudit, readAuditFilter } from "~/domain/audit/reading.server";
import { actionName, kindText } from "~/domain/audit/sentence";
import { AuditList } from "~/domain/audit/ui/audit-list";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { SelectField, TextField } from "~/ui/field";
import { useNumber } from "~/ui/moment";
import { EmptyState, PageHead, WithRail } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const filter = readAuditFilter(searchParams);
  const [page, record] = await Promise.all([listAudit(actor, filter, searchParams.get("after")), describeAudit(actor)]);
  return { ...page, ...record, filter, timeZone: actor.timeZone, pageTitle: pageTitle(actor.language, "admin-audit:title", company.name) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Audit() {
  const { items, next, actions, kinds, head, filter, timeZone } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const number = useNumber();
  const isFiltered = Object.values(filter).some(Boolean);
  const collator = new Intl.Collator(i18n.language);
  const choices = (all: string, each: string[], name: typeof kindText) => [
    { value: "", label: t(all) },
    ...each.map((value) => ({ value, label: name(i18n, value) })).sort((one, other) => collator.compare(one.label, other.label)),
  ];
  return (
    <>
      <PageHead title={t("admin-audit:title")} lead={t("admin-audit:lead")} />
      <Form method="get" action={paths.audit()} role="search" key={JSON.stringify(filter)} className="mb-5 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <TextField label={t("admin-audit:filter.who")} type="search" name="who" defaultValue={filter.who} maxLength={100} autoComplete="off" />
        <SelectField label={t("admin-audit:filter.action")} name="action" defaultValue={filter.action} choices={choices("admin-audit:filter.everything", actions, actionName)} />
        <SelectField label={t("admin-audit:filter.kind")} name="kind" defaultValue={filter.kind} choices={choices("admin-audit:filter.anything", kinds, kindText)} />
        <TextField label={t("admin-audit:filter.words")} type="search" name="q" defaultValue={filter.q} maxLength={100} autoComplete="off" />
        <TextField label={t("admin-audit:filter.from")} type="date" name="from" defaultValue={filter.from} />
        <TextField label={t("admin-audit:filter.to")} type="date" name="to" defaultValue={filter.to} />
        <Button type="submit" icon={Search}>
          {t("admin-audit:filter.find")}
        </Button>
        {isFiltered && <LinkButton look="quiet" to={paths.audit()}>{t("admin-audit:filter.clear")}</LinkButton>}
      </Form>
      <WithRail
        rail={
          <Panel title={t("admin-audit:export.title")}>
            <p className="mb-3">{t("admin-audit:export.lead")}</p>
            <Form method="post" action={paths.auditExport()} reloadDocument className="flex flex-col gap-2.5">
              {Object.entries(filter).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
              <Button type="submit" name="format" value="csv" icon={Download}>
                {t("admin-audit:export.csv")}
              </Button>
              <Button type="submit" name="format" value="jsonl" icon={Download}>
                {t("admin-audit:export.jsonl")}
              </Button>
            </Form>
            {head && (
              <p className="mt-4 [overflow-wrap:anywhere]">
                {t("admin-audit:export.head", { position: number(head.seq) })} <code className="text-xs">{head.hash}</code>
              </p>
            )}
          </Panel>
        }
      >
        {items.length > 0 ? <AuditList items={items} timeZone={timeZone} /> : <EmptyState icon={FileSearch} title={t("admin-audit:empty")}>{t("admin-audit:emptyText")}</EmptyState>}
        {next && (
          <Link to={paths.audit({ ...filter, after: next })} className="link">
            {t("shell:older")}
          </Link>
        )}
      </WithRail>
    </>
  );
}
