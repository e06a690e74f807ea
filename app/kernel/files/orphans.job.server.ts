import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { after, DAY } from "../clock";
import { query } from "../db.server";
import { files } from "../files.server";
import { mailboxFolder } from "../mail/carrier-in-force.server";
import { sql } from "../sql";
import { defineJob } from "../queue.server";

/** What is younger may belong to a change that is still under way. */
const LEFT_ALONE = DAY;
/** Asked about in one statement. */
const AT_ONCE = 500;
/** Removed in one night; the next night goes on. */
const MOST = 5_000;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * Once a night: removes the files that a crash left without a row, between writing them and committing
 * what they belong to: pictures, and mails of the mailbox on disk. Safe on several workers and safe to
 * run twice: a file that is gone is no error.
 */
export const sweepOrphans = defineJob({
  name: "sweep-orphans",
  cron: "37 2 * * *",
  async run() {
    await sweepPictures();
    await sweepMailbox();
  },
});

async function sweepPictures(): Promise<void> {
  const ids = (await files().listFolder("pictures")).filter(isId);
  await sweep(ids, withPictures, async (id) => {
    const changedAt = await files().changedAt(`pictures/${id}`);
    if (changedAt && changedAt < after(-LEFT_ALONE)) await files().removeFolder(`pictures/${id}`);
    return changedAt !== null;
  });
}

/** Mails whose row is forgotten, and what a crash left half written. */
async function sweepMailbox(): Promise<void> {
  const folder = mailboxFolder();
  const named = (await readdir(folder).catch(() => [])).flatMap((name) => {
    const id = UUID.exec(name)?.[0];
    return id ? [{ id, name }] : [];
  });
  const half = named.filter(({ name }) => name.startsWith("."));
  const whole = new Map(named.filter(({ name }) => name.endsWith(".json") && !name.startsWith(".")).map(({ id, name }) => [id, name]));
  for (const { name } of half.slice(0, MOST)) await removeOld(path.join(folder, name));
  await sweep([...whole.keys()], withMails, (id) => removeOld(path.join(folder, whole.get(id)!)));
}

/** @param known those of the ids that have a row @param remove tells whether there was something */
async function sweep(ids: readonly string[], known: (ids: string[]) => Promise<{ id: string }[]>, remove: (id: string) => Promise<boolean>): Promise<void> {
  let removed = 0;
  for (let from = 0; from < ids.length && removed < MOST; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const rows = new Set((await known(some)).map(({ id }) => id));
    for (const id of some) if (!rows.has(id) && (await remove(id))) removed += 1;
  }
}

const withPictures = (ids: string[]) => query<{ id: string }>(sql`SELECT id FROM picture WHERE id = ANY(${ids}::uuid[])`);
const withMails = (ids: string[]) => query<{ id: string }>(sql`SELECT id FROM mail_outbox WHERE id = ANY(${ids}::uuid[])`);

async function removeOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  if (!found || found.mtime >= after(-LEFT_ALONE)) return false;
  await rm(file, { force: true });
  return true;
}

function isId(name: string): boolean {
  return UUID.exec(name)?.[0] === name;
}
