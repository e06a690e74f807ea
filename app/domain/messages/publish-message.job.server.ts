import { defineJob } from "~/kernel/queue.server";
import { PUBLISH_MESSAGE } from "./publication-job";
import { publishScheduledMessage } from "./publishing.server";

/** A scheduled message's time has come. */
export const publishMessageJob = defineJob({
  name: PUBLISH_MESSAGE,
  run: ({ messageId, publishAt }) => publishScheduledMessage(String(messageId), new Date(String(publishAt))),
});
