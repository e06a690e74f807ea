import { z } from "zod";
import { transaction, type Tx } from "~/kernel/db.server";
import { Forbidden, invalidForm } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import type { JsonObject } from "~/kernel/json";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { companyEvents } from "./events";

/** Which state of the company's settings a form was filled in from. */
export const settingsVersion = z.object({ version: z.coerce.number("errors:field.invalid").int("errors:field.invalid").min(1, "errors:field.invalid").max(2_000_000_000, "errors:field.invalid") });

export interface CompanyChange {
  name?: string;
  shortName?: string;
  markPictureId?: string | null;
  accent?: string | null;
  language?: string;
  languages?: string[];
  timeZone?: string;
  workingWeek?: JsonObject;
  quietFrom?: string | null;
  quietUntil?: string | null;
  retention?: JsonObject;
  interests?: string[];
}

/**
 * Changes what the company sets for itself. What stays as it is, is no change and leaves no entry.
 * @param version the one the form was filled in from: when somebody saved since, nothing is overwritten
 * @param check runs in the transaction, with the company's row locked @throws Forbidden, Invalid
 */
export async function changeCompany(actor: Actor, version: number, change: CompanyChange, check?: (tx: Tx) => Promise<void>): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("company");
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM company WHERE id = 1 FOR UPDATE`;
    const before = await tx.company.findUniqueOrThrow({ where: { id: 1 } });
    const fields = (Object.keys(change) as (keyof CompanyChange)[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(change[field]));
    // The same form sent twice is one change.
    if (fields.length === 0) return;
    if (before.version !== version) throw invalidForm("admin-company:error.changedMeanwhile");
    await check?.(tx);
    await tx.company.update({ where: { id: 1 }, data: { ...change, version: before.version + 1 } });
    await recordEvent(tx, {
      type: companyEvents.changed, actorId: actor.id, subjectKind: "company", subjectId: null, payload: { fields },
      audit: { details: Object.fromEntries(fields.map((field) => [field, { from: before[field], to: change[field] }])) as JsonObject },
    });
  });
}
