import { getCompany, findCompany } from "~/domain/people/company.server";
import { now } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import { defineJob } from "~/kernel/queue.server";
import { fromLocalTime, toLocalDay } from "~/kernel/zoned-time";
import { countItems, isCounted } from "./counting.server";
import { enrolItems } from "./enrolling.server";
import { mondayOf, takeRoster } from "./roster.server";

/** The hour of the company's day from which the night's figures are taken. */
const FROM_HOUR = 3;

/**
 * Once a day, at night by the company's clock. It asks every quarter of an hour what is still to be
 * counted for today, so that a night that was slept through is made up for as soon as somebody works.
 */
export const takeSnapshotJob = defineJob({
  name: "take-insights-snapshot",
  cron: "*/15 * * * *",
  async run() {
    const company = await findCompany();
    if (!company) return;
    const night = fromLocalTime(`${toLocalDay(now(), company.timeZone)}T0${FROM_HOUR}:00`, company.timeZone);
    if (now() >= night) await takeSnapshot(night);
  },
});

/**
 * Figures as of now, for the company's today: each item once a day, whoever takes it and however often.
 * @param night what came out later waits for the next: its first minutes would show single steps
 */
export async function takeSnapshot(night = now()): Promise<void> {
  const today = toLocalDay(now(), (await getCompany()).timeZone);
  await enrolItems(await takeRoster(mondayOf(today)), night);
  await countItems(today);
  await forgetRosters(mondayOf(today));
}

/** Who was on a roster is kept only while something is counted by it. */
async function forgetRosters(thisWeek: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw`
      DELETE FROM insights_roster_person h USING insights_roster o
      WHERE o.id = h.roster_id AND o.week < ${thisWeek}::date
        AND NOT EXISTS (SELECT 1 FROM insights_item i WHERE i.roster_id = o.id AND ${isCounted()})`;
  });
}
