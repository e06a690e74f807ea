import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { guardRoutes } from "~/web/guard-routes.server";

type Loader = (args: LoaderFunctionArgs) => unknown;

/** A build of one route, guarded, and what its loader answers or throws. */
async function ask(loader: Loader): Promise<unknown> {
  const build = { routes: { "routes/new-page": { id: "routes/new-page", path: "new-page", module: { default: () => null, loader, action: loader } } } } as unknown as ServerBuild;
  const { module } = guardRoutes(build).routes["routes/new-page"]!;
  const context = { memo: {}, setCookie: () => undefined, nonce: "", clientAddress: "" } as unknown as AppLoadContext;
  const args = { request: new Request("http://127.0.0.1/new-page"), params: {}, context } as LoaderFunctionArgs;
  const answers = await Promise.all([module.loader!(args), module.action!(args)].map((answer) => Promise.resolve(answer).then((value) => ({ value }), (thrown: unknown) => ({ thrown }))));
  expect(answers[0]).toEqual(answers[1]);
  return answers[0];
}

const asking = (then: () => unknown): Loader => async ({ context }) => {
  context.askedForActor = true;
  return then();
};

describe("the guard on routes", () => {
  it("fails every loader and action that never asked who is acting", async () => {
    expect(await ask(async () => ({ secret: 1 }))).toEqual({ thrown: new Error("routes/new-page answered without asking who is acting.") });
    expect(await ask(() => "at once")).toHaveProperty("thrown");
    expect(await ask(asking(() => ({ mine: 1 })))).toEqual({ value: { mine: 1 } });
  });

  it("takes no notice of who asked in another loader of the same page", async () => {
    const shared = { askedForActor: true, memo: {} } as unknown as AppLoadContext;
    const build = { routes: { a: { id: "a", module: { default: () => null, loader: async () => 1 } } } } as unknown as ServerBuild;
    await expect(guardRoutes(build).routes.a!.module.loader!({ request: new Request("http://x/"), params: {}, context: shared } as LoaderFunctionArgs)).rejects.toThrow("without asking");
  });

  it.each([
    [new NotFound("x"), 404],
    [new Forbidden("x"), 403],
    [new Conflict("x"), 409],
    [new Invalid({ name: "errors:field.required" }), 422],
    [Object.assign(new Error("x"), { code: "ECONNREFUSED" }), 503],
    [Object.assign(new Error("x"), { code: "25006" }), 503],
    [Object.assign(new Error("x"), { code: "53100" }), 503],
  ])("answers %s with its status and nothing of its message", async (error, status) => {
    const { thrown } = (await ask(asking(() => { throw error; }))) as { thrown: { init: { status: number }; data: unknown } };
    expect(thrown.init.status).toBe(status);
    expect(JSON.stringify(thrown.data)).not.toContain('"x"');
  });

  it("leaves alone what nobody foresaw, and answers that were thrown on purpose", async () => {
    const fault = new Error("a fault");
    expect(await ask(asking(() => { throw fault; }))).toEqual({ thrown: fault });
  });
});
