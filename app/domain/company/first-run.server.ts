import { z } from "zod";
import { now } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import { Forbidden } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { companyEvents } from "./events";

export const firstRunForm = z.object({ act: z.enum(["putAway", "takeUp"], "errors:field.required") });

/** Puts the first steps away, out of the menu, or takes them up again. As they are already: no change, no entry. @throws Forbidden */
export async function arrangeFirstRun(actor: Actor, { act }: z.infer<typeof firstRunForm>): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("first steps");
  await transaction(async (tx) => {
    const isAway = act === "putAway";
    const { count } = await tx.company.updateMany({
      where: { id: 1, firstRunEndedAt: isAway ? null : { not: null } },
      data: { firstRunEndedAt: isAway ? now() : null },
    });
    if (count === 0) return;
    await recordEvent(tx, {
      type: isAway ? companyEvents.firstRunEnded : companyEvents.firstRunResumed, actorId: actor.id, subjectKind: "company", subjectId: null, audit: {},
    });
  });
}
