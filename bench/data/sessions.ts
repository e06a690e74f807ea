import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { Sizes } from "./sizes";

/** Somebody who is signed in: the load carries their cookie. */
export interface Reader {
  personId: string;
  cookie: string;
}

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const TOKEN_LENGTH = 40;
const COOKIE = "vouch";

/** Signs people in. The first one has every role (see `generateCompany`), the others are employees all over the tree. */
export async function generateSessions(db: ClientBase, { sessions, people }: Sizes, at: Date): Promise<Reader[]> {
  const tokens = Array.from({ length: sessions }, (_, nth) => tokenOf(nth));
  const { rows } = await db.query<{ personId: string }>(
    `INSERT INTO session (id, person_id, expires_at, created_at, device)
     SELECT hash, bench.id('person', (nth - 1) * $2::bigint / cardinality($1::text[])), $3::timestamptz + interval '30 days', $3, 'Firefox on Linux'
     FROM unnest($1::text[]) WITH ORDINALITY AS s(hash, nth) ORDER BY nth RETURNING person_id AS "personId"`,
    [tokens.map((token) => createHash("sha256").update(token).digest("hex")), people, at],
  );
  return rows.map(({ personId }, nth) => ({ personId, cookie: `${COOKIE}=${tokens[nth]}` }));
}

/** The same every time: sessions of a throw-away database on loopback. */
function tokenOf(nth: number): string {
  const bytes = createHash("sha512").update(`bench session ${nth}`).digest();
  return Array.from(bytes.subarray(0, TOKEN_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}
