import { applyMigrations } from "~/kernel/migrations/apply.server";

/** Migrates, and says when it begins. */
export default async function migrate(url: string, migrations?: string): Promise<void> {
  process.stdout.write("begins\n");
  await applyMigrations({ url, ...(migrations ? { migrations: JSON.parse(migrations) } : {}) });
  process.stdout.write("done\n");
}
