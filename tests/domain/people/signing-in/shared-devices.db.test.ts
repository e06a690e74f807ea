import { beforeAll, describe, expect, it } from "vitest";
import { addKiosk, findKiosk, listKiosks, pairKiosk, revokeKiosk } from "~/domain/people/signing-in/kiosks.server";
import { createSession, findSignedIn, noteActivity, SHARED_IDLE, SHARED_LIFETIME } from "~/domain/people/sessions.server";
import { after, DAY, MINUTE, now, useClock } from "~/kernel/clock";
import { Forbidden, NotFound } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../../support/database";
import { actorOf, foundAurora, join } from "../world";

useDatabase();
let admin: Actor;
let rootId: string;
beforeAll(async () => {
  ({ admin, rootId } = await foundAurora());
});

async function share(kioskId?: string) {
  const id = crypto.randomUUID();
  await createSession({ id, personId: admin.id, expiresAt: after(30 * DAY), device: "Chrome, Android", isShared: true, kioskId });
  return id;
}

async function at<T>(moment: Date, look: () => Promise<T>): Promise<T> {
  const back = useClock({ now: () => moment });
  return look().finally(back);
}

describe("a sign-in on a shared device", () => {
  it("ends when nobody is at it, goes on while somebody is, and is over after an hour in any case", async () => {
    const session = await share();
    const start = now();
    const isIn = (ms: number) => at(after(ms, start), async () => (await findSignedIn(session)) !== null);
    expect(await isIn(SHARED_IDLE - 1000)).toBe(true);
    expect(await isIn(SHARED_IDLE + 1000)).toBe(false);
    for (let minutes = 4; minutes < SHARED_LIFETIME / MINUTE; minutes += 4) {
      expect(await at(after(minutes * MINUTE, start), () => noteActivity(session)), `${minutes} minutes`).toBe(true);
    }
    expect(await isIn(SHARED_LIFETIME - 1000)).toBe(true);
    expect(await isIn(SHARED_LIFETIME + 1000)).toBe(false);
    expect(await at(after(SHARED_LIFETIME + 1000, start), () => noteActivity(session))).toBe(false);
  });
});

describe("a kiosk", () => {
  it("is the device that types the code, once and in time", async () => {
    const code = (await addKiosk(admin, { name: "Settimo, loading bay" })).replace("-", "");
    const wrong = expect.objectContaining({ fields: { code: "joining:kiosk.wrongCode" } });
    await expect(at(after(16 * MINUTE), () => pairKiosk({ code }))).rejects.toEqual(wrong);
    const tries = await Promise.allSettled([pairKiosk({ code }), pairKiosk({ code })]);
    const tokens = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(tokens).toHaveLength(1);
    expect(await findKiosk(tokens[0]!)).toMatchObject({ name: "Settimo, loading bay" });
    expect(await findKiosk("a".repeat(43))).toBeNull();
  });

  it("is an administrator's to set up and to revoke, which ends whoever is signed in there", async () => {
    const employee = await actorOf(await join(admin, { departmentId: rootId }));
    await expect(addKiosk(employee, { name: "Mine" })).rejects.toBeInstanceOf(Forbidden);
    await expect(listKiosks(employee)).rejects.toBeInstanceOf(NotFound);
    const token = await pairKiosk({ code: (await addKiosk(admin, { name: "Cluj, break room" })).replace("-", "") });
    const kiosk = (await findKiosk(token))!;
    const session = await share(kiosk.id);
    expect((await findSignedIn(session))?.session.shared).toMatchObject({ kioskName: "Cluj, break room" });
    await expect(revokeKiosk(employee, kiosk.id)).rejects.toBeInstanceOf(Forbidden);
    await revokeKiosk(admin, kiosk.id);
    expect(await findKiosk(token)).toBeNull();
    expect(await findSignedIn(session)).toBeNull();
    await expect(revokeKiosk(admin, kiosk.id)).rejects.toBeInstanceOf(NotFound);
  });
});
