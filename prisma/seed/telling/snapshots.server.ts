import { takeSnapshot } from "~/domain/insights/take-snapshot.job.server";
import { after, DAY } from "~/kernel/clock";
import type { Step } from "../timeline";

const WEEKS = 12;

/** The figures of the past: a night of each week, so that messages keep the roster of the week they came out in. */
export function snapshotSteps(start: Date): Step[] {
  return Array.from({ length: WEEKS }, (_, week) => ({ at: after(-7 * (WEEKS - week) * DAY, start), tell: takeSnapshot }));
}
