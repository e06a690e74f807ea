import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readInstallation } from "~/domain/health/installation.server";
import { retryFailed } from "~/domain/health/retrying.server";
import { query, transaction } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import type { Outcome } from "~/kernel/mail/carrier";
import { deliverDueMail } from "~/kernel/mail/delivery.server";
import { enqueue } from "~/kernel/queue.server";
import { readQueueState } from "~/kernel/queue-state.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { emptyOutbox, outboxRows, queueOne } from "../../kernel/mail/outbox-rows";
import { useDatabase } from "../../support/database";
import { actorOf, foundAurora, join } from "../people/world";

useDatabase();
let admin: Actor;
let employee: Actor;
beforeAll(async () => {
  const founded = await foundAurora();
  admin = founded.admin;
  employee = await actorOf(await join(admin, { departmentId: founded.rootId }));
});
beforeEach(emptyOutbox);

/** A job that used up its tries, saying this. @returns its id */
async function failedJob(lastError: string): Promise<string> {
  await transaction((tx) => enqueue(tx, "seal-audit", {}, { maxAttempts: 3 }));
  const [row] = await query<{ id: string }>(sql`
    UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = ${lastError}
    WHERE attempts = 0 RETURNING id::text`);
  return row!.id;
}

const carrier = (...outcomes: Outcome[]) => ({ name: "disk" as const, capacity: 10, handedOver: [] as string[][], async send({ mails }: { mails: { to: string }[] }) {
  this.handedOver.push(mails.map(({ to }) => to));
  return mails.map((_, index) => outcomes[index] ?? { kind: "sent" as const });
} });

describe("what was given up", () => {
  it("is told to administrators in kinds, without the program's own words", async () => {
    await failedJob("connect ECONNREFUSED 10.1.2.3:25 for ana@aurora.example");
    await failedJob("duplicate key (email)=(ana@aurora.example)");
    const { failedJobs, queue } = await readInstallation(admin);
    expect(failedJobs.map(({ failure }) => failure).sort()).toEqual(["unknown", "unreachable"]);
    expect(queue.failed).toBe(2);
    expect(JSON.stringify(failedJobs)).not.toMatch(/ana@|10\.1\./);
  });

  it("is not there for anybody else, to see or to try again", async () => {
    const id = await failedJob("x");
    await expect(readInstallation(employee)).rejects.toThrow(NotFound);
    await expect(retryFailed(employee, { what: "job", id })).rejects.toThrow(NotFound);
    expect((await readQueueState()).failed).toBe(1);
  });

  it("gets all its tries again when it is a job, one or all, and a second press does nothing", async () => {
    const id = await failedJob("x");
    await failedJob("y");
    expect(await retryFailed(admin, { what: "job", id })).toBe(1);
    expect(await readQueueState()).toMatchObject({ due: 1, failed: 1 });
    expect(await retryFailed(admin, { what: "job", id })).toBe(0);
    expect(await retryFailed(admin, { what: "jobs" })).toBe(1);
    expect(await readQueueState()).toMatchObject({ due: 2, failed: 0 });
    const entries = await query<{ type: string }>(sql`SELECT type FROM event WHERE actor_id = ${admin.id}::uuid AND type = 'jobs.retried'`);
    expect(entries).toHaveLength(2);
  });

  it("leaves when it is a mail whose carrier takes it now", async () => {
    await queueOne({ to: { personId: employee.id, address: "olga@aurora.example" } });
    await deliverDueMail(carrier({ kind: "refused", code: "smtp_550" }));
    const [failed] = (await readInstallation(admin)).failedMails;
    expect(failed).toMatchObject({ code: "smtp_550", personName: `${employee.givenName} ${employee.familyName}` });
    expect(await retryFailed(admin, { what: "mail", id: failed!.id })).toBe(1);
    await deliverDueMail(carrier());
    expect((await outboxRows()).map(({ status }) => status)).toEqual(["sent"]);
    expect(await retryFailed(admin, { what: "mails" })).toBe(0);
  });

  it("goes together again when it was handed over together, so that the carrier's key still fits", async () => {
    for (const name of ["a", "b"]) await queueOne({ to: { personId: null as unknown as undefined, address: `${name}@aurora.example` } });
    const lost = { kind: "unknown" as const, code: "smtp_lost" };
    const both = carrier(lost, lost);
    await query(sql`UPDATE mail_outbox SET attempts = 7`);
    await deliverDueMail(both);
    const [one] = await outboxRows();
    expect(one).toMatchObject({ status: "failed" });
    expect(await retryFailed(admin, { what: "mail", id: one!.id })).toBe(2);
    const again = carrier();
    await deliverDueMail(again);
    expect(again.handedOver.map((mails) => mails.sort())).toEqual([["a@aurora.example", "b@aurora.example"]]);
  });
});
