import { now } from "../clock";
import { query, type Tx } from "../db.server";
import { sql } from "../sql";

/** Where the mail secret lies; it opens nowhere else. */
export const MAIL_SECRET = "mail_setting/1/sealed_secret";

export interface StoredMailSetting {
  carrier: string;
  sender: string;
  sealedSecret: string | null;
  revision: number;
}

/** What was chosen on the settings page; null while nothing was. One statement. */
export async function findMailSetting(): Promise<StoredMailSetting | null> {
  const rows = await query<StoredMailSetting>(sql`
    SELECT carrier, sender, sealed_secret AS "sealedSecret", revision FROM mail_setting WHERE id = 1`);
  return rows[0] ?? null;
}

/** Saves it in the caller's transaction. @param revision the one that was seen; 0 for none. @returns false when somebody saved since */
export async function storeMailSetting(tx: Tx, revision: number, { carrier, sender, sealedSecret }: Omit<StoredMailSetting, "revision">): Promise<boolean> {
  const data = { carrier, sender, sealedSecret, revision: revision + 1, updatedAt: now() };
  if (revision > 0) return (await tx.mailSetting.updateMany({ where: { id: 1, revision }, data })).count === 1;
  return (await tx.mailSetting.createMany({ data: [{ id: 1, ...data }], skipDuplicates: true })).count === 1;
}
