import { countSpooledVisits } from "~/domain/shares/redirect/counting.server";
import { type SpooledVisit, VisitSpool } from "~/domain/shares/redirect/visit-spool.server";
import { dayOf } from "~/domain/shares/redirect/visitor-hash.server";
import { after, DAY } from "~/kernel/clock";
import { type Random, seededRandom } from "../random";
import type { Step } from "../timeline";
import type { SharedLink } from "./sharing.server";

/** Half of a link's visitors come within so long. */
const HALF_COME = 2.5 * DAY;
const VISITOR_BYTES = 16;
/** Visits are counted so often, so that what is reached by them is reached on about its day. */
const COUNTED_EVERY = 2 * DAY;
const STEPS = 46;

/**
 * People outside follow the links, a few twice; machines look at them too. Counted as all visits are.
 * @param links fills up while the stories are told
 */
export function visitSteps(links: readonly SharedLink[], end: Date): Step[] {
  const waiting = new Map<string, SpooledVisit[]>();
  const follow = async (until: string) => {
    for (const link of links) if (!waiting.has(link.slug)) waiting.set(link.slug, visitsOf(link, end));
    const come: SpooledVisit[] = [];
    for (const [slug, visits] of waiting) {
      come.push(...visits.filter(({ day }) => day <= until));
      waiting.set(slug, visits.filter(({ day }) => day > until));
    }
    if (come.length === 0) return;
    const spool = new VisitSpool();
    await Promise.all(come.map((visit) => spool.append(visit)));
    await spool.close();
    await countSpooledVisits();
  };
  const moments = Array.from({ length: STEPS }, (_, at) => after(-COUNTED_EVERY * (STEPS - at), end));
  return [...moments.map((at) => ({ at, tell: () => follow(dayOf(after(-DAY, at))) })), { at: end, tell: () => follow(dayOf(end)) }];
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
