import { defineJob } from "~/kernel/queue.server";
import { SEND_PASSWORD_RESET, sendPasswordReset } from "./password-reset.server";

/** Unknown accounts bring a job too, one without a person. */
export const sendPasswordResetMail = defineJob<{ personId: string | null; requestId: string }>({
  name: SEND_PASSWORD_RESET,
  async run({ personId, requestId }) {
    if (personId) await sendPasswordReset(personId, requestId);
  },
});
