import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/**
 * Gives each address the part of the build that can answer it. Remix ranks and compares all routes of a build with the
 * address, several times a request, and makes all of them anew for every page it renders: time that grows with every
 * route. Here an address is answered by the routes that begin with the same word, by those that begin with a parameter,
 * and by those of "/", which a browser must know wherever it comes in. Whatever begins with no word of the table (and
 * "/__manifest", by which browsers ask for more routes) is compared with all of them.
 *
 * @returns the same part for the same word, made once
 */
export function partsOf(build: ServerBuild): (pathname: string) => ServerBuild {
  const words = new Map(Object.keys(build.routes).map((id) => [id, firstWord(build.routes, id)]));
  const parts = new Map([...new Set(words.values())].filter((word) => word !== ANY).map((word) => [word, partFor(build, words, word)]));
  return (pathname) => parts.get(wordOf(pathname) ?? ANY) ?? build;
}

/** A parameter, a splat or an optional segment: an address may begin with anything. */
const ANY = "*";

function partFor(build: ServerBuild, words: ReadonlyMap<string, string>, word: string): ServerBuild {
  const ids = new Set<string>();
  for (const [id, own] of words) {
    if (own !== word && own !== "" && own !== ANY) continue;
    for (let at: string | undefined = id; at !== undefined; at = build.routes[at]?.parentId) ids.add(at);
  }
  const only = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

/** What addresses of this route begin with, in small letters as Remix compares them; empty for "/" and layouts around it. */
function firstWord(routes: Routes, id: string): string {
  let path = "";
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) path = `${routes[at]?.path ?? ""}/${path}`;
  const word = path.split("/").find(Boolean) ?? "";
  return /^:|[*?]/.test(word) ? ANY : word.toLowerCase();
}

/** The first word of an address, of one for data ("/wins.data", "/_root.data") as of the page's. Coded ones have none. */
function wordOf(pathname: string): string | undefined {
  const page = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  if (page === "/") return "";
  return /^\/([^/%]+)(\/|$)/.exec(page)?.[1]?.toLowerCase();
}
