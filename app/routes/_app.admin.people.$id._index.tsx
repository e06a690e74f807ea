import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { changePerson, savedVersion } from "~/domain/people/changing-details.server";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { viewPerson } from "~/domain/audit/viewing.server";
import { locationChoices } from "~/domain/people/locations.server";
import { personDetails } from "~/domain/people/person-fields";
import { PersonFields } from "~/domain/people/ui/person-fields";
import { PersonRail } from "~/domain/people/ui/person-rail";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { canSeeDirectory } from "~/policy/people";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError } from "~/ui/field";
import { PageHead, WithRail } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!canSeeDirectory(actor)) throw new NotFound("person");
  const [person, departments, locations] = await Promise.all([
    viewPerson(actor, idParam(args)),
    departmentChoices(actor.language),
    locationChoices(actor.language),
  ]);
  if (person.isGuest) throw redirect(paths.guest(person.id));
  return {
    person,
    choices: { departments, locations, languages: company.languages },
    timeZone: actor.timeZone,
    pageTitle: `${person.givenName} ${person.familyName} · ${company.name}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const form = parseForm(personDetails.and(savedVersion), await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const { version, ...details } = form.value;
  const done = await attempt(form.values, () => changePerson(actor, id, version, details));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.person(id), "admin-people:done.changed");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Person() {
  const { person, choices, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const about = [person.jobTitle, person.departmentName, person.locationName].filter(Boolean).join(", ");
  return (
    <>
      <PageHead crumb={{ to: paths.people(), label: t("admin-people:title") }} title={`${person.givenName} ${person.familyName}`} lead={about} actions={!person.deactivatedAt && <LinkButton to={paths.profile(person.id)}>{t("admin-people:profile")}</LinkButton>} />
      <WithRail rail={<PersonRail person={person} timeZone={timeZone} />}>
        <Panel title={t("admin-people:details.title")}>
          <Form method="post" className="space-y-5" key={String(person.updatedAt)}>
            <FormError state={state} />
            <input type="hidden" name="version" value={new Date(person.updatedAt).toISOString()} />
            <PersonFields state={state} choices={choices} stored={person} readOnly={!person.abilities.change} />
            {person.abilities.change && <SubmitButton busy={t("admin-people:saving")}>{t("admin-people:details.submit")}</SubmitButton>}
          </Form>
        </Panel>
      </WithRail>
    </>
  );
}
