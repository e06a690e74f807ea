import { expect, it } from "vitest";
import { forgetExpiredCredentials } from "~/domain/people/forget-expired.job.server";
import { after, DAY, now } from "~/kernel/clock";
import { prisma } from "~/kernel/db.server";
import { forgetOldRows } from "~/kernel/forgetting.job.server";
import { useDatabase } from "../support/database";
import { createWorld } from "../domain/messages/world";

useDatabase();

it("throws away old mail, spent limits and dead sessions, and keeps the rest", async () => {
  const person = await (await createWorld()).person("it");
  for (const [age, status] of [[40, "sent"], [40, "queued"], [5, "sent"]] as const) {
    const content = await prisma.mailContent.create({ data: { template: `${status} ${age}`, language: "en", subject: "s", html: "h", text: "t", createdAt: after(-age * DAY) } });
    await prisma.mailOutbox.create({ data: { contentId: content.id, address: "a@b.example", status, notBefore: now(), createdAt: after(-age * DAY) } });
  }
  await prisma.rateLimit.createMany({ data: [{ key: "old", points: 1, expire: BigInt(Date.now() - 1000) }, { key: "new", points: 1, expire: BigInt(Date.now() + 60_000) }] });
  await prisma.session.createMany({
    data: [
      { id: "dead", personId: person.id, expiresAt: after(-3 * DAY), createdAt: after(-40 * DAY), device: "" },
      { id: "alive", personId: person.id, expiresAt: after(3 * DAY), createdAt: now(), device: "" },
    ],
  });
  await forgetOldRows.run({});
  await forgetExpiredCredentials.run({});
  expect((await prisma.mailContent.findMany({ orderBy: { template: "asc" } })).map(({ template }) => template)).toEqual(["queued 40", "sent 5"]);
  expect((await prisma.rateLimit.findMany()).map(({ key }) => key)).toEqual(["new"]);
  expect((await prisma.session.findMany()).map(({ id }) => id)).toEqual(["alive"]);
});
