import { afterAll, expect } from "vitest";
import { now } from "~/kernel/clock";
import "~/wiring.server";

/**
 * Before each file: the files that one worker runs share the product's loaded modules, wired as in the product.
 * What a file changes in them is gone after it: settings in force, opened files, carriers. A clock it has to set
 * back itself, or the order of files would decide what is tested.
 */
const held = globalThis as Record<string, unknown>;
const ours = () => Object.keys(held).filter((name) => name.startsWith("__vouch"));
const before = new Map(ours().map((name) => [name, held[name]]));

afterAll(() => {
  for (const name of ours()) delete held[name];
  for (const [name, value] of before) held[name] = value;
  const [earliest, told, latest] = [Date.now(), now().getTime(), Date.now()];
  expect(told >= earliest && told <= latest, "the clock in force is the system's").toBe(true);
});
