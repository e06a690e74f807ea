import { createHash } from "node:crypto";
import { after, DAY, HOUR, MINUTE, now, SECOND } from "~/kernel/clock";
import { prisma, query, transaction, type Tx } from "~/kernel/db.server";
import { notifyLive } from "~/kernel/events.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { actorColumns, actorSources, type ActorRow } from "./actors.server";
import { companyProfileJson, type CompanyProfile } from "./company.server";
import { mayComeIn } from "./standing.server";

/** How long a session lives without use. */
export const SESSION_LIFETIME = 30 * DAY;

/** Only the hash of a session's cookie is stored: who reads the table can't sign in with it. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** How long a shared device waits for whoever left it. */
export const SHARED_IDLE = 5 * MINUTE;
/** How long one sign-in on a shared device holds at most, however busy. */
export const SHARED_LIFETIME = HOUR;
/** Activity is written down no more often than this. */
const SEEN_STEP = 15 * SECOND;

/** A device of several people: when it ends, with nobody at it and at the latest. */
export interface SharedUse {
  idleSince: Date;
  startedAt: Date;
  /** The kiosk it is, if it is one. */
  kioskId: string | null;
  kioskName: string | null;
}

export interface SignedIn {
  session: { id: string; personId: string; expiresAt: Date; shared: SharedUse | null };
  actor: Actor;
  company: CompanyProfile;
  /** The version of the privacy notice that they must accept before going on. */
  mustAccept: number | null;
}

interface SignedInRow extends ActorRow {
  mustAccept: number | null;
  sessionId: string;
  expiresAt: Date;
  seenAt: Date | null;
  startedAt: Date;
  kioskId: string | null;
  kioskName: string | null;
  company: CompanyProfile;
}

/**
 * The session with everything that decisions need of its person, in one statement; null when there
 * is none or the person has left. Asked on every request: revoking works at once.
 */
export async function findSignedIn(sessionId: string): Promise<SignedIn | null> {
  const rows = await query<SignedInRow>(sql`
    SELECT s.id AS "sessionId", s.expires_at AS "expiresAt", s.seen_at AS "seenAt", s.created_at AS "startedAt",
           s.kiosk_id AS "kioskId", k.name AS "kioskName", ${actorColumns()}, ${companyProfileJson} AS company,
      CASE WHEN c.privacy_asked IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM privacy_acceptance a WHERE a.person_id = p.id AND a.version >= c.privacy_asked) THEN c.privacy_asked END AS "mustAccept"
    FROM session s
    JOIN person p ON p.id = s.person_id AND ${mayComeIn()}
    ${actorSources}
    LEFT JOIN kiosk k ON k.id = s.kiosk_id
    WHERE s.id = ${sessionId} AND (s.kind = 'own' OR (s.seen_at > ${after(-SHARED_IDLE)}::timestamptz AND s.created_at > ${after(-SHARED_LIFETIME)}::timestamptz))`);
  const row = rows[0];
  if (!row) return null;
  const { sessionId: id, expiresAt, seenAt, startedAt, kioskId, kioskName, roles, company, mustAccept, ...person } = row;
  const shared = seenAt && { idleSince: seenAt, startedAt, kioskId, kioskName };
  return { session: { id, personId: person.id, expiresAt, shared }, actor: { ...person, roles: roles ?? [] }, company, mustAccept };
}

interface NewSession {
  id: string;
  personId: string;
  expiresAt: Date;
  device: string;
  /** On a device that several people use. */
  isShared?: boolean;
  kioskId?: string | null;
}

export async function createSession({ isShared = false, kioskId = null, ...session }: NewSession) {
  await prisma.session.create({
    data: { ...session, createdAt: now(), ...(isShared ? { kind: "shared", seenAt: now(), kioskId } : {}) },
  });
}

/** The person at a shared device did something: the time it waits begins anew. @returns whether it still holds */
export async function noteActivity(sessionId: string): Promise<boolean> {
  const rows = await query<{ id: string }>(sql`
    UPDATE session SET seen_at = ${now()}::timestamptz
    WHERE id = ${sessionId} AND kind = 'shared' AND seen_at > ${after(-SHARED_IDLE)}::timestamptz AND created_at > ${after(-SHARED_LIFETIME)}::timestamptz
    RETURNING id`);
  return rows.length > 0;
}

/** Whether that is worth a statement. */
export function isActivityNews({ idleSince }: SharedUse): boolean {
  return idleSince < after(-SEEN_STEP);
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
    where: { personId, expiresAt: { gt: now() }, OR: [{ seenAt: null }, { seenAt: { gt: after(-SHARED_IDLE) }, createdAt: { gt: after(-SHARED_LIFETIME) } }] },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}


export async function endExpiredSessions(): Promise<void> {
  await prisma.session.deleteMany({ where: { OR: [{ expiresAt: { lt: after(-DAY) } }, { seenAt: { lt: after(-DAY) } }] } });
}
