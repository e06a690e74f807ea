import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { MapPin } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { LocationFields } from "~/domain/company/ui/location-fields";
import { SettingsPage } from "~/domain/company/ui/settings-page";
import { addLocation, listLocations, newLocation } from "~/domain/people/locations.server";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { EmptyState } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const locations = await listLocations(actor);
  return { locations, timeZone: company.timeZone, timeZones: Intl.supportedValuesOf("timeZone"), pageTitle: pageTitle(actor.language, "admin-company:locations.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(newLocation, await readForm(args.request));
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => addLocation(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.locations(), "admin-company:done.locationAdded");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Locations() {
  const { locations, timeZone, timeZones } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const countries = new Intl.DisplayNames([i18n.language], { type: "region" });
  return (
    <SettingsPage matter="locations">
      {locations.length === 0 ? (
        <EmptyState icon={MapPin} title={t("admin-company:locations.empty")}>
          {t("admin-company:locations.emptyText")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
          {locations.map(({ id, name, country, timeZone: zone, people }) => (
            <li key={id}>
              <Link to={paths.location(id)} className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 px-4 py-2.5 no-underline hover:bg-sunken">
                <span className="font-semibold">{name}</span>
                <span className="text-s text-ink-2">
                  {countries.of(country)} · {zone.replaceAll("_", " ")} · {t("admin-company:locations.people", { count: people })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Panel title={t("admin-company:locations.add")}>
        <Form method="post" className="space-y-5" key={locations.length}>
          <LocationFields state={state} timeZones={timeZones} stored={{ timeZone }} />
          <SubmitButton busy={t("admin-company:saving")}>{t("admin-company:locations.addSubmit")}</SubmitButton>
        </Form>
      </Panel>
    </SettingsPage>
  );
}
