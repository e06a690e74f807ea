import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { LocationFields } from "~/domain/company/ui/location-fields";
import { changeLocation, getLocation, locationChange, locationVersion, removeLocation } from "~/domain/people/locations.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, formValues, parseForm, readForm } from "~/web/form.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const location = await getLocation(actor, idParam(args));
  return { location, before: locationVersion(location), timeZones: Intl.supportedValuesOf("timeZone"), pageTitle: `${location.name} · ${company.name}` };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const id = idParam(args);
  const sent = await readForm(args.request);
  if (sent.get("intent") === "remove") {
    const removed = await attempt(formValues(sent), () => removeLocation(actor, id));
    if (!removed.ok) return refused(removed.errors, removed.values);
    return redirectDone(paths.locations(), "admin-company:done.locationRemoved");
  }
  const form = parseForm(locationChange, sent);
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => changeLocation(actor, id, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.locations(), "admin-company:done.locationChanged");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Location() {
  const { location, before, timeZones } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead crumb={{ to: paths.locations(), label: t("admin-company:locations.title") }} title={location.name} lead={t("admin-company:locations.people", { count: location.people })} />
      <div className="max-w-2xl space-y-5">
        <Panel>
          <Form method="post" className="space-y-5">
            <input type="hidden" name="before" value={before} />
            <LocationFields state={state} timeZones={timeZones} stored={location} />
            <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:save")}</SubmitButton>
          </Form>
        </Panel>
        <Panel title={t("admin-company:locations.remove")}>
          {location.people > 0 ? (
            <p>{t("admin-company:locations.inUse", { count: location.people })}</p>
          ) : (
            <Form method="post">
              <SubmitButton look="danger" name="intent" value="remove">
                {t("admin-company:locations.removeSubmit")}
              </SubmitButton>
            </Form>
          )}
        </Panel>
      </div>
    </>
  );
}
