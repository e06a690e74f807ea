import { takeSnapshot } from "~/domain/insights/take-snapshot.job.server";
import { findCompany } from "~/domain/people/company.server";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { recordEvent } from "~/kernel/events.server";
import { considerSent } from "~/kernel/mail/outbox.server";
import { StartFailure } from "~/kernel/postgres/start-failure";
import { join, raw, sql } from "~/kernel/sql";
import { DemoCompany, type DemoSize, usualSize } from "./aurora/demo-company";
import { calendarFrom } from "./calendar";
import { Cast } from "./telling/cast.server";
import { companySteps } from "./telling/company.server";
import { messageSteps } from "./telling/messages.server";
import { drawAll } from "./telling/picture-shop.server";
import { officeSteps } from "./telling/office.server";
import { postSteps } from "./telling/posts.server";
import { profileSteps } from "./telling/profiles.server";
import type { SharedLink } from "./telling/sharing.server";
import { snapshotSteps } from "./telling/snapshots.server";
import { winSteps } from "./telling/wins.server";
import { visitSteps } from "./telling/visits.server";
import { tellInTime } from "./timeline";

/** Stands at the end of the events once everything is told. */
const TOLD = "demo.told";

/**
 * Tells the demo company's last 90 days with the domain's own verbs, each at its own time, so that
 * events, audit and counts are what they would have been. Once: a company that was told stays as its
 * visitors left it; one whose telling was cut short is told anew. Mail of the past counts as sent.
 * Nothing else may run in this process meanwhile, since the clock is told too.
 * @param size how many people it has
 * @throws StartFailure in a database that holds another company, or the demo in another size
 */
export async function seedDemo(size: DemoSize = usualSize): Promise<void> {
  const found = await findCompany();
  if (found && !found.isDemo) throw new StartFailure("This database holds a company of its own. The demo needs another one: set VOUCH_DATA or DATABASE_URL.");
  const told = found && (await findToldSize());
  if (told && told !== size) {
    throw new StartFailure(`This database holds the demo company of ${told} people. For ${size} people set another VOUCH_DATA, or leave it out: each size has a folder of its own.`);
  }
  if (told) return;
  if (found) await forgetEverything();
  await tellAurora(new DemoCompany(size));
}

async function tellAurora(company: DemoCompany): Promise<void> {
  const start = now();
  const { messages, posts, timeZone } = company.story;
  const calendar = calendarFrom(start, timeZone);
  const cast = new Cast(company);
  const links: SharedLink[] = [];
  const byTime = [...posts].sort((one, other) => one.written.days - other.written.days);
  const picture = drawAll(byTime.map((post) => post.picture));
  const telling = { cast, calendar, picture, shared: (link: SharedLink) => void links.push(link) };
  await tellInTime(
    [
      ...companySteps(cast, calendar),
      ...messages.flatMap((story) => messageSteps(story, cast, calendar)),
      ...posts.flatMap((story) => postSteps(story, telling)),
      ...snapshotSteps(start),
      ...winSteps(cast, calendar),
      ...officeSteps(cast, calendar),
      ...profileSteps(cast, calendar),
      ...visitSteps(links, start),
    ],
    start,
  );
  await takeSnapshot();
  await transaction(async (tx) => {
    await considerSent(tx);
    await recordEvent(tx, { type: TOLD, actorId: null, subjectKind: "company", subjectId: null, payload: { people: company.size } });
  });
}

/** How many people the company has that was told; null where none was told to the end. */
async function findToldSize(): Promise<number | null> {
  const rows = await query<{ people: number | null }>(sql`SELECT (payload->>'people')::int AS people FROM event WHERE type = ${TOLD} LIMIT 1`);
  // The first demo companies did not say their size: there was one.
  return rows[0] ? (rows[0].people ?? usualSize) : null;
}

/** The start was killed in the middle of the story: what is there is the demo's own, and half of it. */
async function forgetEverything(): Promise<void> {
  const tables = await query<{ name: string }>(sql`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`);
  await transaction(async (tx) => {
    await tx.$executeRaw(sql`TRUNCATE ${join(tables.map(({ name }) => raw(name)))} CASCADE`);
  });
}
