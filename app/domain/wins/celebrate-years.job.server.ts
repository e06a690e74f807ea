import { defineJob } from "~/kernel/queue.server";
import { celebrateYears } from "./milestones.server";

/** Every hour, since the company's day begins at its own: whoever was celebrated is not again. */
export const celebrateYearsJob = defineJob({
  name: "celebrate-years",
  cron: "7 * * * *",
  async run() {
    await celebrateYears();
  },
});
