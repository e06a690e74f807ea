// Runs a TypeScript file of the project in a node process of its own, for tests that kill it:
// node tests/support/run.mjs <file> [args]. The file's default export is called with the arguments.
import { fileURLToPath } from "node:url";

import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [file, ...args] = process.argv.slice(2);
const { module } = await runnerImport(file, {
  root,
  configFile: false,
  logLevel: "error",
  resolve: { alias: { "~": `${root}app` } },
});
await module.default(...args);
