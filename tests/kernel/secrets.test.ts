import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { readEnv, setEnv } from "~/kernel/env.server";
import { isUnderNewestKey, openSecret, rotateSecretsKey, sealSecret, SecretUnreadable } from "~/kernel/secrets.server";

let keys: string;
beforeEach(async () => {
  keys = await fs.mkdtemp(path.join(os.tmpdir(), "vouch-secrets-"));
  setEnv(readEnv({ NODE_ENV: "test", VOUCH_KEYS: keys }));
});
afterEach(() => fs.rm(keys, { recursive: true, force: true }));

const PLACE = "chat_channel/7f1c/address";

describe("a secret", () => {
  it("comes back at its place, whatever it is, and never looks the same twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string(), async (secret, place) => {
        const [one, other] = await Promise.all([sealSecret(secret, place), sealSecret(secret, place)]);
        expect(await openSecret(one, place)).toBe(secret);
        expect(one).not.toBe(other);
        if (secret.length > 3) expect(one).not.toContain(secret);
      }),
      { numRuns: 60 },
    );
  });

  it("opens nowhere else", async () => {
    const sealed = await sealSecret("https://hooks.example/T1/B2/abc", PLACE);
    await expect(openSecret(sealed, "chat_channel/7f1d/address")).rejects.toThrow(SecretUnreadable);
  });

  it("does not open once any character was changed, and the failure does not quote it", async () => {
    const sealed = await sealSecret("a-token-that-must-stay-hidden", PLACE);
    for (let at = 0; at < sealed.length; at++) {
      const other = sealed[at] === "A" ? "B" : "A";
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      // The last character of base64url may hold bits that mean nothing.
      if (Buffer.from(changed.slice(5), "base64url").equals(Buffer.from(sealed.slice(5), "base64url")) && changed.slice(0, 5) === sealed.slice(0, 5)) continue;
      const refused = await openSecret(changed, PLACE).then(() => null, (error: unknown) => error);
      expect(refused).toBeInstanceOf(SecretUnreadable);
      expect(String((refused as Error).stack)).not.toContain("hidden");
    }
  });

  it.each(["", "plain text", "v1.1.", "v1.0.AAAA", "v1.99.AAAA", "v1.../../etc/passwd.AAAA", "v2.1.AAAA"])("is not made up by %j", async (sealed) => {
    await expect(openSecret(sealed, PLACE)).rejects.toThrow(SecretUnreadable);
  });

  it("outlives a rotation, and says when it should be sealed again", async () => {
    const before = await sealSecret("token", PLACE);
    expect(await isUnderNewestKey(before)).toBe(true);
    await rotateSecretsKey();
    expect(await openSecret(before, PLACE)).toBe("token");
    expect(await isUnderNewestKey(before)).toBe(false);
    const after = await sealSecret("token", PLACE);
    expect(await isUnderNewestKey(after)).toBe(true);
    expect(after.split(".")[1]).toBe("2");
  });

  it("has one first key, however many begin at once, readable by nobody else", async () => {
    const sealed = await Promise.all(Array.from({ length: 20 }, (_, each) => sealSecret(`token ${each}`, PLACE)));
    expect(await Promise.all(sealed.map((one) => openSecret(one, PLACE)))).toEqual(sealed.map((_, each) => `token ${each}`));
    const files = await fs.readdir(path.join(keys, "secrets"));
    expect(files).toEqual(["1.key"]);
    expect((await fs.stat(path.join(keys, "secrets/1.key"))).mode & 0o077).toBe(0);
  });
});
