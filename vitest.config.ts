import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Here and not only in the tests: the database server is started by Vitest's own process.
process.env.LOG_LEVEL ??= "silent";

/** Nothing here is timed; a limit only ends what hangs, and full counts take their time. */
const limitOf = (milliseconds: number) => (process.env.VOUCH_DEEP ? 1_800_000 : milliseconds);

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The walk over every page takes longest by far: begun last, it would leave a processor idle. */
class WalkFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const walks = sorted.filter(({ moduleId }) => moduleId.endsWith("/every-page.e2e.test.ts"));
    const others = sorted.filter((file) => !walks.includes(file));
    const browserTests = others.findIndex(({ project }) => project.name === "e2e");
    return others.toSpliced(browserTests < 0 ? others.length : browserTests, 0, ...walks);
  }
}

/**
 * Tests that need no database, those that do, and those in a browser; one kind after the other. Without the Remix
 * plugin, which is for building.
 */
export default defineConfig({
  resolve: { alias: { "~": fromHere("./app") } },
  test: {
    env: { NODE_ENV: "test", LOG_LEVEL: process.env.LOG_LEVEL, TZ: "UTC" },
    restoreMocks: true,
    maxWorkers: "100%",
    sequence: { sequencer: WalkFirst },
    // Loading the product's modules anew for each file would take half of a run.
    isolate: false,
    setupFiles: "tests/support/shared-modules.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.{db,e2e}.test.{ts,tsx}"],
          testTimeout: limitOf(60_000),
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          sequence: { groupOrder: 1 },
          include: ["tests/**/*.db.test.{ts,tsx}"],
          globalSetup: "tests/support/database-server.ts",
          testTimeout: limitOf(60_000),
          hookTimeout: limitOf(60_000),
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          sequence: { groupOrder: 2 },
          include: ["tests/**/*.e2e.test.{ts,tsx}"],
          globalSetup: ["tests/support/database-server.ts", "tests/support/demo-template.ts"],
          // Each file has a server, a worker, a database and a browser of its own: two of them fill two processors.
          maxWorkers: 2,
          testTimeout: limitOf(120_000),
          hookTimeout: limitOf(120_000),
        },
      },
    ],
  },
});
