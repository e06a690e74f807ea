import { fileURLToPath } from "node:url";

import { defineConfig } from "prisma/config";

// The Prisma CLI would download a binary; this script is the same engine as WebAssembly.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./scripts/schema-engine.mjs", import.meta.url));

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // Only the commands that touch a database need it, so `prisma generate` works without.
  datasource: process.env.DATABASE_URL ? { url: process.env.DATABASE_URL } : undefined,
});
