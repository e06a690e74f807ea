import { createHash } from "node:crypto";
import { after, DAY, now } from "~/kernel/clock";
import { prisma, query, transaction, type Tx } from "~/kernel/db.server";
import { notifyLive } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { actorColumns, actorSources, type ActorRow } from "./actors.server";
import { companyProfileJson, type CompanyProfile } from "./company.server";

/** How long a session lives without use. */
export const SESSION_LIFETIME = 30 * DAY;

/** Only the hash of a session's cookie is stored: who reads the table can't sign in with it. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export interface SignedIn {
  session: { id: string; personId: string; expiresAt: Date };
  actor: Actor;
  company: CompanyProfile;
}

interface SignedInRow extends ActorRow {
  sessionId: string;
  expiresAt: Date;
  company: CompanyProfile;
}

/**
 * The session with everything that decisions need of its person, in one statement; null when there
 * is none or the person has left. Asked on every request: revoking works at once.
 */
export async function findSignedIn(sessionId: string): Promise<SignedIn | null> {
  const rows = await query<SignedInRow>(sql`
    SELECT s.id AS "sessionId", s.expires_at AS "expiresAt", ${actorColumns}, ${companyProfileJson} AS company
    FROM session s
    JOIN person p ON p.id = s.person_id AND p.deactivated_at IS NULL
    ${actorSources}
    WHERE s.id = ${sessionId}`);
  const row = rows[0];
  if (!row) return null;
  const { sessionId: id, expiresAt, roles, company, ...person } = row;
  return { session: { id, personId: person.id, expiresAt }, actor: { ...person, roles: roles ?? [] }, company };
}

export async function createSession(session: { id: string; personId: string; expiresAt: Date; device: string }) {
  await prisma.session.create({ data: { ...session, createdAt: now() } });
}

export async function extendSession(sessionId: string, expiresAt: Date): Promise<void> {
  await prisma.session.updateMany({ where: { id: sessionId }, data: { expiresAt } });
}

/** Ends one session, with the streams that were opened by it. One that is over already is no error. */
export async function endSession(sessionId: string): Promise<void> {
  await transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { personId: true } });
    if (!session) return;
    await tx.session.deleteMany({ where: { id: sessionId } });
    await notifyLive(tx, { topic: "session.ended", people: [session.personId] });
  });
}

/** Ends every session of a person but, where given, the one they are using. */
export async function endSessionsOf(tx: Tx, personId: string, exceptSessionId?: string): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { personId, ...(exceptSessionId ? { id: { not: exceptSessionId } } : {}) },
  });
  return count;
}

/** The person's signed-in devices, newest first. */
export async function listSessions(personId: string) {
  return prisma.session.findMany({
    where: { personId, expiresAt: { gt: now() } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}


export async function endExpiredSessions(): Promise<void> {
  await prisma.session.deleteMany({ where: { expiresAt: { lt: after(-DAY) } } });
}
