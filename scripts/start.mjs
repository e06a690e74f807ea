#!/usr/bin/env node
// Starts Vouch: node scripts/start.mjs all|demo|web|worker, demo also with --people 10|240|2000. Builds first where the build is missing
// or older than what it is made from.
import { spawnSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { buildIsFresh, markBuilt, root } from "./build-stamp.mjs";

process.env.NODE_ENV ??= "production";
const mode = process.argv[2] ?? "all";
if (!["all", "demo", "web", "worker"].includes(mode)) {
  console.error("Usage: node scripts/start.mjs all|demo|web|worker");
  process.exit(2);
}

if (!buildIsFresh()) {
  const began = new Date();
  console.log("Building Vouch, this takes about half a minute …");
  const built = spawnSync("npm", ["run", "--silent", "build"], { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  if (built.status !== 0) {
    console.error(built.stdout, built.stderr);
    console.error("The build failed; nothing was started.");
    process.exit(1);
  }
  markBuilt(began);
}

// Settings are read as soon as the build is: one that can't be used is said in its one line.
const build = await import("../build/server/index.js").catch((error) => {
  if (error?.name !== "StartFailure") throw error;
  console.error(error.message);
  process.exit(1);
});
// A heap that may grow by a fifth before it is tidied up, instead of several times over: half the memory under load,
// at the same speed (`npm run bench -- --only memory`).
setFlagsFromString("--heap-growing-percent=20");

await build.entry.module.run(mode, build, process.argv.slice(3));
