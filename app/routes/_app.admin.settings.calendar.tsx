import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { addHoliday, changeWeek, holidayRemoval, listHolidays, newHoliday, removeHoliday, weekForm } from "~/domain/company/calendar.server";
import { getSettings } from "~/domain/company/settings.server";
import { HolidayList, NewHoliday } from "~/domain/company/ui/holidays";
import { SettingsPage } from "~/domain/company/ui/settings-page";
import { WeekForm } from "~/domain/company/ui/week-form";
import { locationChoices } from "~/domain/people/locations.server";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const settings = await getSettings(actor);
  const [holidays, locations] = await Promise.all([listHolidays(), locationChoices(actor.language)]);
  return { settings, holidays, locations, timeZones: Intl.supportedValuesOf("timeZone"), pageTitle: pageTitle(actor.language, "admin-company:calendar.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const sent = await readForm(args.request);
  if (sent.has("holidayId")) {
    const removal = parseForm(holidayRemoval, sent);
    if (!removal.ok) return refused(removal.errors, removal.values);
    await removeHoliday(actor, removal.value.holidayId);
    return redirectDone(paths.companyCalendar(), "admin-company:done.holidayRemoved");
  }
  if (sent.has("holidayName")) {
    const holiday = parseForm(newHoliday, sent);
    if (!holiday.ok) return refused(holiday.errors, holiday.values);
    const added = await attempt(holiday.values, () => addHoliday(actor, holiday.value));
    if (!added.ok) return refused(added.errors, added.values);
    return redirectDone(paths.companyCalendar(), "admin-company:done.holidayAdded");
  }
  const form = parseForm(weekForm, sent);
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => changeWeek(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companyCalendar(), "admin-company:done.calendar");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Calendar() {
  const { settings, holidays, locations, timeZones } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  const isHoliday = state?.values?.holidayName !== undefined;
  return (
    <SettingsPage matter="calendar">
      <Panel title={t("admin-company:calendar.week")}>
        <Form method="post" className="space-y-5">
          <WeekForm settings={settings} timeZones={timeZones} state={isHoliday ? undefined : state} />
        </Form>
      </Panel>
      <Panel title={t("admin-company:calendar.holidays")}>
        <HolidayList holidays={holidays} />
      </Panel>
      <Panel title={t("admin-company:calendar.add")}>
        <Form method="post" className="space-y-5" key={holidays.length}>
          <NewHoliday locations={locations} state={isHoliday ? state : undefined} />
        </Form>
      </Panel>
    </SettingsPage>
  );
}
