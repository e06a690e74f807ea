import type { Tx } from "~/kernel/db.server";
import { invalidForm } from "~/kernel/errors";
import type { DomainEvent } from "~/kernel/events.server";

/** Keeps a department that posts are for, until they have ended. Called within the removal's transaction. @throws Invalid */
export async function keepOfferedDepartment(tx: Tx, { subjectId }: DomainEvent): Promise<void> {
  if (!subjectId) return;
  const isMeant = await tx.postAudience.findFirst({ where: { departmentId: subjectId, post: { state: { not: "ended" } } } });
  if (isMeant) throw invalidForm("admin-departments:error.hasPosts");
}
