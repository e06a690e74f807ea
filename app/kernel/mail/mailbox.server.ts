import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** A mail as the mailbox on disk keeps it. */
export interface StoredMail {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  template: string;
  /** ISO 8601, UTC. */
  queuedAt: string;
}

/** A mail's name in the mailbox: sorts by time, stays the same for every try, and is safe in a path. */
export type MailName = string;

const NAME = /^\d{8}T\d{9}Z-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function mailName(id: string, queuedAt: Date): MailName {
  return `${queuedAt.toISOString().replace(/[-:.]/g, "")}-${id}`;
}

/** A page of the mailbox, newest first; `after` is the last name of the page before. */
export async function listMailbox(folder: string, { after, limit }: { after?: MailName; limit: number }) {
  const names = (await readdir(folder).catch(() => []))
    .map((file) => path.basename(file, ".json"))
    .filter((name) => NAME.test(name) && (!after || name < after))
    .sort()
    .reverse();
  const page = names.slice(0, limit);
  const mails = await Promise.all(page.map(async (name) => ({ name, mail: await findStoredMail(folder, name) })));
  return {
    mails: mails.flatMap(({ name, mail }) => (mail ? [{ name, ...mail }] : [])),
    next: names.length > limit ? page.at(-1)! : null,
  };
}

/** One mail; null for a name that is none, or no longer there. */
export async function findStoredMail(folder: string, name: MailName): Promise<StoredMail | null> {
  if (!NAME.test(name)) return null;
  try {
    return JSON.parse(await readFile(path.join(folder, `${name}.json`), "utf8")) as StoredMail;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
