import type * as Argon2 from "@node-rs/argon2";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { storePassword, verifyPassword } from "~/domain/people/credentials.server";
import { hashPassword } from "~/domain/people/password-hashing.server";
import { query, transaction } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { createWorld } from "../domain/messages/world";
import { useDatabase } from "../support/database";

// The modules that other files loaded know the real argon2 only.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());

const checked: string[] = [];
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof Argon2>();
  return {
    ...argon2,
    verify: (hash: string, ...rest: [string]) => {
      checked.push(hash);
      return argon2.verify(hash, ...rest);
    },
  };
});

useDatabase();
beforeEach(() => void checked.splice(0));

/** Which work a stored hash asks for: kind, version, memory, passes, lanes, length of salt and hash. */
const workOf = (hash: string) => hash.split("$").map((part, index) => (index > 3 ? String(part.length) : part)).join("$");

describe("the work of a sign-in", () => {
  it("is the same for a known account, an unknown one, one without a password and one that has left", async () => {
    const world = await createWorld();
    const password = "tre gatti sul tetto 9";
    const [known, without, gone] = [await world.person("hr"), await world.person("hr"), await world.person("hr")];
    for (const { id } of [known, gone]) await transaction(async (tx) => storePassword(tx, id, await hashPassword(password)));
    await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${gone.id}::uuid`);
    const tries: [string, string, boolean][] = [
      [known.email!, password, true],
      [known.email!, "wrong", false],
      [without.email!, "", false],
      [without.email!, password, false],
      [gone.email!, password, false],
      ["nobody@aurora.example", password, false],
      ["NOBODY", "x".repeat(1_000), false],
      ["' OR '1'='1", password, false],
    ];
    for (const [identifier, typed, isRight] of tries) {
      const before = checked.length;
      expect((await verifyPassword({ identifier, password: typed })) !== null, identifier).toBe(isRight);
      expect(checked.length - before, identifier).toBe(1);
    }
    expect(new Set(checked.map(workOf))).toEqual(new Set([workOf(checked[0]!)]));
    expect(workOf(checked[0]!)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1/);
  });
});
