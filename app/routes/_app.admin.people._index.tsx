import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { DoorOpen, FileUp, Handshake, MonitorSmartphone, Search, UserPlus, Users } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { countPeople, listPeople } from "~/domain/people/directory.server";
import { asDepartmentOptions } from "~/domain/people/ui/department-options";
import { PeopleTable } from "~/domain/people/ui/people-table";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { EmptyState, PageHead } from "~/ui/page";
import { useNumber } from "~/ui/moment";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const department = searchParams.get("department") ?? "";
  const filter = { q: (searchParams.get("q") ?? "").slice(0, 100), departmentId: isUuid(department) ? department : undefined };
  const [page, count, departments] = await Promise.all([
    listPeople(actor, { ...filter, after: searchParams.get("after") ?? undefined }),
    countPeople(actor, filter),
    departmentChoices(actor.language),
  ]);
  return {
    ...page,
    count,
    departments,
    q: filter.q,
    department: filter.departmentId ?? "",
    pageTitle: pageTitle(actor.language, "admin-people:title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function People() {
  const { people, next, count, departments, q, department } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const number = useNumber();
  const isFiltered = Boolean(q || department);
  return (
    <>
      <PageHead
        title={t("admin-people:title")}
        lead={`${t("admin-people:count", { count: count.people, shown: number(count.people) })} ${t("admin-people:withoutMail", { count: count.withoutMail, shown: number(count.withoutMail) })}`}
        actions={
          <>
            <LinkButton look="quiet" to={paths.formerPeople()}>
              {t("admin-people:former.title")}
            </LinkButton>
            <LinkButton icon={Handshake} to={paths.guests()}>
              {t("admin-guests:title")}
            </LinkButton>
            <LinkButton icon={FileUp} to={paths.imports()}>
              {t("admin-import:title")}
            </LinkButton>
            <LinkButton icon={DoorOpen} to={paths.joining()}>
              {t("admin-joining:title")}
            </LinkButton>
            <LinkButton icon={MonitorSmartphone} to={paths.kiosks()}>
              {t("admin-joining:kiosks.title")}
            </LinkButton>
            <LinkButton look="primary" icon={UserPlus} to={paths.newPerson()}>
              {t("admin-people:add")}
            </LinkButton>
          </>
        }
      />
      <Form method="get" action={paths.people()} role="search" key={`${q} ${department}`} className="mb-5 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_auto]">
        <TextField label={t("admin-people:search")} type="search" name="q" defaultValue={q} maxLength={100} autoComplete="off" />
        <SelectField
          label={t("admin-people:department")}
          name="department"
          defaultValue={department}
          choices={[{ value: "", label: t("admin-people:allDepartments") }, ...asDepartmentOptions(departments)]}
        />
        <Button type="submit" icon={Search}>
          {t("admin-people:find")}
        </Button>
      </Form>
      {people.length > 0 ? (
        <PeopleTable people={people} />
      ) : (
        <EmptyState
          icon={Users}
          title={t("admin-people:empty.title")}
          action={isFiltered && <LinkButton to={paths.people()}>{t("admin-people:empty.all")}</LinkButton>}
        >
          {t("admin-people:empty.text")}
        </EmptyState>
      )}
      {next && (
        <p className="mt-5">
          <Link to={paths.people({ q, department, after: next })} className="link">
            {t("admin-people:next")}
          </Link>
        </p>
      )}
    </>
  );
}
