import { randomBytes, randomInt } from "node:crypto";
import { z } from "zod";
import { after, MINUTE, now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { id, line } from "~/kernel/fields";
import { sha256Hex } from "~/kernel/hash.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canKeepKiosks } from "~/policy/people";
import { peopleEvents } from "../events";

/** How long a pairing code waits for its device. */
export const PAIRING_MINUTES = 15;

export const newKiosk = z.object({ name: line(60) });
export const revokedKiosk = z.object({ kiosk: id });
export const pairing = z.object({ code: line(20).transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, "")) });

const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const hashPairingCode = (code: string) => sha256Hex(`pairing ${code}`);
const hashDevice = (token: string) => sha256Hex(`kiosk ${token}`);

/** @returns the code to type on the device within 15 minutes: 39 bits, shown once, stored as a hash. @throws Forbidden */
export async function addKiosk(actor: Actor, { name }: z.infer<typeof newKiosk>): Promise<string> {
  if (!canKeepKiosks(actor)) throw new Forbidden("kiosk");
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  await transaction(async (tx) => {
    const kiosk = await tx.kiosk.create({
      data: { name, addedById: actor.id, createdAt: now(), pairingHash: hashPairingCode(code), pairingExpiresAt: after(PAIRING_MINUTES * MINUTE) },
    });
    await recordEvent(tx, { type: peopleEvents.kioskAdded, actorId: actor.id, subjectKind: "kiosk", subjectId: kiosk.id, audit: { details: { name } } });
  });
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Makes the device that types the code the kiosk. @returns what its cookie holds. @throws Invalid at `code` */
export async function pairKiosk({ code }: z.infer<typeof pairing>): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>(sql`
      UPDATE kiosk SET device_hash = ${hashDevice(token)}, pairing_hash = NULL, pairing_expires_at = NULL, paired_at = ${now()}::timestamptz
      WHERE pairing_hash = ${hashPairingCode(code)} AND pairing_expires_at > ${now()}::timestamptz AND revoked_at IS NULL RETURNING id`);
    if (!rows[0]) throw new Invalid({ code: "joining:kiosk.wrongCode" });
    await recordEvent(tx, { type: peopleEvents.kioskPaired, actorId: null, subjectKind: "kiosk", subjectId: rows[0].id, audit: {} });
  });
  return token;
}

export interface PairedKiosk {
  id: string;
  name: string;
}

/** The kiosk that holds this token; null for none, and for one that was revoked. */
export async function findKiosk(token: string): Promise<PairedKiosk | null> {
  if (!token) return null;
  const rows = await query<PairedKiosk>(sql`SELECT id, name FROM kiosk WHERE device_hash = ${hashDevice(token)} AND revoked_at IS NULL`);
  return rows[0] ?? null;
}

/** Ends a kiosk and whoever is signed in there; its next request finds neither. @throws Forbidden, NotFound */
export async function revokeKiosk(actor: Actor, kioskId: string): Promise<void> {
  if (!canKeepKiosks(actor)) throw new Forbidden("kiosk");
  await transaction(async (tx) => {
    const { count } = await tx.kiosk.updateMany({
      where: { id: kioskId, revokedAt: null },
      data: { revokedAt: now(), deviceHash: null, pairingHash: null, pairingExpiresAt: null },
    });
    if (count === 0) throw new NotFound("kiosk");
    const there = await tx.session.findMany({ where: { kioskId }, select: { personId: true } });
    await tx.session.deleteMany({ where: { kioskId } });
    await recordEvent(tx, {
      type: peopleEvents.kioskRevoked, actorId: actor.id, subjectKind: "kiosk", subjectId: kioskId, audit: {},
      live: { topic: "session.ended", people: there.map(({ personId }) => personId) },
    });
  });
}

export interface KioskEntry {
  id: string;
  name: string;
  addedBy: string;
  pairedAt: Date | null;
  /** Still waits for its device. */
  isWaiting: boolean;
}

/** The kiosks that are in force or wait for their device, by name. @throws NotFound */
export async function listKiosks(actor: Actor): Promise<KioskEntry[]> {
  if (!canKeepKiosks(actor)) throw new NotFound("kiosks");
  return query<KioskEntry>(sql`
    SELECT k.id, k.name, p.given_name || ' ' || p.family_name AS "addedBy", k.paired_at AS "pairedAt",
           coalesce(k.pairing_expires_at > ${now()}::timestamptz, false) AS "isWaiting"
    FROM kiosk k JOIN person p ON p.id = k.added_by_id
    WHERE k.revoked_at IS NULL ORDER BY k.name, k.id LIMIT 500`);
}
