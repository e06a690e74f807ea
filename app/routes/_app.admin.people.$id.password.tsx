import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { issuePassword } from "~/domain/people/credentials.server";
import { viewPerson } from "~/domain/audit/viewing.server";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { idParam } from "~/web/params.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const person = await viewPerson(actor, idParam(args));
  if (!person.abilities.issuePassword) throw new NotFound("password");
  const { id, givenName, familyName, email, personnelNumber, hasPassword } = person;
  return {
    person: { id, name: `${givenName} ${familyName}`, identifier: personnelNumber ?? email, hasPassword },
    pageTitle: pageTitle(actor.language, "admin-people:password.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  // Shown on this one answer, which nothing keeps; it stands in no address and no table.
  return data({ issued: await issuePassword(actor, idParam(args)) }, { headers: { "Cache-Control": "no-store" } });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function IssuePassword() {
  const { person } = useLoaderData<typeof loader>();
  const issued = useActionData<typeof action>()?.issued;
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.person(person.id), label: person.name }} title={t("admin-people:password.title")} lead={t("admin-people:password.lead", { name: person.name })} />
      <Panel className="max-w-2xl" title={issued ? t("admin-people:password.issued") : undefined}>
        {issued ? (
          <div role="status" className="space-y-4">
            <dl className="space-y-3">
              <div>
                <dt className="text-s text-ink-2">{t("admin-people:password.identifier")}</dt>
                <dd className="text-l font-semibold">{person.identifier}</dd>
              </div>
              <div>
                <dt className="text-s text-ink-2">{t("admin-people:password.password")}</dt>
                <dd className="font-mono text-l font-semibold break-all select-all">{issued}</dd>
              </div>
            </dl>
            <p className="text-s text-ink-2">{t("admin-people:password.once")}</p>
            <LinkButton to={paths.person(person.id)}>{t("admin-people:password.back")}</LinkButton>
          </div>
        ) : (
          <Form method="post" className="space-y-4">
            <p>{person.hasPassword ? t("admin-people:password.replaces") : t("admin-people:password.first")}</p>
            <SubmitButton icon={KeyRound} busy={t("admin-people:saving")}>
              {t("admin-people:password.submit")}
            </SubmitButton>
          </Form>
        )}
      </Panel>
    </>
  );
}
