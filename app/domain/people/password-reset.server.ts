import { createHash, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { after, HOUR, MINUTE, now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { publicUrl } from "~/kernel/env.server";
import { Invalid } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { enqueue } from "~/kernel/queue.server";
import { sql } from "~/kernel/sql";
import { paths } from "~/paths";
import { getReader, hashNewPassword, storePassword } from "./credentials.server";
import { peopleEvents } from "./events";
import { queuePasswordChanged, queuePasswordReset } from "./password-mails.server";
import { identifier, password } from "./person-fields";
import { mayComeIn } from "./standing.server";
import { endSessionsOf } from "./sessions.server";

export const resetRequest = z.object({ identifier });
export const newPassword = z.object({ password });

/** How long a link to a new password works. */
const LIFETIME = HOUR;
export const SEND_PASSWORD_RESET = "send-password-reset";

/**
 * Asks for a link to a new password. Whether the account is known shows neither in the answer nor in
 * the work done here: the job does what differs.
 */
export async function requestPasswordReset({ identifier }: z.infer<typeof resetRequest>): Promise<void> {
  const rows = await query<{ id: string }>(sql`
    SELECT p.id FROM person p WHERE (p.email = ${identifier}::citext OR p.personnel_number = ${identifier}::text)
      AND p.email IS NOT NULL AND ${mayComeIn()}`);
  await transaction((tx) => enqueue(tx, SEND_PASSWORD_RESET, { personId: rows[0]?.id ?? null, requestId: randomUUID() }));
}

/**
 * Mails the link; run twice for one request it mails once. Older links keep working until they are an
 * hour old or a new password is set.
 */
export async function sendPasswordReset(personId: string, requestId: string): Promise<void> {
  const reader = await getReader(personId);
  if (!reader.isActive || !reader.email) return;
  const token = randomBytes(32).toString("base64url");
  const link = publicUrl() + paths.newPassword(token);
  const mail = await queuePasswordReset(reader, link, LIFETIME / MINUTE, `password-reset:${requestId}`);
  await transaction(async (tx) => {
    if (!(await mail(tx))) return;
    await tx.passwordReset.deleteMany({ where: { personId, expiresAt: { lt: now() } } });
    await tx.passwordReset.create({ data: { id: hashToken(token), personId, createdAt: now(), expiresAt: after(LIFETIME) } });
  });
}

/** Whether a link still works; for showing the form. */
export async function isResetUsable(token: string): Promise<boolean> {
  return (await findOwner(token)) !== null;
}

/**
 * Sets a new password by a link from a mail, once. Every device is signed out and every other link ends.
 * @throws Invalid for the whole form when the link was used, is too old or never was; at `password` when it won't do
 */
export async function resetPassword(token: string, { password: chosen }: z.infer<typeof newPassword>): Promise<void> {
  const personId = await findOwner(token);
  if (!personId) throw expired();
  const person = await getReader(personId);
  const passwordHash = await hashNewPassword(person, chosen);
  const mail = await queuePasswordChanged(person);
  await transaction(async (tx) => {
    // Of two at once, one finds it gone.
    const used = await tx.passwordReset.updateMany({
      where: { id: hashToken(token), usedAt: null, expiresAt: { gt: now() } },
      data: { usedAt: now() },
    });
    if (used.count === 0) throw expired();
    await tx.passwordReset.deleteMany({ where: { personId, usedAt: null } });
    await storePassword(tx, personId, passwordHash);
    await endSessionsOf(tx, personId);
    await mail(tx);
    await recordEvent(tx, {
      type: peopleEvents.passwordReset, actorId: personId, subjectKind: "person", subjectId: personId,
      audit: {}, live: { topic: "session.ended", people: [personId] },
    });
  });
}

async function findOwner(token: string): Promise<string | null> {
  const rows = await query<{ personId: string }>(sql`
    SELECT r.person_id AS "personId" FROM password_reset r JOIN person p ON p.id = r.person_id AND ${mayComeIn()}
    WHERE r.id = ${hashToken(token)} AND r.used_at IS NULL AND r.expires_at > ${now()}::timestamptz`);
  return rows[0]?.personId ?? null;
}

function expired(): Invalid {
  return new Invalid({ "": "auth:newPassword.expired" });
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
