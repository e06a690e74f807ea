import { execFileSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** One route of the build, as the router knows it. */
export interface Route {
  id: string;
  /** The whole path with its parameters, beginning with a slash: "/admin/people/:id". */
  path: string;
  /** Names of the parameters, in order. */
  params: string[];
  isIndex: boolean;
  hasLoader: boolean;
  hasAction: boolean;
  /** It shows a page; others only answer. */
  hasPage: boolean;
  /** Others lie inside it: it has no address of its own. */
  isLayout: boolean;
}

interface BuiltRoute {
  id: string;
  parentId: string | null;
  path: string | null;
  index: boolean;
  loader: boolean;
  action: boolean;
  page: boolean;
}

const build = path.resolve(import.meta.dirname, "../../../build/server/index.js");

/** Read by a node of its own: the build brings a whole server, which the tests must not share modules with. */
const print = `
  const { routes } = await import(${JSON.stringify(pathToFileURL(build).href)});
  const rows = Object.values(routes).map(({ id, parentId, path, index, module }) => ({
    id, parentId: parentId ?? null, path: path ?? null, index: Boolean(index),
    loader: Boolean(module.loader), action: Boolean(module.action), page: Boolean(module.default),
  }));
  process.stdout.write(JSON.stringify(rows), () => process.exit(0));`;

/** Every route of the build, whenever it was added: nothing here is listed by hand. */
export function readRouteTable(): Route[] {
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", print], { encoding: "utf8", env: { PATH: process.env.PATH, LOG_LEVEL: "silent", NODE_ENV: "production" } });
  const rows = JSON.parse(printed) as BuiltRoute[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const segments = (row: BuiltRoute | undefined): string[] => (row ? [...segments(byId.get(row.parentId ?? "")), ...(row.path?.split("/") ?? [])] : []);
  const parents = new Set(rows.map(({ parentId }) => parentId));
  return rows.map((row) => {
    const parts = segments(row).filter(Boolean);
    return {
      id: row.id,
      path: `/${parts.join("/")}`,
      params: parts.flatMap((part) => (part.startsWith(":") ? [part.slice(1)] : [])),
      isIndex: row.index,
      hasLoader: row.loader,
      hasAction: row.action,
      hasPage: row.page,
      isLayout: parents.has(row.id),
    };
  });
}

/** The routes that have an address of their own. */
export function readAddresses(): Route[] {
  return readRouteTable().filter((route) => !route.isLayout);
}

/** The route's address with these values in place of its parameters, encoded as a browser would. */
export function addressOf(route: Route, values: Record<string, string> = {}): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? "missing"));
}

/** The same address as Remix asks for it from script. @param only names the one route whose loader shall run */
export function dataAddressOf(address: string, only?: string): string {
  const [path = "", search = ""] = address.split("?");
  const query = new URLSearchParams(search);
  if (only) query.set("_routes", only);
  return `${path === "/" ? "/_root" : path}.data${query.size ? `?${query}` : ""}`;
}

/** Where a form of this route is sent: index routes are told apart from their layout by "?index". */
export function actionAddressOf(route: Route, values: Record<string, string> = {}): string {
  return addressOf(route, values) + (route.isIndex ? "?index" : "");
}
