import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { after, MINUTE, useClock } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import type { Carrier, Outcome, Parcel } from "~/kernel/mail/carrier";
import { resendCarrier } from "~/kernel/mail/carriers/resend.server";
import { backoff, claimParcel, LEASE_MS, MOST_ATTEMPTS } from "~/kernel/mail/claiming.server";
import { deliverDueMail } from "~/kernel/mail/delivery.server";
import { cancelBatch } from "~/kernel/mail/outbox.server";
import { registerFindGone } from "~/kernel/mail/recipients.server";
import { sql } from "~/kernel/sql";
import { useDatabase } from "../../support/database";
import { startResend, type Fault } from "../../support/resend-stand-in";
import { countByStatus, deliveryJobs, emptyOutbox, letTimePass, outboxRows, queueOne } from "./outbox-rows";

useDatabase();
beforeEach(emptyOutbox);
beforeEach(() => registerFindGone(async () => new Set()));

/** A carrier that does what it is told; every one of them is a process of its own to delivery. */
function carrier(answer: (parcel: Parcel) => Promise<Outcome[]> | Outcome[], capacity = 100) {
  const parcels: Parcel[] = [];
  return {
    name: "disk" as const,
    capacity,
    parcels,
    addresses: () => parcels.flatMap(({ mails }) => mails.map(({ to }) => to)),
    send: async (parcel: Parcel) => {
      parcels.push(parcel);
      return answer(parcel);
    },
  };
}

const all = (outcome: Outcome) => (parcel: Parcel) => parcel.mails.map(() => outcome);
const sends = (capacity?: number) => carrier(all({ kind: "sent" }), capacity);

/** A carrier whose process dies with the parcel: before handing it over, or after. */
function dyingCarrier(handOver: (parcel: Parcel) => Promise<unknown> = async () => {}) {
  let tellDeath = () => {};
  const death = new Promise<void>((resolve) => (tellDeath = resolve));
  const dying: Carrier = {
    name: "resend",
    capacity: 100,
    send: async (parcel) => {
      await handOver(parcel);
      tellDeath();
      return new Promise(() => {});
    },
  };
  return async () => {
    void deliverDueMail(dying);
    await death;
  };
}

async function queueMany(count: number, batch?: string, notBefore?: Date) {
  for (let n = 0; n < count; n++) {
    await queueOne({ to: { personId: crypto.randomUUID(), address: `reader${n}@aurora.example` }, batch, notBefore });
  }
}

/** Mails to very many, that have waited for a minute. */
async function queueNewsletter(count: number) {
  await queueMany(count, "message:1", after(-MINUTE));
  await query(sql`UPDATE mail_outbox SET is_bulk = true`);
}

describe("deliverDueMail", () => {
  it("fills in each reader's own words and erases them once sent", async () => {
    const happy = sends();
    await queueOne({ params: { givenName: "A & B" } });
    await deliverDueMail(happy);
    expect(happy.parcels[0]!.mails[0]).toMatchObject({ subject: "Hello A & B", html: "<p>Hello A &amp; B</p>", text: "Hello A & B" });
    expect(await outboxRows()).toMatchObject([{ status: "sent", attempts: 1, params: {}, lastError: null }]);
  });

  it("keeps back what is not due, by the clock in force", async () => {
    const happy = sends();
    await queueOne({ notBefore: after(30_000) });
    await deliverDueMail(happy);
    expect(happy.parcels).toHaveLength(0);
    const later = after(31_000);
    const back = useClock({ now: () => later });
    await deliverDueMail(happy).finally(back);
    expect(await countByStatus()).toEqual({ sent: 1 });
  });

  it("lets a mail to one pass a newsletter that has waited longer", async () => {
    await queueNewsletter(30);
    await queueOne({ to: { address: "forgot@aurora.example" }, template: "password-reset", batch: "password-reset:1" });
    const happy = sends(10);
    await deliverDueMail(happy);
    expect(happy.addresses()[0]).toBe("forgot@aurora.example");
    expect(happy.addresses()).toHaveLength(31);
  });

  it("cancels what was meant for somebody who has left", async () => {
    const personId = crypto.randomUUID();
    registerFindGone(async (ids) => new Set(ids.filter((id) => id === personId)));
    await queueOne({ to: { personId, address: "leaver@aurora.example" } });
    await queueOne({ to: { personId: crypto.randomUUID(), address: "stayer@aurora.example" } });
    const happy = sends();
    await deliverDueMail(happy);
    expect(happy.addresses()).toEqual(["stayer@aurora.example"]);
    expect(await countByStatus()).toEqual({ sent: 1, cancelled: 1 });
  });

  it("fails an address that can't be used, and says so by a word", async () => {
    await queueOne({ to: { address: "a@b.co\r\nBcc: c@d.ef" } });
    await queueOne({ to: { address: "z@aurora.example" } });
    const happy = sends();
    await deliverDueMail(happy);
    expect(await outboxRows()).toMatchObject([{ status: "failed", lastError: "address_unusable" }, { status: "sent" }]);
    expect(happy.addresses()).toEqual(["z@aurora.example"]);
  });

  it("tries again after longer and longer pauses, and then stands as failed with its parameters kept", async () => {
    await queueOne();
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      await deliverDueMail(carrier(all({ kind: "postponed", code: "smtp_452" })));
      expect((await outboxRows())[0]).toMatchObject({ attempts: attempt, status: attempt < MOST_ATTEMPTS ? "queued" : "failed" });
      await letTimePass();
    }
    expect((await outboxRows())[0]).toMatchObject({ lastError: "smtp_452", params: { givenName: "Ana" } });
    await deliverDueMail(sends());
    expect(await countByStatus()).toEqual({ failed: 1 });
    const pauses = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, n) => backoff(n + 1));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeLessThan(24 * 60 * MINUTE);
  });

  it("leaves a carrier alone for as long as it asks, without counting a try", async () => {
    await queueMany(3);
    const strict = carrier(all({ kind: "postponed", code: "resend_rate_limit_exceeded", afterMs: 30_000, isTry: false }), 1);
    await deliverDueMail(strict);
    await deliverDueMail(strict);
    expect(strict.parcels).toHaveLength(1);
    expect((await outboxRows()).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
    await letTimePass();
    await deliverDueMail(sends());
    expect(await countByStatus()).toEqual({ sent: 3 });
  });

  it("serves who comes while it runs, one carrier at a time", async () => {
    let running = 0;
    let most = 0;
    const counting = carrier(async (parcel) => {
      most = Math.max(most, ++running);
      if (counting.parcels.length === 1) {
        await queueOne({ to: { address: "late@aurora.example" } });
        await deliverDueMail(counting);
      }
      running--;
      return parcel.mails.map(() => ({ kind: "sent" }));
    });
    await queueOne();
    await deliverDueMail(counting);
    expect(most).toBe(1);
    expect(await countByStatus()).toEqual({ sent: 2 });
  });

  it("divides mails between processes, each going once", async () => {
    await queueMany(60, "message:1");
    const processes = [sends(7), sends(7), sends(7)];
    await Promise.all(processes.map((process) => deliverDueMail(process)));
    const addresses = processes.flatMap((process) => process.addresses());
    expect(addresses).toHaveLength(60);
    expect(new Set(addresses).size).toBe(60);
    expect(await countByStatus()).toEqual({ sent: 60 });
  });

  it("survives a carrier that throws", async () => {
    await queueOne();
    await deliverDueMail(carrier(() => { throw new Error("ana@aurora.example"); }));
    expect((await outboxRows())[0]).toMatchObject({ status: "queued", lastError: "carrier_broke" });
  });
});

describe("a mail that is called back on its way", () => {
  it("is not tried again, and counts as sent if it arrived after all", async () => {
    for (const [outcome, expected] of [[{ kind: "unknown", code: "lost" }, "cancelled"], [{ kind: "sent" }, "sent"]] as const) {
      await emptyOutbox();
      await queueOne({ batch: "message:1" });
      await deliverDueMail(carrier(async (parcel) => {
        await transaction((tx) => cancelBatch(tx, "message:1"));
        return parcel.mails.map(() => outcome);
      }));
      expect(await countByStatus()).toEqual({ [expected]: 1 });
    }
  });
});

describe("a worker that dies", () => {
  let resend: Awaited<ReturnType<typeof startResend>>;
  beforeEach(async () => {
    resend = await startResend();
  });
  afterEach(() => resend.close());
  const received = () => resend.delivered.map(({ to }) => to).sort();

  it("before sending loses nothing", async () => {
    await queueMany(5);
    await dyingCarrier()();
    expect(await countByStatus()).toEqual({ sending: 5 });
    await deliverDueMail(resendCarrier(resend.settings));
    expect(received()).toEqual([]);
    await letTimePass();
    await deliverDueMail(resendCarrier(resend.settings));
    expect(received()).toHaveLength(5);
    expect(await countByStatus()).toEqual({ sent: 5 });
  });

  it("between sending and marking doubles nothing, whatever was queued since", async () => {
    await queueMany(5);
    const real = resendCarrier(resend.settings);
    await dyingCarrier((parcel) => real.send(parcel))();
    await queueMany(3, "message:1");
    await queueOne({ to: { address: "z@aurora.example" } });
    await letTimePass();
    await deliverDueMail(resendCarrier(resend.settings));
    expect(received()).toHaveLength(9);
    expect(await countByStatus()).toEqual({ sent: 9 });
    expect(resend.keys.filter((key) => key === resend.keys[0])).toHaveLength(2);
  });

  it("between sending and marking doubles nothing when a reader leaves meanwhile", async () => {
    const leaver = crypto.randomUUID();
    await queueMany(4);
    await queueOne({ to: { personId: leaver, address: "leaver@aurora.example" } });
    const real = resendCarrier(resend.settings);
    await dyingCarrier((parcel) => real.send(parcel))();
    registerFindGone(async () => new Set([leaver]));
    await letTimePass();
    await deliverDueMail(resendCarrier(resend.settings));
    expect(received()).toHaveLength(5);
    expect(await countByStatus()).toEqual({ sent: 4, cancelled: 1 });
  });

  it("is found out within a minute", async () => {
    await queueOne();
    await dyingCarrier()();
    const rescue = (await deliveryJobs()).map(({ runAt }) => runAt.getTime()).sort((a, b) => b - a)[0]!;
    expect(LEASE_MS).toBeLessThan(MINUTE);
    expect(rescue).toBeGreaterThan(Date.now() + LEASE_MS - 10_000);
    expect(rescue).toBeLessThan(Date.now() + MINUTE);
  });

  it("with the same mail again and again ends as a visible failure", async () => {
    await queueOne();
    for (let death = 0; death < MOST_ATTEMPTS; death++) {
      await dyingCarrier()();
      await letTimePass();
    }
    await deliverDueMail(sends());
    expect(await outboxRows()).toMatchObject([{ status: "failed", lastError: "abandoned" }]);
  });

  it("late with bad news does not undo what another did since", async () => {
    await queueOne();
    let answer: (outcomes: Outcome[]) => void = () => {};
    const slow = carrier(() => new Promise((resolve) => (answer = resolve)));
    const late = deliverDueMail(slow);
    await expect.poll(() => slow.parcels.length).toBe(1);
    await letTimePass();
    await deliverDueMail(sends());
    answer([{ kind: "refused", code: "smtp_550" }]);
    await late;
    expect(await countByStatus()).toEqual({ sent: 1 });
  });
});

describe("whatever goes wrong with Resend", () => {
  const faults: fc.Arbitrary<Fault> = fc.oneof(
    fc.constantFrom<Fault>({ fault: "server-error" }, { fault: "dropped" }, { fault: "accepted-then-dropped" }, { fault: "accepted-then-cut" }),
    fc.constant<Fault>({ fault: "rate-limited", retryAfter: "1" }),
  );

  it("every mail arrives exactly once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(faults, { maxLength: 6 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), async (planned, mails, capacity) => {
        await emptyOutbox();
        const resend = await startResend();
        try {
          resend.faults.push(...planned);
          await queueMany(mails, "message:1");
          for (let round = 0; round < 20 && (await countByStatus()).sent !== mails; round++) {
            await deliverDueMail({ ...resendCarrier(resend.settings), capacity });
            await letTimePass();
          }
          expect(await countByStatus()).toEqual({ sent: mails });
          expect(resend.delivered.map(({ to }) => to).sort()).toEqual((await outboxRows()).map(({ address }) => address).sort());
        } finally {
          await resend.close();
        }
      }),
      { numRuns: Number(process.env.VOUCH_DEEP ? 300 : 15) },
    );
  });
});

describe("claimParcel", () => {
  it("takes mails to a few first, then those to many, up to what the carrier holds", async () => {
    await queueNewsletter(7);
    await queueOne();
    const sizes = [await claimParcel(5), await claimParcel(5), await claimParcel(5)].map((parcel) => parcel?.mails.length);
    expect(sizes).toEqual([1, 5, 2]);
    expect(await claimParcel(5)).toBeNull();
  });
});
