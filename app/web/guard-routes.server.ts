import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { asResponse } from "./respond.server";

type DataFunction = (args: LoaderFunctionArgs | ActionFunctionArgs) => unknown;

/**
 * The build with every loader and action behind one guard, so that no route, now or later, has to
 * remember it: errors with a meaning become answers with a status, a renewed cookie reaches the
 * browser, and a route that never asked who is acting fails loudly.
 */
export function guardRoutes(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const { loader, action } = route.module;
      const module = { ...route.module };
      if (loader) module.loader = guard(id, loader as DataFunction) as typeof loader;
      if (action) module.action = guard(id, action as DataFunction) as typeof action;
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes };
}

function guard(routeId: string, run: DataFunction): DataFunction {
  return async (args) => {
    // Loaders of one page share the context; whether this one asked is noted on its own view of it.
    const context = Object.create(args.context) as typeof args.context;
    context.askedForActor = false;
    context.routeId = routeId;
    context.noteRoute?.(routeId);
    try {
      const result = await run({ ...args, context });
      if (!context.askedForActor) throw new Error(`${routeId} answered without asking who is acting.`);
      return result;
    } catch (error) {
      if (error instanceof Response) throw error;
      const answer = asResponse(error);
      throw answer ?? error;
    }
  };
}
