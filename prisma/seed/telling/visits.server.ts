import { countSpooledVisits } from "~/domain/shares/redirect/counting.server";
import { type SpooledVisit, VisitSpool } from "~/domain/shares/redirect/visit-spool.server";
import { dayOf } from "~/domain/shares/redirect/visitor-hash.server";
import { DAY } from "~/kernel/clock";
import { type Random, seededRandom } from "../random";
import type { SharedLink } from "./sharing.server";

/** Half of a link's visitors come within so long. */
const HALF_COME = 2.5 * DAY;
const VISITOR_BYTES = 16;

/** People outside follow the links, a few twice; machines look at them too. Counted as all visits are. */
export async function followLinks(links: readonly SharedLink[], end: Date): Promise<void> {
  const spool = new VisitSpool();
  await Promise.all(links.flatMap((link) => visitsOf(link, end)).map((visit) => spool.append(visit)));
  await spool.close();
  await countSpooledVisits();
}

function visitsOf({ slug, sharedAt, visits }: SharedLink, end: Date): SpooledVisit[] {
  const random = seededRandom(`visits ${slug}`);
  const people = Array.from({ length: visits }, (): SpooledVisit => ({ slug, day: dayOfVisit(random, sharedAt, end), kind: "person", visitor: random.bytes(VISITOR_BYTES).toString("base64url") }));
  const again = people.filter(() => random.chance(0.08));
  const machines = Array.from({ length: 2 + Math.round(visits / 9) }, (): SpooledVisit => ({ slug, day: dayOf(sharedAt), kind: "machine", visitor: "" }));
  return [...people, ...again, ...machines];
}

function dayOfVisit(random: Random, sharedAt: Date, end: Date): string {
  const open = end.getTime() - sharedAt.getTime();
  const delay = (-Math.log(1 - random.next()) * HALF_COME) / Math.LN2;
  return dayOf(new Date(sharedAt.getTime() + (delay < open ? delay : random.next() * open)));
}
