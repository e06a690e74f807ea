import { defineJob } from "~/kernel/queue.server";
import { applyRetention } from "./retention.server";

/** Once a night, before texts and files that nothing belongs to any more are swept. */
export const applyRetentionJob = defineJob({ name: "apply-retention", cron: "32 2 * * *", run: applyRetention });
