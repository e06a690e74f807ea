import { applyMigrations } from "~/kernel/migrations/apply.server";

/** Migrates, and says when it begins. */
export default async function migrate(url: string, migrations?: string): Promise<void> {
  console.log("begins");
  await applyMigrations({ url, ...(migrations ? { migrations: JSON.parse(migrations) } : {}) });
  console.log("done");
}
