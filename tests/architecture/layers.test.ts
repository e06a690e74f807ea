import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** Every source file of the product, relative to the root. */
function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sourceFiles(file);
    return /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

/** The project files that a file imports; type imports count. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), "utf8"), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    const name = fileName.replace(/\?.*$/, "");
    const target = name.startsWith("~/")
      ? `app/${name.slice(2)}`
      : name.startsWith(".")
        ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
        : null;
    return target ? [resolveFile(target)] : [];
  });
}

function resolveFile(target: string): string {
  for (const candidate of [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`]) {
    if (files.includes(candidate)) return candidate;
  }
  return target;
}

const files = [...sourceFiles("app"), ...sourceFiles("emails"), "server.ts"];
const edges = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

/** Which layer a file belongs to. Lower numbers may not import higher ones. */
const LAYERS: [RegExp, string][] = [
  [/^app\/kernel\//, "kernel"],
  [/^app\/policy\//, "policy"],
  [/^app\/domain\//, "domain"],
  [/^app\/web\//, "web"],
  [/^app\/routes\//, "routes"],
  [/^app\/ui\//, "ui"],
  [/^app\/locales\//, "locales"],
  [/^emails\//, "emails"],
  [/^app\/paths\.ts$/, "paths"],
  [/^app\/worker\.server\.ts$/, "worker"],
  [/^app\/wiring\.server\.ts$/, "wiring"],
];

const layerOf = (file: string) => LAYERS.find(([pattern]) => pattern.test(file))?.[1] ?? "top";

const MAY_IMPORT: Record<string, string[]> = {
  kernel: ["kernel", "paths"],
  policy: ["policy", "kernel"],
  domain: ["domain", "policy", "kernel", "ui", "paths", "emails", "locales"],
  web: ["web", "domain", "policy", "kernel", "paths", "locales", "ui"],
  routes: ["routes", "web", "domain", "policy", "ui", "paths", "locales", "kernel"],
  ui: ["ui", "paths", "locales"],
  locales: ["locales"],
  emails: ["emails", "paths"],
  paths: [],
  wiring: ["domain", "kernel"],
  worker: ["wiring", "kernel"],
};

/** The kernel's files that routes may read: errors, the clock and pure values. */
const KERNEL_FOR_ROUTES = /^app\/kernel\/(errors|clock|json|env\.server|fields|mail\/mailbox\.server)(\.ts)?$/;

/** people ← company ← {library} ← {messages, shares}; never sideways. Insights reads, and is read by routes only. */
const MODULES: Record<string, string[]> = {
  people: [],
  audit: ["people"],
  company: ["people"],
  wins: ["people"],
  library: ["people", "company"],
  messages: ["people", "company", "library"],
  shares: ["people", "company", "library"],
  "first-run": ["library", "messages"],
  search: ["people", "library", "messages", "wins"],
  insights: ["people", "company", "library", "messages", "shares", "audit"],
  health: ["people", "shares"],
};

const moduleOf = (file: string) => /^app\/domain\/([^/]+)\//.exec(file)?.[1];

describe("layers", () => {
  it("knows every file's layer", () => {
    const top = files.filter((file) => layerOf(file) === "top");
    expect(top.sort()).toEqual(["app/entry.client.tsx", "app/entry.server.tsx", "app/root.tsx", "app/routes.ts", "server.ts"]);
  });

  it("imports downward only", () => {
    const wrong = edges.filter(({ file, target }) => {
      const [from, to] = [layerOf(file), layerOf(target)];
      return from !== "top" && to !== "top" && !MAY_IMPORT[from]?.includes(to);
    });
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("keeps the database, mail and queue away from routes", () => {
    const wrong = edges.filter(({ file, target }) => layerOf(file) === "routes" && layerOf(target) === "kernel" && !KERNEL_FOR_ROUTES.test(target));
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("lets modules import the ones beneath them, never sideways", () => {
    const wrong = edges.filter(({ file, target }) => {
      const [from, to] = [moduleOf(file), moduleOf(target)];
      return from && to && from !== to && !MODULES[from]?.includes(to);
    });
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
    expect(Object.keys(MODULES)).toEqual(expect.arrayContaining([...new Set(files.flatMap((file) => moduleOf(file) ?? []))]));
  });

  it("keeps lucia behind the session", () => {
    const importers = files.filter((file) => /from "lucia"/.test(readFileSync(path.join(root, file), "utf8")));
    expect(importers).toEqual(["app/web/session.server.ts"]);
  });

  it("has no cycles", () => {
    const graph = new Map(files.map((file) => [file, edges.filter((edge) => edge.file === file).map((edge) => edge.target)]));
    const state = new Map<string, "open" | "done">();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]) => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") return void cycles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      state.set(file, "open");
      for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
      state.set(file, "done");
    };
    files.forEach((file) => visit(file, []));
    expect(cycles).toEqual([]);
  });
});

describe("naming and size", () => {
  it("has no attic", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|services?|managers?)([./-]|$)/.test(file))).toEqual([]);
  });

  it("uses kebab-case", () => {
    expect(files.filter((file) => !file.startsWith("app/routes/") && /[A-Z_]/.test(path.basename(file)))).toEqual([]);
  });

  it("keeps routes within 150 lines and domain files within 250", () => {
    const long = files.filter((file) => {
      const lines = readFileSync(path.join(root, file), "utf8").split("\n").length - 1;
      return (file.startsWith("app/routes/") && lines > 150) || (/^app\/(domain|policy|kernel)\//.test(file) && lines > 250);
    });
    expect(long).toEqual([]);
  });
});

describe("rights", () => {
  it("are decided in app/policy alone: nothing else looks into the role grants", () => {
    const readers = files.filter(
      (file) => !/^app\/(policy|kernel|domain\/people)\//.test(file) && /\.roles\??\.(some|find|filter|includes|map|every)\b|\brole === /.test(readFileSync(path.join(root, file), "utf8")),
    );
    expect(readers).toEqual([]);
  });

  it("screens never test roles", () => {
    const testers = files.filter((file) => file.endsWith(".tsx") && /hasRole/.test(readFileSync(path.join(root, file), "utf8")));
    expect(testers).toEqual([]);
  });

  it("every route with a loader or action asks who is acting", () => {
    const silent = files.filter((file) => {
      if (!file.startsWith("app/routes/")) return false;
      const text = readFileSync(path.join(root, file), "utf8");
      return /export (async )?(function|const) (loader|action)\b/.test(text) && !/(requireActor|requireSignedIn|findSignedInPerson|readDemoMail(box)?)\(/.test(text);
    });
    expect(silent).toEqual([]);
  });
});

it("reads its own rules from real files", () => {
  expect(files.length).toBeGreaterThan(40);
  expect(edges.length).toBeGreaterThan(100);
  expect(statSync(path.join(root, "app")).isDirectory()).toBe(true);
});
