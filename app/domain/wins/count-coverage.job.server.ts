import { defineJob } from "~/kernel/queue.server";
import { countCoverage } from "./coverage.server";

/** Every night: the running week's row is counted anew, past weeks stay. */
export const countCoverageJob = defineJob({
  name: "count-recognition-coverage",
  cron: "40 3 * * *",
  async run() {
    await countCoverage();
  },
});
