import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Rollup } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const aliases = [
  { find: "~", replacement: fromHere("./app") },
  // Its icons come from lucide-react; how they are made is ours, lighter in bytes and in time.
  { find: "../createLucideIcon.mjs", replacement: fromHere("./app/ui/create-lucide-icon.tsx") },
];

/** The routes of the page that most people see first. */
const FIRST_PAGE = /\/app\/(root|routes\/_app|routes\/_app\._index)\.tsx(\?.*)?$/;

/**
 * What the home page needs is one file instead of thirty: small files compress badly and cost a request each. With
 * terser, which takes 5 % off, it stays under the 120 KB of script (gzip) that the first page may have.
 * Rollup asks for every module; all that the first page's routes import, near or far, goes together.
 */
const firstPageTogether: Rollup.ManualChunksOption = (id, { getModuleIds, getModuleInfo }) => {
  if (/node_modules\/(?!lucide-react)/.test(id)) return undefined;
  return reachableFromFirstPage(getModuleIds, getModuleInfo).has(id) ? "first" : undefined;
};

let reachable: Set<string> | undefined;

function reachableFromFirstPage(ids: () => Iterable<string>, info: (id: string) => Rollup.ModuleInfo | null): Set<string> {
  if (reachable) return reachable;
  reachable = new Set();
  const visit = (id: string) => {
    if (reachable!.has(id)) return;
    reachable!.add(id);
    info(id)?.importedIds.forEach(visit);
  };
  for (const id of ids()) if (FIRST_PAGE.test(id)) visit(id);
  return reachable;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
  resolve: { alias: aliases },
  // react-email loads a highlighter of 300 languages with its parts: in the build only what mails use is left, and a process starts a second sooner.
  ssr: { noExternal: ["lucide-react", "react-email", "@react-email/render"] },
  build: {
    target: "es2022",
    minify: isSsrBuild ? false : "terser",
    terserOptions: { compress: { passes: 3, ecma: 2020 } },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: firstPageTogether } },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
}));
