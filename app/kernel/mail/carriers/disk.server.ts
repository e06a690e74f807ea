import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Carrier, OutgoingMail, Outcome } from "../carrier";
import { mailName, type StoredMail } from "../mailbox.server";

/** What the mailbox keeps; the oldest go first. */
const MOST_MAILS = 5000;

/** Mail as files in a folder, for the demo and for installations that have no mail yet. */
export function diskCarrier(folder: string): Carrier {
  return {
    name: "disk",
    capacity: 100,
    async send({ mails }) {
      const outcomes = await Promise.all(mails.map((mail) => store(folder, mail)));
      await forgetOldest(folder);
      return outcomes;
    },
  };
}

/** Written aside and renamed: a reader never sees half a mail, and a second try writes the same file. */
async function store(folder: string, mail: OutgoingMail): Promise<Outcome> {
  const name = mailName(mail.id, mail.queuedAt);
  const { id, to, subject, html, text, template } = mail;
  const stored: StoredMail = { id, to, subject, html, text, template, queuedAt: mail.queuedAt.toISOString() };
  const aside = path.join(folder, `.${name}.${crypto.randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(aside, JSON.stringify(stored), { mode: 0o600, flush: true });
    await rename(aside, path.join(folder, `${name}.json`));
    return { kind: "sent", carrierId: name };
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    return { kind: "postponed", code: `disk_${(error as NodeJS.ErrnoException).code?.toLowerCase() ?? "error"}` };
  }
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= MOST_MAILS) return;
  const oldest = names.filter((name) => name.endsWith(".json")).sort().slice(0, names.length - MOST_MAILS);
  await Promise.all(oldest.map((name) => rm(path.join(folder, name), { force: true })));
}
