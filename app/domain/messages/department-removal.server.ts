import type { Tx } from "~/kernel/db.server";
import { invalidForm } from "~/kernel/errors";
import type { DomainEvent } from "~/kernel/events.server";

/**
 * Keeps a department that messages still to come are for, or have a version for: without it they would
 * silently reach other people. What is out already stays as it is. Called within the removal's transaction.
 * @throws Invalid
 */
export async function keepAddressedDepartment(tx: Tx, { subjectId }: DomainEvent): Promise<void> {
  if (!subjectId) return;
  const stillToCome = { departmentId: subjectId, message: { state: { not: "published" as const } } };
  const isMeant = (await tx.messageAudience.findFirst({ where: stillToCome })) ?? (await tx.variant.findFirst({ where: stillToCome }));
  if (isMeant) throw invalidForm("admin-departments:error.hasMessages");
}
