import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReach } from "~/domain/insights/reach.server";
import { countVersions } from "~/domain/messages/audience.server";
import { verifySignIn } from "~/domain/people/signing-in/signing-in.server";
import { findActor } from "~/domain/people/actors.server";
import { listDemoSignIns } from "~/domain/people/demo-sign-ins.server";
import { useClock } from "~/kernel/clock";
import { prisma, query } from "~/kernel/db.server";
import { env, setEnv } from "~/kernel/env.server";
import { sql } from "~/kernel/sql";
import { DemoCompany, type DemoSize } from "../../prisma/seed/aurora/demo-company";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import { seedDemo } from "../../prisma/seed/demo.server";
import { calendarFrom } from "../../prisma/seed/calendar";
import { seededRandom } from "../../prisma/seed/random";
import { useDatabase } from "../support/database";

/** A Friday afternoon. */
const START = new Date("2026-11-20T15:00:00Z");
const PATIENCE = 300_000;

const others: DemoSize[] = [10, 2000];

describe.each(others)("the demo company of %i, told", (size) => {
  useDatabase();
  const company = new DemoCompany(size);
  const before = env();
  let restore = () => {};
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "vouch-sizes-"));
    setEnv({ ...before, dataFolder: folder, keyFolder: `${folder}-keys` });
    restore = useClock({ now: () => START });
    await seedDemo(size);
  }, PATIENCE);
  afterAll(async () => {
    restore();
    await rm(env().dataFolder, { recursive: true, force: true });
    setEnv(before);
  });

  it("has its people and departments, and prints sign-ins that open", async () => {
    expect([await prisma.person.count(), await prisma.department.count()]).toEqual([size, company.story.departments.length]);
    expect((await listDemoSignIns()).map(({ email }) => email)).toEqual(company.story.signIns.map((key) => `${key}@aurora.example`));
    for (const key of company.story.signIns) expect(await verifySignIn({ identifier: `${key}@aurora.example`, password: DEMO_PASSWORD })).toMatchObject({ personId: expect.any(String) as string });
  });

  it("gives everybody in an audience exactly one version", async () => {
    const { id: root } = await prisma.department.findFirstOrThrow({ where: { parentId: null }, select: { id: true } });
    for (const story of company.story.messages) {
      const id = seededRandom(`message ${story.key}`).uuid();
      const message = await prisma.message.findUniqueOrThrow({ where: { id }, select: { audience: { select: { departmentId: true } }, variants: { select: { departmentId: true } } } });
      const counts = await countVersions({
        audienceIds: message.audience.map(({ departmentId }) => departmentId ?? root),
        versions: message.variants.map(({ departmentId }) => ({ departmentId, languages: [] })),
        companyLanguage: company.story.language,
      });
      const audience = company.peopleIn(story.audience);
      const nearest = (department: string) => company.pathOf(department).find((key) => key in (story.versions ?? {}));
      expect([story.key, counts.total]).toEqual([story.key, audience.length]);
      const expected = Object.keys(story.versions ?? {}).map((key) => audience.filter(({ department }) => nearest(department) === key).length);
      const own = counts.versions.filter(({ departmentId }) => departmentId).map(({ people }) => people);
      expect([story.key, own.sort()]).toEqual([story.key, expected.sort()]);
      expect(counts.versions.reduce((sum, { people }) => sum + people, 0)).toBe(audience.length);
    }
  });

  it("counts as many readers as its stories say", async () => {
    const calendar = calendarFrom(START, company.story.timeZone);
    const publisher = (await findActor((await prisma.roleGrant.findFirstOrThrow({ where: { role: "publisher", departmentId: null } })).personId))!;
    for (const { key, audience, published, read = 0, confirmed = 0 } of company.story.messages) {
      if (!published || published.days > 0) continue;
      const there = company.peopleIn(audience);
      const reach = await readReach(publisher, seededRandom(`message ${key}`).uuid());
      expect([key, reach.size ?? there.length]).toEqual([key, there.length]);
      if (reach.tier !== "exact") continue;
      // Who joined since has not read it; whoever remarked on it has.
      const then = there.filter(({ joinedDaysAgo }) => calendar.spareMoment({ days: -joinedDaysAgo, at: "12:00" }) < calendar.moment(published)).length;
      const isNear = (count: number, part: number) => Math.abs(count - Math.round(then * part)) <= 3;
      expect([key, reach.opened, isNear(reach.opened!, read)]).toEqual([key, reach.opened, true]);
      if (reach.confirmed !== null) expect([key, reach.confirmed, isNear(reach.confirmed, confirmed)]).toEqual([key, reach.confirmed, true]);
    }
  });

  it("lets nobody read what was for others, or came before them", async () => {
    const [stray] = await query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM read_receipt r JOIN person p ON p.id = r.person_id
      WHERE r.read_at < p.joined_on OR NOT EXISTS (
        SELECT 1 FROM message_audience a JOIN department_closure c ON c.ancestor_id = a.department_id
        WHERE a.message_id = r.message_id AND c.descendant_id = p.department_id)`);
    expect(stray!.count).toBe(0);
  });

  it("stays as it is when started again, and refuses to become another size", async () => {
    const events = await prisma.event.count();
    await seedDemo(size);
    expect(await prisma.event.count()).toBe(events);
    await expect(seedDemo(240)).rejects.toThrow(`holds the demo company of ${size} people`);
    expect(await prisma.event.count()).toBe(events);
  });
});
