import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Filter, MailPlus, PartyPopper, Printer } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { invitePeople } from "~/domain/people/joining/inviting.server";
import { describeJoining, selection } from "~/domain/people/joining/progress.server";
import { JoiningFigures, WaitingList } from "~/domain/people/joining/ui/waiting-list";
import { asDepartmentOptions } from "~/domain/people/ui/department-options";
import { Forbidden } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { canInvitePeople } from "~/policy/people";
import { Button, SubmitButton } from "~/ui/button";
import { FormError, SelectField } from "~/ui/field";
import { EmptyState, PageHead } from "~/ui/page";
import { useNumber } from "~/ui/moment";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

const uuidOf = (value: string | null) => (isUuid(value ?? undefined) ? value! : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const department = uuidOf(searchParams.get("department"));
  const [page, departments] = await Promise.all([
    describeJoining(actor, { department, after: uuidOf(searchParams.get("after")) }),
    departmentChoices(actor.language),
  ]);
  return { ...page, departments, department: department ?? "", timeZone: actor.timeZone, pageTitle: pageTitle(actor.language, "admin-joining:title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  if (!canInvitePeople(actor)) throw new Forbidden("invitation");
  const form = parseForm(selection, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => invitePeople(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.joining({ department: form.value.department }), "admin-joining:done.invited");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Joining() {
  const { counts, people, next, departments, department, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <>
      <PageHead crumb={{ to: paths.people(), label: t("admin-people:title") }} title={t("admin-joining:title")} lead={t("admin-joining:lead")} />
      <Form method="get" action={paths.joining()} key={department} className="mb-5 flex flex-wrap items-end gap-3">
        <SelectField
          label={t("admin-people:department")} name="department" defaultValue={department} className="min-w-0 flex-1 sm:max-w-sm"
          choices={[{ value: "", label: t("admin-people:allDepartments") }, ...asDepartmentOptions(departments)]}
        />
        <Button type="submit" icon={Filter}>
          {t("admin-joining:show")}
        </Button>
      </Form>
      <JoiningFigures counts={counts} />
      <FormError state={state} />
      <div className="my-5 flex flex-wrap gap-2.5">
        {counts.withMail > 0 && (
          <Form method="post">
            <input type="hidden" name="department" value={department} />
            <SubmitButton icon={MailPlus} busy={t("admin-joining:inviting")}>
              {t("admin-joining:inviteAll", { count: counts.withMail, shown: number(counts.withMail) })}
            </SubmitButton>
          </Form>
        )}
        {counts.forCards > 0 && (
          <Form method="post" action={paths.joinCards()} reloadDocument>
            <input type="hidden" name="department" value={department} />
            <Button type="submit" icon={Printer}>
              {t("admin-joining:printAll", { count: counts.forCards, shown: number(counts.forCards) })}
            </Button>
          </Form>
        )}
      </div>
      {people.length > 0 ? (
        <WaitingList people={people} timeZone={timeZone} />
      ) : (
        <EmptyState icon={PartyPopper} title={t("admin-joining:empty.title")}>
          {t("admin-joining:empty.text")}
        </EmptyState>
      )}
      {next && (
        <p className="mt-5">
          <Link to={paths.joining({ department, after: next })} className="link">
            {t("admin-people:next")}
          </Link>
        </p>
      )}
    </>
  );
}
