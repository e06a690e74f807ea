import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MailPlus, UserRoundX } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { viewGuest } from "~/domain/audit/viewing.server";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { changeGuest, guestChange, inviteGuest } from "~/domain/people/guests/changing.server";
import { describeTerms } from "~/domain/people/guests/terms.server";
import { TermsFields } from "~/domain/people/guests/ui/terms-fields";
import { GuestState } from "~/domain/people/guests/ui/guest-list";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError } from "~/ui/field";
import { PageHead, WithRail } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, formValues, parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [guest, departments] = await Promise.all([viewGuest(actor, idParam(args)), departmentChoices(actor.language)]);
  return {
    guest,
    departments,
    ...describeTerms(guest, departments, company.timeZone),
    timeZone: company.timeZone,
    pageTitle: `${guest.givenName} ${guest.familyName} · ${company.name}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const body = await readForm(args.request);
  if (body.get("act") === "invite") {
    const invited = await attempt(formValues(body), () => inviteGuest(actor, id));
    return invited.ok ? redirectDone(paths.guest(id), "admin-guests:done.invited") : refused(invited.errors, {});
  }
  const form = parseForm(guestChange, body);
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => changeGuest(actor, id, form.value));
  return done.ok ? redirectDone(paths.guest(id), "admin-guests:done.changed") : refused(done.errors, done.values);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function GuestPage() {
  const { guest, departments, stored, days, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.guests(), label: t("admin-guests:title") }} here={<GuestState guest={guest} timeZone={timeZone} />} title={`${guest.givenName} ${guest.familyName}`} lead={`${guest.agency}, ${guest.email}`} />
      <WithRail
        rail={
          <>
            {guest.hostName && (
              <section>
                <h2 className="mb-2">{t("admin-guests:rail.host")}</h2>
                <p className="text-ink-2">{guest.hostName}</p>
              </section>
            )}
            {!guest.isOver && !guest.hasJoined && (
              <section>
                <h2 className="mb-2">{t("admin-people:rail.signIn")}</h2>
                <p className="mb-3 text-ink-2">{t("admin-guests:rail.waits")}</p>
                <Form method="post">
                  <SubmitButton look="secondary" icon={MailPlus} name="act" value="invite">{t("admin-guests:rail.again")}</SubmitButton>
                </Form>
              </section>
            )}
            {!guest.deactivatedAt && (
              <section>
                <h2 className="mb-2">{t("admin-guests:rail.end")}</h2>
                <p className="mb-3 text-ink-2">{t("admin-guests:rail.endText")}</p>
                <LinkButton look="danger" icon={UserRoundX} to={paths.personLeaving(guest.id)}>{t("admin-people:rail.leave")}</LinkButton>
              </section>
            )}
          </>
        }
      >
        <Panel title={guest.isOver ? t("admin-guests:change.again") : t("admin-guests:change.title")}>
          <Form method="post" className="space-y-5" key={String(guest.updatedAt)}>
            <FormError state={state} />
            <input type="hidden" name="version" value={new Date(guest.updatedAt).toISOString()} />
            <TermsFields state={state} departments={departments} stored={stored} days={days} />
            <SubmitButton busy={t("admin-people:saving")}>{guest.isOver ? t("admin-guests:change.letIn") : t("admin-people:details.submit")}</SubmitButton>
          </Form>
        </Panel>
      </WithRail>
    </>
  );
}
