import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { UserRoundCheck, UserRoundX } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { viewPerson } from "~/domain/audit/viewing.server";
import { previewLeaving } from "~/domain/insights/leaving-preview.server";
import { deactivatePerson, reactivatePerson } from "~/domain/people/leaving.server";
import { WhatEnds } from "~/domain/people/ui/what-ends";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError } from "~/ui/field";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, formValues, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { id, givenName, familyName, abilities } = await viewPerson(actor, idParam(args));
  if (!abilities.deactivate && !abilities.reactivate) throw new NotFound("leaving");
  const name = `${givenName} ${familyName}`;
  const ends = abilities.deactivate ? await previewLeaving(actor, id) : [];
  return { id, name, leaves: abilities.deactivate, ends, pageTitle: `${name} · ${company.name}` };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const values = formValues(await readForm(args.request));
  const leaves = values.act !== "return";
  const done = await attempt(values, () => (leaves ? deactivatePerson : reactivatePerson)(actor, id));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.person(id), leaves ? "admin-people:done.left" : "admin-people:done.returned");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Leaving() {
  const { id, name, leaves, ends } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.person(id), label: name }} title={leaves ? t("admin-people:leaving.title", { name }) : t("admin-people:returning.title", { name })} />
      <Panel className="max-w-2xl">
        <Form method="post" className="space-y-4">
          <FormError state={state} />
          <p>{leaves ? t("admin-people:leaving.text") : t("admin-people:returning.text")}</p>
          {leaves && <WhatEnds ends={ends} />}
          <div className="flex flex-wrap gap-2.5">
            <SubmitButton look={leaves ? "danger" : "primary"} icon={leaves ? UserRoundX : UserRoundCheck} name="act" value={leaves ? "leave" : "return"} busy={t("admin-people:saving")}>
              {leaves ? t("admin-people:leaving.submit") : t("admin-people:returning.submit")}
            </SubmitButton>
            <LinkButton look="quiet" to={paths.person(id)}>
              {t("admin-people:cancel")}
            </LinkButton>
          </div>
        </Form>
      </Panel>
    </>
  );
}
