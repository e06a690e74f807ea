import { randomBytes, randomInt } from "node:crypto";
import { after, DAY, now } from "~/kernel/clock";
import type { Tx } from "~/kernel/db.server";
import { Invalid } from "~/kernel/errors";
import { sha256Hex } from "~/kernel/hash.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";

/** How long a link or a card works. */
export const JOIN_DAYS = 14;

/** Letters and digits that nobody mistakes for each other on paper. */
const PLAIN = "abcdefghjkmnpqrstuvwxyz23456789";

/** 16 letters in groups, 79 bits: in the QR code, and typed where that can't be read. */
export function newCardCode(): string {
  const group = () => Array.from({ length: 4 }, () => PLAIN[randomInt(PLAIN.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

/** What a link by mail carries. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A card's code belongs to its person: with another's number it is another hash. Capitals and dashes say nothing. */
export function hashCardCode(personId: string, code: string): string {
  return sha256Hex(`card ${personId} ${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);
}

export function hashLinkToken(token: string): string {
  return sha256Hex(`link ${token}`);
}

/** Puts codes in force, any number by one statement; each ends its person's older one. */
export async function storeJoinCodes(tx: Tx, actor: Actor, way: "mail" | "card", codes: readonly { personId: string; hash: string }[]): Promise<void> {
  const rows = codes.map(({ personId, hash }) => ({ person_id: personId, hash }));
  await tx.$executeRaw(sql`
    INSERT INTO join_code (person_id, way, hash, issued_by_id, created_at, expires_at)
    SELECT person_id, ${way}::text, hash, ${actor.id}::uuid, ${now()}::timestamptz, ${after(JOIN_DAYS * DAY)}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (person_id uuid, hash text)
    ON CONFLICT (person_id) DO UPDATE SET way = excluded.way, hash = excluded.hash, issued_by_id = excluded.issued_by_id,
      created_at = excluded.created_at, expires_at = excluded.expires_at`);
}

/** Uses a code up, in the transaction of what it is used for: of two at once, one finds it gone. @throws Invalid */
export async function takeJoinCode(tx: Tx, personId: string, hash: string, refusal: string): Promise<void> {
  const { count } = await tx.joinCode.deleteMany({ where: { personId, hash, expiresAt: { gt: now() } } });
  if (count === 0) throw new Invalid({ "": refusal });
}
