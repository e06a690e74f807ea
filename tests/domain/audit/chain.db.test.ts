import { expect, it } from "vitest";
import { CHAIN_START, chainHash } from "~/domain/audit/chain.server";
import { hashDetails } from "~/domain/audit/recording.server";
import { sealNextEntries } from "~/domain/audit/sealing.job.server";
import { prisma, transaction } from "~/kernel/db.server";
import { recordEvent } from "~/kernel/events.server";
import type { JsonObject } from "~/kernel/json";
import { useDatabase } from "../../support/database";

useDatabase();

const act = (name: string) =>
  transaction((tx) => recordEvent(tx, { type: "person.changed", actorId: null, subjectKind: "person", subjectId: null, audit: { details: { name } } }));

async function verifyChain() {
  const entries = await prisma.auditEntry.findMany({ orderBy: { seq: "asc" }, where: { seq: { not: null } } });
  let previous: Uint8Array = CHAIN_START;
  for (const [index, entry] of entries.entries()) {
    expect(entry.seq).toBe(BigInt(index + 1));
    expect(Buffer.from(entry.hash!)).toEqual(Buffer.from(chainHash(previous, entry.seq!, entry)));
    if (entry.salt) expect(Buffer.from(entry.detailsHash)).toEqual(Buffer.from(hashDetails(entry.salt, entry.details as JsonObject)));
    previous = entry.hash!;
  }
  return entries.length;
}

it("seals every entry once into one chain, also when several workers seal at the same time", async () => {
  await Promise.all(Array.from({ length: 25 }, (_, index) => act(`person ${index}`)));
  await Promise.all([sealNextEntries(), sealNextEntries(), sealNextEntries()]);
  await act("one more");
  await sealNextEntries();
  expect(await prisma.auditEntry.count({ where: { seq: null } })).toBe(0);
  expect(await verifyChain()).toBe(26);
});

it("stays whole when details are erased, and can't be changed or removed", async () => {
  await act("to be forgotten");
  await sealNextEntries();
  const last = await prisma.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
  await prisma.$executeRaw`UPDATE audit_entry SET details = NULL, salt = NULL WHERE id = ${last.id}`;
  await verifyChain();
  await expect(prisma.$executeRaw`UPDATE audit_entry SET action = 'nothing' WHERE id = ${last.id}`).rejects.toThrow();
  await expect(prisma.$executeRaw`UPDATE audit_entry SET hash = decode('00', 'hex') WHERE id = ${last.id}`).rejects.toThrow();
  await expect(prisma.$executeRaw`DELETE FROM audit_entry WHERE id = ${last.id}`).rejects.toThrow();
});

it("is not written when its change is not", async () => {
  const before = await prisma.auditEntry.count();
  await expect(
    transaction(async (tx) => {
      await recordEvent(tx, { type: "person.changed", actorId: null, subjectKind: "person", subjectId: null, audit: {} });
      throw new Error("the change failed");
    }),
  ).rejects.toThrow("the change failed");
  expect(await prisma.auditEntry.count()).toBe(before);
});
