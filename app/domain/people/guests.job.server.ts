import { defineJob } from "~/kernel/queue.server";
import { endDueGuests, remindOfEnds } from "./guests/ending.server";
import { END_GUESTS } from "./guests/terms.server";

/** At the moment of each end, and every minute in case that was missed. */
export const endGuestsJob = defineJob({ name: END_GUESTS, cron: "* * * * *", run: endDueGuests });

export const remindOfGuestsJob = defineJob({ name: "remind-of-guests", cron: "12 * * * *", run: remindOfEnds });
