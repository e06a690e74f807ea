import { defineJob } from "../queue.server";
import { DELIVER_MAIL } from "./deliver-mail";
import { deliverDueMail } from "./delivery.server";

/** Every queued mail brings one of these; by the clock for what those missed. */
export const deliverMail = defineJob({ name: DELIVER_MAIL, cron: "* * * * *", run: () => deliverDueMail() });
