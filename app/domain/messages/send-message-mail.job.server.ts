import { defineJob } from "~/kernel/queue.server";
import { sendMessageMail } from "./message-mail.server";
import { SEND_MESSAGE_MAIL } from "./publication-job";

/** The 30 seconds in which a publication can be called back are over. */
export const sendMessageMailJob = defineJob({
  name: SEND_MESSAGE_MAIL,
  async run({ messageId, publishedAt }) {
    await sendMessageMail(String(messageId), new Date(String(publishedAt)));
  },
});
