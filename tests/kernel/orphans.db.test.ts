import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import { env, setEnv } from "~/kernel/env.server";
import { sweepOrphans } from "~/kernel/files/orphans.job.server";
import { mailName } from "~/kernel/mail/mailbox.server";
import { storePicture } from "~/kernel/pictures/storing.server";
import { useDatabase } from "../support/database";
import { outboxRows, queueOne } from "./mail/outbox-rows";

useDatabase();

let folder: string;
const before = env();
const held = globalThis as { __vouchFiles?: unknown };
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vouch-orphans-"));
  setEnv({ ...before, dataFolder: folder });
  held.__vouchFiles = undefined;
});
afterAll(async () => {
  setEnv(before);
  held.__vouchFiles = undefined;
  await rm(folder, { recursive: true, force: true });
});

const OLD = 2 * DAY;

async function write(file: string, age: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, "bytes");
  const at = new Date(Date.now() - age);
  await utimes(file, at, at);
}
const picture = (id: string, age: number, name = "320.webp") => write(path.join(folder, "files/pictures", id, name), age);
const mail = (name: string, age: number) => write(path.join(folder, "mailbox", name), age);
const pictures = async () => (await readdir(path.join(folder, "files/pictures"))).sort();
const mails = async () => (await readdir(path.join(folder, "mailbox"))).sort();

describe("the sweep for orphans", () => {
  it("finds nothing to do where nothing was ever stored", async () => {
    await sweepOrphans.run({});
  });

  it("removes pictures without a row that are older than a day, and no other", async () => {
    const [kept, orphan, young, half] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await transaction((tx) => storePicture(tx, { id: kept, width: 320, height: 200, placeholder: "", widths: [320], isPlaced: true }, null));
    await picture(kept, OLD);
    await picture(orphan, OLD);
    await picture(orphan, OLD, "320.avif");
    await picture(young, 60_000);
    await picture(half, OLD, `320.webp.${randomUUID()}.tmp`);
    await write(path.join(folder, "files/pictures/not-an-id/320.webp"), OLD);
    // Two workers at once: both end well.
    await Promise.all([sweepOrphans.run({}), sweepOrphans.run({})]);
    expect(await pictures()).toEqual([kept, young, "not-an-id"].sort());
  });

  it("removes mails whose row is forgotten and what was half written, and leaves other files alone", async () => {
    await queueOne();
    const { id } = (await outboxRows())[0]!;
    const at = new Date(Date.now() - OLD);
    const [row, orphan, young] = [mailName(id, at), mailName(randomUUID(), at), mailName(randomUUID(), new Date())];
    await mail(`${row}.json`, OLD);
    await mail(`${orphan}.json`, OLD);
    await mail(`${young}.json`, 60_000);
    await mail(`.${orphan}.${randomUUID()}`, OLD);
    await mail("notes.txt", OLD);
    await sweepOrphans.run({});
    expect(await mails()).toEqual([`${row}.json`, `${young}.json`, "notes.txt"].sort());
  });
});
