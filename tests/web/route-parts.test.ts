import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";

import { partsOf } from "~/web/route-parts.server";

interface Route {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
}

function buildOf(routes: Route[]): ServerBuild {
  const table = Object.fromEntries(routes.map((route) => [route.id, route]));
  return { routes: table, assets: { routes: table, version: "1" } } as unknown as ServerBuild;
}

/** The tree as Remix makes it of a build's routes. */
function treeOf(routes: ServerBuild["routes"], parentId?: string): Parameters<typeof matchRoutes>[0] {
  return Object.values(routes).flatMap((route) => {
    if (!route || (route.parentId ?? undefined) !== parentId) return [];
    const { id, path, index } = route;
    return [index ? { id, path, index } : { id, path, children: treeOf(routes, id) }];
  });
}

/** What answers an address: the chain of routes and the parameters they found. */
function answer({ routes }: ServerBuild, pathname: string) {
  return matchRoutes(treeOf(routes), pathname)?.map(({ route, params, pathname: own }) => [route.id, own, params]) ?? null;
}

const segment = fc.constantFrom("wins", "Wins", "win", "new", ":id", ":name", "people", "a?", ":b?");
const path = fc.oneof(
  fc.constant(undefined),
  fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join("/")),
  fc.array(segment, { maxLength: 2 }).map((segments) => [...segments, "*"].join("/")),
);

/** Under a root: each route under one that came before it, or an index. */
const table = fc.array(fc.record({ path, index: fc.boolean(), parent: fc.nat() }), { maxLength: 14 }).map((drawn) => {
  const routes: Route[] = [{ id: "root", path: "" }];
  drawn.forEach(({ path: own, index, parent }, nth) => {
    const parents = routes.filter((route) => !route.index);
    const isIndex = index && !own?.endsWith("*");
    routes.push({ id: `r${nth}`, parentId: parents[parent % parents.length]!.id, path: own, ...(isIndex && { index: true }) });
  });
  return routes;
});

const address = fc
  .array(fc.constantFrom("wins", "WINS", "win", "new", "people", "a", "42", "%77ins", "wins.data", "%", "", "_root"), { maxLength: 4 })
  .map((words) => `/${words.join("/")}`);

describe("partsOf", () => {
  it("answers every address as the whole build does, by any table of routes", () => {
    // The router says so of each address that is not well coded.
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    fc.assert(
      fc.property(table, fc.array(address, { minLength: 1, maxLength: 8 }), (routes, addresses) => {
        const build = buildOf(routes);
        const partFor = partsOf(build);
        for (const pathname of addresses) expect(answer(partFor(pathname), pathname)).toEqual(answer(build, pathname));
      }),
      { numRuns: 2_000 },
    );
  });

  const few = buildOf([
    { id: "root", path: "" },
    { id: "app", parentId: "root" },
    { id: "home", parentId: "app", index: true },
    { id: "wins", parentId: "app", path: "wins" },
    { id: "win", parentId: "wins", path: ":id" },
    { id: "people", parentId: "app", path: "people" },
  ]);

  it("leaves out what an address can't be for, and keeps the way home", () => {
    const ids = (pathname: string) => Object.keys(partsOf(few)(pathname).routes);
    expect(ids("/wins/42")).toEqual(["root", "app", "home", "wins", "win"]);
    expect(ids("/")).toEqual(["root", "app", "home"]);
    expect(Object.keys(partsOf(few)("/people").assets.routes)).toEqual(["root", "app", "home", "people"]);
  });

  it("takes an address for data as its page's", () => {
    const partFor = partsOf(few);
    expect(partFor("/_root.data")).toBe(partFor("/"));
    expect(partFor("/wins.data")).toBe(partFor("/wins"));
    expect(partFor("/wins/42.data")).toBe(partFor("/wins/7"));
  });

  it("compares with all routes what begins with no word it knows, and what browsers ask for more routes by", () => {
    const partFor = partsOf(few);
    for (const pathname of ["/nothing", "/__manifest", "//wins", "/%77ins"]) expect(partFor(pathname)).toBe(few);
  });
});
