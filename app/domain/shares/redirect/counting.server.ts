import { open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { after, DAY, now } from "~/kernel/clock";
import { transaction, type Tx } from "~/kernel/db.server";
import { recordEvent } from "~/kernel/events.server";
import { sharesEvents } from "../events";
import { dayOf, removeOldVisitKeys } from "./visitor-hash.server";
import { spoolFolder } from "./visit-spool.server";

const BATCH_BYTES = 512 * 1024;
/** How long seen hashes are kept: a spool may wait that long for its database. */
const SEEN_DAYS = 3;

type Line = [slug: string, day: string, isPerson: 0 | 1, visitor: string];

/**
 * Counts what lies in the spools of all processes that share the folder. How far a spool has been
 * counted is saved with the counts, in one transaction under its row's lock: each line counts once,
 * whichever process counts and wherever it dies.
 * @returns how many visits were counted
 */
export async function countSpooledVisits(): Promise<number> {
  let counted = 0;
  for (const name of (await readdir(spoolFolder()).catch(() => [])).sort()) {
    if (!name.endsWith(".spool") || (await isCounted(name))) continue;
    for (;;) {
      const lines = await countNextLines(name);
      counted += lines;
      if (lines === 0) break;
    }
  }
  return counted;
}

/** How far this process knows a spool to be counted: most of them have nothing new, and then no statement is spent. */
const countedTo = new Map<string, number>();

async function isCounted(name: string): Promise<boolean> {
  const { size } = await stat(path.join(spoolFolder(), name)).catch(() => ({ size: 0 }));
  return size === 0 || countedTo.get(name) === size;
}

async function countNextLines(name: string): Promise<number> {
  const file = path.join(spoolFolder(), name);
  const { count, end } = await transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO visit_spool (id, position, drained_at) VALUES (${name}, 0, ${now()}) ON CONFLICT (id) DO NOTHING`;
    const [spool] = await tx.$queryRaw<{ position: bigint }[]>`SELECT position FROM visit_spool WHERE id = ${name} FOR UPDATE`;
    const position = Number(spool?.position ?? 0);
    const { lines, end } = await readLines(file, position);
    if (lines.length) await addToCounts(tx, lines);
    if (end > position) {
      await tx.$executeRaw`UPDATE visit_spool SET position = ${end}::bigint, drained_at = ${now()} WHERE id = ${name}`;
    }
    return { count: lines.length, end };
  });
  countedTo.set(name, end);
  return count;
}

/** Whole lines from a byte on; a line still being written waits for the next time. */
async function readLines(file: string, position: number): Promise<{ lines: Line[]; end: number }> {
  const handle = await open(file, "r").catch(() => null);
  if (!handle) return { lines: [], end: position };
  try {
    const buffer = Buffer.alloc(BATCH_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, BATCH_BYTES, position);
    const lastLineEnd = buffer.subarray(0, bytesRead).lastIndexOf(10) + 1;
    const lines = buffer.subarray(0, lastLineEnd).toString("utf8").split("\n").flatMap(parseLine);
    return { lines, end: position + lastLineEnd };
  } finally {
    await handle.close();
  }
}

function parseLine(text: string): Line[] {
  if (!text) return [];
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return []; // torn by a crash before its visitor was answered
  }
}

async function addToCounts(tx: Tx, lines: Line[]): Promise<void> {
  const reached = await tx.$queryRaw<Reached[]>`
    WITH line AS (
      SELECT l.id AS link_id, l.post_id, i.day::date AS day, i.is_person,
             CASE WHEN i.is_person THEN decode(translate(i.visitor, '-_', '+/') || '==', 'base64') END AS hash
      FROM unnest(${lines.map(([slug]) => slug)}::text[], ${lines.map(([, day]) => day)}::text[],
                  ${lines.map(([, , isPerson]) => isPerson === 1)}::boolean[], ${lines.map(([, , , visitor]) => visitor)}::text[])
           AS i(slug, day, is_person, visitor)
      JOIN link l ON l.slug = i.slug
    ), first_seen AS (
      INSERT INTO visit_seen (day, hash) SELECT DISTINCT day, hash FROM line WHERE is_person
      ON CONFLICT DO NOTHING RETURNING day, hash
    ), counted AS (
      SELECT link_id, line.post_id, line.day,
             count(DISTINCT first_seen.hash) AS people,
             count(*) FILTER (WHERE is_person) AS visits,
             count(*) FILTER (WHERE NOT is_person) AS machines
      FROM line LEFT JOIN first_seen ON first_seen.day = line.day AND first_seen.hash = line.hash
      GROUP BY link_id, line.post_id, line.day
    ), reached AS (
      INSERT INTO post_reach AS r (post_id, visits)
      SELECT post_id, sum(people) FROM counted WHERE people > 0 GROUP BY post_id ORDER BY post_id
      ON CONFLICT (post_id) DO UPDATE SET visits = r.visits + excluded.visits
      RETURNING r.post_id, r.visits, r.shares
    ), added AS (
      SELECT post_id, sum(people) AS people FROM counted GROUP BY post_id
    ), by_link AS (
    INSERT INTO link_visits AS v (link_id, day, people, repeats, machines)
    SELECT link_id, day, people, visits - people, machines FROM counted ORDER BY link_id, day
    ON CONFLICT (link_id, day) DO UPDATE
    SET people = v.people + excluded.people, repeats = v.repeats + excluded.repeats, machines = v.machines + excluded.machines
    )
    SELECT reached.post_id AS "postId", reached.visits, reached.shares, (reached.visits - added.people)::int AS before
    FROM reached JOIN added USING (post_id)
    WHERE length(reached.visits::text) > length((reached.visits - added.people)::text) AND reached.visits >= 100
    ORDER BY reached.post_id`;
  for (const { postId, visits, shares } of reached) {
    // Rare: a post grows by a digit. Counted under its row's lock, so it happens once.
    const step = 10 ** (String(visits).length - 1);
    await recordEvent(tx, { type: sharesEvents.visitsReached, actorId: null, subjectKind: "post", subjectId: postId, payload: { visits: step, shares } });
  }
}

interface Reached {
  postId: string;
  visits: number;
  shares: number;
  before: number;
}

/** Throws away what counting no longer needs: keys of past days, seen hashes, spools counted to their end. */
export async function forgetPastVisitors(): Promise<void> {
  await removeOldVisitKeys();
  const oldest = dayOf(after(-SEEN_DAYS * DAY));
  await transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM visit_seen WHERE day < ${oldest}::date`;
  });
  for (const name of await readdir(spoolFolder()).catch(() => [])) {
    if (name.slice(0, 10) < oldest && (await countNextLines(name)) === 0) await removeSpool(name);
  }
}

async function removeSpool(name: string): Promise<void> {
  await rm(path.join(spoolFolder(), name), { force: true });
  countedTo.delete(name);
  await transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM visit_spool WHERE id = ${name}`;
  });
}
