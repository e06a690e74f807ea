import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "~/wiring.server";
import { listToRead } from "~/domain/messages/inbox.server";
import { findActor } from "~/domain/people/actors.server";
import { verifySignIn } from "~/domain/people/credentials.server";
import { listShareablePosts } from "~/domain/shares/suggesting.server";
import { useClock } from "~/kernel/clock";
import { prisma, query, transaction } from "~/kernel/db.server";
import { env, setEnv } from "~/kernel/env.server";
import { sql } from "~/kernel/sql";
import { DEMO_PASSWORD, people, personOf, signIns } from "../../prisma/seed/aurora/people";
import { messages } from "../../prisma/seed/aurora/messages";
import { posts } from "../../prisma/seed/aurora/posts";
import { seedDemo } from "../../prisma/seed/demo.server";
import { useDatabase } from "../support/database";

const START = new Date("2026-11-20T15:00:00Z");

useDatabase();

describe("the demo company, told", () => {
  const before = env();
  let restore = () => {};
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "vouch-seed-"));
    setEnv({ ...before, dataFolder: folder, keyFolder: `${folder}-keys` });
    restore = useClock({ now: () => START });
    await seedDemo();
  }, 120_000);
  afterAll(async () => {
    restore();
    await rm(env().dataFolder, { recursive: true, force: true });
    setEnv(before);
  });

  const actorOf = async (key: string) => (await findActor((await prisma.person.findUniqueOrThrow({ where: { personnelNumber: personOf(key).personnelNumber } })).id))!;

  it("has 240 people in 9 departments, who sign in by mail or number", async () => {
    expect([await prisma.person.count(), await prisma.department.count(), await prisma.credential.count()]).toEqual([240, 9, 240]);
    for (const key of signIns) expect(await verifySignIn({ identifier: `${key}@aurora.example`, password: DEMO_PASSWORD })).not.toBeNull();
    const driver = people.find(({ email }) => email === null)!;
    expect(await verifySignIn({ identifier: driver.personnelNumber, password: DEMO_PASSWORD })).not.toBeNull();
  });
});
