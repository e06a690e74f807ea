import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { listLanguageCoverage } from "~/domain/insights/language-coverage.server";
import { readReach } from "~/domain/insights/reach.server";
import { countVersions } from "~/domain/messages/audience.server";
import { findActor } from "~/domain/people/actors.server";
import { getSettings } from "~/domain/company/settings.server";
import { changePassword, storePassword } from "~/domain/people/credentials.server";
import { getDepartment, getDepartmentTree } from "~/domain/people/department-tree.server";
import { countPeople, listPeople } from "~/domain/people/directory.server";
import { addGuest } from "~/domain/people/guests/adding.server";
import { changeGuest } from "~/domain/people/guests/changing.server";
import { endDueGuests, remindOfEnds } from "~/domain/people/guests/ending.server";
import { KEPT_DAYS, LONGEST_DAYS } from "~/domain/people/guests/guest-fields";
import { findOwnTerms, getGuest, listGuests } from "~/domain/people/guests/reading.server";
import { deactivatePerson } from "~/domain/people/leaving.server";
import { describeJoining } from "~/domain/people/joining/progress.server";
import { hashPassword } from "~/domain/people/password-hashing.server";
import { getProfile } from "~/domain/people/profile.server";
import { findSignedIn } from "~/domain/people/sessions.server";
import { verifySignIn } from "~/domain/people/signing-in/signing-in.server";
import { searchEverything } from "~/domain/search/searching.server";
import { findColleagues } from "~/domain/wins/colleagues.server";
import { after, DAY, now, useClock } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { toLocalDay } from "~/kernel/zoned-time";
import type { Actor } from "~/policy/actor";
import "~/wiring.server";
import { createStaffedWorld, open, publish, type StaffedWorld } from "../../insights/staffed-world";
import { useDatabase } from "../../../support/database";
import { signInOnDevice } from "../world";

useDatabase();

let world: StaffedWorld;
let admin: Actor;
let messageId: string;
beforeAll(async () => {
  world = await createStaffedWorld();
  admin = await world.person("company", { language: "en", roles: [{ role: "administrator" }, { role: "leader" }, { role: "publisher" }] });
  messageId = await publish(admin.id, [world.departments.company], { at: now() });
  await open(messageId, world.staff.turin);
});

const day = (days: number) => toLocalDay(after(days * DAY), "Europe/Rome");
let count = 0;
async function add(over: Partial<Parameters<typeof addGuest>[1]> = {}): Promise<string> {
  const number = ++count;
  return addGuest(admin, {
    id: crypto.randomUUID(), givenName: "Ada", familyName: `Conti ${number}`, email: `ada.${number}@studio-bruno.example`, agency: "Studio Bruno", language: "it",
    until: day(30), department: [world.departments.turin], ...over,
  });
}
const PASSWORD = "a-long-and-quiet-evening";
async function joined(id: string): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD);
  await transaction((tx) => storePassword(tx, id, passwordHash));
  return signInOnDevice(id);
}

let back: (() => void) | undefined;
afterEach(() => back?.());
function travel(milliseconds: number): void {
  back?.();
  const moment = after(milliseconds);
  back = useClock({ now: () => moment });
}

/** Everything that counts or lists people, as far as numbers and names go. */
async function everyCount() {
  const { company, turin, shops } = world.departments;
  const audiences = [[company], [turin], [shops, turin]];
  return {
    versions: await Promise.all(audiences.map((audienceIds) => countVersions({ audienceIds, companyLanguage: "it", versions: [{ departmentId: null, languages: ["it"] }, { departmentId: turin, languages: ["it", "en"] }] }))),
    reach: await readReach(admin, messageId),
    tree: await getDepartmentTree(admin),
    departments: await Promise.all(Object.values(world.departments).map((id) => getDepartment(admin, id))),
    people: await countPeople(admin, {}),
    inTurin: (await listPeople(admin, { departmentId: turin })).people.length,
    joining: (await describeJoining(admin, {})).counts,
    privacyMissing: (await getSettings(admin)).privacyMissing,
    languages: await listLanguageCoverage(admin),
    toThank: await findColleagues(admin, "Ada Conti"),
    found: (await searchEverything(admin, "Ada Conti")).groups,
  };
}

describe("guests", () => {
  it("change no count anywhere, however many there are and wherever they draft", async () => {
    const before = await everyCount();
    const guests = fc.array(fc.record({ department: fc.constantFrom(...Object.values(world.departments)), language: fc.constantFrom("it", "en", "ro", "ru"), joins: fc.boolean() }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(guests, async (added) => {
        for (const { department, language, joins } of added) {
          const id = await add({ department: [department], language });
          if (joins) await joined(id);
          await open(messageId, [id]);
        }
        expect(await everyCount()).toEqual(before);
      }),
      { numRuns: process.env.VOUCH_DEEP ? 100 : 8 },
    );
    expect((await listGuests(admin)).guests.length).toBeGreaterThan(0);
  }, 300_000);

  it("read nothing by being in a department, and have no profile", async () => {
    const id = await add();
    const guest = (await findActor(id))!;
    expect(guest).toMatchObject({ isGuest: true, ancestorIds: [], departmentName: "Studio Bruno", roles: [{ role: "drafter", departmentId: world.departments.turin }] });
    await expect(getProfile(admin, id)).rejects.toThrow("profile");
    expect(await findOwnTerms(guest)).toMatchObject({ departments: ["turin"], hostName: `${admin.givenName} ${admin.familyName}` });
    expect(await findOwnTerms(admin)).toBeNull();
  });

  it("are added once, however often the form is sent, and invited by mail", async () => {
    const id = crypto.randomUUID();
    const form = { id, email: "twice@studio-bruno.example" };
    expect(await Promise.all([add(form), add(form)])).toEqual([id, id]);
    expect(await query(sql`SELECT 1 FROM mail_outbox WHERE person_id = ${id}::uuid`)).toHaveLength(1);
    await expect(add({ email: "twice@studio-bruno.example" })).rejects.toMatchObject({ fields: { email: "admin-people:error.emailTaken" } });
  });

  it("have an end, at most a year off", async () => {
    await expect(add({ until: day(-1) })).rejects.toMatchObject({ fields: { until: "admin-guests:error.past" } });
    await expect(add({ until: day(LONGEST_DAYS + 1) })).rejects.toMatchObject({ fields: { until: "admin-guests:error.tooLong" } });
    await expect(add({ department: [crypto.randomUUID()] })).rejects.toMatchObject({ fields: { department: "errors:field.invalid" } });
    const employee = await world.person("turin");
    await expect(addGuest(employee, { id: crypto.randomUUID(), givenName: "A", familyName: "B", email: "c@d.example", agency: "E", language: "it", until: day(3), department: [world.departments.turin] })).rejects.toThrow("guests");
  });

  it("are out at the very moment, are told why, and come in again when the end is put off", async () => {
    const id = await add({ until: day(0) });
    const session = await joined(id);
    const { email, guestUntil, updatedAt } = await getGuest(admin, id);
    expect((await findSignedIn(session))?.actor.id).toBe(id);
    travel(guestUntil.getTime() - Date.now());
    expect(await findSignedIn(session)).toBeNull();
    expect(await findActor(id)).toBeNull();
    await endDueGuests();
    await endDueGuests();
    expect(await query(sql`SELECT 1 FROM session WHERE person_id = ${id}::uuid`)).toEqual([]);
    expect(await query(sql`SELECT 1 FROM event WHERE type = 'guest.ended' AND subject_id = ${id}`)).toHaveLength(1);
    expect(await verifySignIn({ identifier: email, password: PASSWORD })).toBe("ended");
    expect(await verifySignIn({ identifier: email, password: `${PASSWORD}?` })).toBe("wrong");
    await changeGuest(admin, id, { version: updatedAt, until: day(9), department: [world.departments.shops] });
    expect(await verifySignIn({ identifier: email, password: PASSWORD })).toEqual({ personId: id });
    expect((await findActor(id))?.roles).toEqual([{ role: "drafter", departmentId: world.departments.shops }]);
  });

  it("are let out like anybody a while after their end, and invited anew when they are let in again", async () => {
    const id = await add({ until: day(1) });
    await joined(id);
    travel((KEPT_DAYS + 3) * DAY);
    await endDueGuests();
    const gone = await getGuest(admin, id);
    expect(gone.deactivatedAt).not.toBeNull();
    expect(await verifySignIn({ identifier: gone.email, password: PASSWORD })).toBe("wrong");
    await changeGuest(admin, id, { version: gone.updatedAt, until: day(5), department: [world.departments.company] });
    expect(await getGuest(admin, id)).toMatchObject({ isOver: false, hasJoined: false, departments: [] });
    expect(await query(sql`SELECT 1 FROM mail_outbox o JOIN mail_content c ON c.id = o.content_id WHERE o.person_id = ${id}::uuid AND c.template = 'invitation'`)).toHaveLength(2);
  });

  it("are ended early by the act that ends everybody", async () => {
    const id = await add();
    const session = await joined(id);
    await deactivatePerson(admin, id);
    expect(await findSignedIn(session)).toBeNull();
    expect((await getGuest(admin, id)).isOver).toBe(true);
  });

  it("never overwrite two editors: the second is told", async () => {
    const id = await add();
    const { updatedAt } = await getGuest(admin, id);
    const change = { version: updatedAt, until: day(40), department: [world.departments.turin] };
    await changeGuest(admin, id, change);
    await changeGuest(admin, id, change);
    await expect(changeGuest(admin, id, { ...change, until: day(41) })).rejects.toMatchObject({ fields: { "": "admin-guests:error.changedMeanwhile" } });
  });

  it("have their end announced to whoever answers for them, once for each end", async () => {
    const id = await add({ until: day(4) });
    const mails = () => query<{ guests: string }>(sql`
      SELECT o.params->>'guests' AS guests FROM mail_outbox o JOIN mail_content c ON c.id = o.content_id
      WHERE o.person_id = ${admin.id}::uuid AND c.template = 'guests-end-soon'`);
    const name = (await getGuest(admin, id)).familyName;
    await Promise.all([remindOfEnds(), remindOfEnds()]);
    const about = (await mails()).filter(({ guests }) => guests.includes(`${name} (Studio Bruno)`));
    expect(about).toHaveLength(1);
    await remindOfEnds();
    expect((await mails()).filter(({ guests }) => guests.includes(name))).toHaveLength(1);
  });

  it("keep their own password like anybody", async () => {
    const id = await add();
    const session = await joined(id);
    await expect(changePassword((await findActor(id))!, session, { current: "wrong", password: "another-long-evening" })).rejects.toMatchObject({ fields: { current: "auth:password.wrong" } });
  });
});
