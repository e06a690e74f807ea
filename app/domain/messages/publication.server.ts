import { z } from "zod";
import { after, HOUR } from "~/kernel/clock";
import { NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { fromLocalTime, toLocalTime } from "~/kernel/zoned-time";
import type { Actor } from "~/policy/actor";
import { discardDraft } from "./drafting.server";
import type { MessageRecord } from "./message-record";
import { publishMessage, recallMessage, scheduleMessage, unscheduleMessage } from "./publishing.server";

const revision = z.string({ error: "errors:field.required" }).transform(Number).pipe(z.number("errors:field.invalid").int().min(1).max(2_000_000_000));

/** What can be done about a message's publication; the time is by the publisher's own clock. */
export const publicationForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), revision }),
  z.object({
    intent: z.literal("schedule"),
    revision,
    date: z.string({ error: "errors:field.required" }).regex(/^\d{4}-\d\d-\d\d$/, "errors:field.required").refine((day) => !Number.isNaN(Date.parse(day)), "errors:field.invalid"),
    time: z.string({ error: "errors:field.required" }).regex(/^([01]\d|2[0-3]):[0-5]\d/, "errors:field.required"),
  }),
  z.object({ intent: z.literal("unschedule") }),
  z.object({ intent: z.literal("recall") }),
  z.object({ intent: z.literal("discard") }),
]);

/** What the time fields begin with, by the publisher's clock: the time that was set, else the next full hour but one. */
export function suggestTime({ publishAt }: Pick<MessageRecord, "publishAt">, timeZone: string): string {
  return publishAt ? toLocalTime(publishAt, timeZone) : `${toLocalTime(after(2 * HOUR), timeZone).slice(0, 13)}:00`;
}

/** @throws NotFound, Conflict, Invalid */
export async function carryOut(actor: Actor, id: string, form: z.infer<typeof publicationForm>): Promise<void> {
  if (!isUuid(id)) throw new NotFound("message");
  switch (form.intent) {
    case "publish":
      return publishMessage(actor, id, form.revision);
    case "schedule":
      return scheduleMessage(actor, id, form.revision, fromLocalTime(`${form.date}T${form.time.slice(0, 5)}`, actor.timeZone));
    case "unschedule":
      return unscheduleMessage(actor, id);
    case "recall":
      return recallMessage(actor, id);
    case "discard":
      return discardDraft(actor, id);
  }
}
