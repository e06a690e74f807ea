// Runs a TypeScript file of the project in a node process of its own, for tests that kill it:
// node tests/support/run.mjs <file> [args]. The file's default export is called with the arguments.
import { fileURLToPath } from "node:url";

import { createServer } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [file, ...args] = process.argv.slice(2);
// Open while the file works: what it loads meanwhile is loaded through it as well.
const server = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
  resolve: { alias: { "~": `${root}app` } },
});
const module = await server.ssrLoadModule(file);
await module.default(...args);
await server.close();
