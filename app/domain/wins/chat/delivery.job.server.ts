import { defineJob } from "~/kernel/queue.server";
import { deliverToChat, rescueChat, TELL_CHAT } from "./delivering.server";

export const tellChatJob = defineJob({
  name: TELL_CHAT,
  async run({ deliveryId }) {
    await deliverToChat(String(deliveryId));
  },
});

/** Every minute: deliveries whose worker died are tried again. */
export const rescueChatJob = defineJob({ name: "rescue-chat-deliveries", cron: "* * * * *", run: rescueChat });
