import type { ClientBase } from "pg";
import { generateAudit } from "./audit";
import { generateCompany } from "./company";
import { createFunctions } from "./functions";
import { generateMessages } from "./messages";
import { generateReceipts } from "./receipts";
import { generateSessions, type Reader } from "./sessions";
import { generatePosts, generateShares } from "./shares";
import type { Sizes } from "./sizes";
import { generateWins } from "./wins";

export interface Counts {
  people: number;
  departments: number;
  messages: number;
  audienceRows: number;
  receipts: number;
  shares: number;
  wins: number;
  auditEntries: number;
}

/**
 * Fills an empty, migrated database; the same sizes give the same rows, but for the moment they are counted from.
 * @returns those who are signed in, and how much there is
 */
export async function generate(db: ClientBase, sizes: Sizes, say: (line: string) => void): Promise<{ readers: Reader[]; counts: Counts }> {
  const at = new Date();
  // For the making only: what is measured later runs with everything durable.
  await db.query("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'");
  await createFunctions(db);
  say(`${sizes.people.toLocaleString("en")} people in ${sizes.departments.toLocaleString("en")} departments`);
  await generateCompany(db, sizes, at);
  say(`${sizes.messages.toLocaleString("en")} messages`);
  await generateMessages(db, sizes, at);
  // Not the texts yet: their statistics are as dear as their index.
  await db.query("ANALYZE person, department, department_closure, message, message_audience, variant");
  say("read receipts");
  await generateReceipts(db);
  say(`${sizes.shares.toLocaleString("en")} shares with their links`);
  await generatePosts(db, sizes, at);
  await generateShares(db, sizes, at);
  say(`${sizes.wins.toLocaleString("en")} wins, ${sizes.auditEntries.toLocaleString("en")} entries of the audit`);
  await generateWins(db, sizes, at);
  await generateAudit(db, sizes, at);
  const readers = await generateSessions(db, sizes, at);
  await db.query("VACUUM (ANALYZE)");
  // Once more for what is large: autovacuum's own snapshot keeps the first from noting that all rows are visible to all.
  await db.query("VACUUM read_receipt, acknowledgement, share, link");
  return { readers, counts: await count(db) };
}

async function count(db: ClientBase): Promise<Counts> {
  const { rows } = await db.query<Counts>(
    `SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM department) AS departments,
       (SELECT count(*)::int FROM message) AS messages, (SELECT count(*)::int FROM message_audience) AS "audienceRows",
       (SELECT count(*)::int FROM read_receipt) AS receipts, (SELECT count(*)::int FROM share) AS shares,
       (SELECT count(*)::int FROM win) AS wins, (SELECT count(*)::int FROM audit_entry) AS "auditEntries"`,
  );
  return rows[0]!;
}
