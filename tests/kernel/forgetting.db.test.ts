import { expect, it } from "vitest";
import { forgetExpiredCredentials } from "~/domain/people/forget-expired.job.server";
import { after, DAY, now } from "~/kernel/clock";
import { prisma } from "~/kernel/db.server";
import { forgetOldRows } from "~/kernel/forgetting.job.server";
import { useDatabase } from "../support/database";
import { createWorld } from "../domain/messages/world";

useDatabase();

it("throws away spent limits, dead sessions and texts without a mail, and keeps the rest", async () => {
  const person = await (await createWorld()).person("it");
  for (const [age, hasMail] of [[40, true], [40, false], [0, false]] as const) {
    const content = await prisma.mailContent.create({ data: { template: `${age} ${hasMail}`, language: "en", subject: "s", html: "h", text: "t", createdAt: after(-age * DAY) } });
    if (hasMail) await prisma.mailOutbox.create({ data: { contentId: content.id, address: "a@b.example", status: "sent", notBefore: now(), createdAt: after(-age * DAY) } });
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
  expect((await prisma.mailContent.findMany({ orderBy: { template: "asc" } })).map(({ template }) => template)).toEqual(["0 false", "40 true"]);
  expect((await prisma.rateLimit.findMany()).map(({ key }) => key)).toEqual(["new"]);
  expect((await prisma.session.findMany()).map(({ id }) => id)).toEqual(["alive"]);
});
