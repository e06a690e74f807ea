import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { buildIsFresh, markBuilt } from "../../scripts/build-stamp.mjs";
import type * as ProductModule from "../product";
import { root } from "./processes";

export type Product = typeof ProductModule;

/** The production build that `npm start` runs, made anew where it is older than its sources. */
export function buildProduct(say: (line: string) => void): void {
  if (buildIsFresh()) return;
  say("building the product");
  const began = new Date();
  run("npm", ["run", "--silent", "build"]);
  markBuilt(began);
}

/** F1 and F2, by the command that builds the product. */
export function buildFloors(say: (line: string) => void): void {
  say("building the floors");
  run(path.join(root, "node_modules", ".bin", "remix"), ["vite:build"], path.join(root, "bench", "floors", "remix"));
}

/** The product's verbs for this process; see `bench/product.ts`. */
export async function loadProduct(): Promise<Product> {
  const folder = path.join(root, "build", "bench");
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    resolve: { alias: { "~": path.join(root, "app") } },
    build: { ssr: path.join(root, "bench", "product.ts"), outDir: folder, target: "es2022", minify: false },
  });
  return (await import(pathToFileURL(path.join(folder, "product.js")).href)) as Product;
}

function run(command: string, args: string[], cwd = root): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } });
  if (status !== 0) throw new Error(`${path.basename(command)} ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
}
