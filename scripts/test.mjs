#!/usr/bin/env node
// Everything that must hold: build, types and lint side by side, then the tests (architecture, unit,
// database, browser). Ends with "N passed, N failed". --deep runs the full counts of faults and attacks.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { buildIsFresh, markBuilt, root } from "./build-stamp.mjs";

const deep = process.argv.includes("--deep");
const bin = (name) => path.join(root, "node_modules", ".bin", name);
const report = path.join(root, "test-results", "report.json");

let passed = 0;
let failed = 0;

const generated = await step("generate", () => run(bin("prisma"), ["generate"]));
const [built] = generated ? await Promise.all([step("build", build), step("types", () => run(bin("tsc"), ["--noEmit"])), step("lint", () => run(bin("eslint"), ["--max-warnings=0", "."]))]) : [false];
if (built) await tests();

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function step(name, work) {
  const began = Date.now();
  const ok = await work();
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? "✓" : "✗"} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return ok;
}

async function build() {
  if (buildIsFresh()) return true;
  const began = new Date();
  const done = await run(bin("remix"), ["vite:build"]);
  if (done) markBuilt(began);
  return done;
}

async function tests() {
  rmSync(report, { force: true });
  const clean = await run(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], deep ? { VOUCH_DEEP: "1" } : {});
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
    passed += numPassedTests;
    failed += numFailedTests;
    // A file that can't be loaded, or an error outside any test, is a failure too.
    if (!clean && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites);
  } catch {
    console.error("The test run left no report.");
    failed++;
  }
}

function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}
