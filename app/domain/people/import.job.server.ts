import { after, DAY, now, SECOND } from "~/kernel/clock";
import { prisma } from "~/kernel/db.server";
import { defineJob } from "~/kernel/queue.server";
import { applyNextRows } from "./importing/applying.server";
import { checkNextRows } from "./importing/checking.server";
import { WORK_ON_IMPORT } from "./importing/import";

async function work(id: string): Promise<void> {
  while (await checkNextRows(id));
  while (await applyNextRows(id));
}

/** Looks an import through, or applies it, batch by batch. */
export const workOnImport = defineJob({ name: WORK_ON_IMPORT, run: ({ importId }) => work(String(importId)) });

/** Nobody has been at it for so long: its worker is gone. */
const STANDS_STILL = 20 * SECOND;

/** Every minute: goes on with an import whose worker was killed. Every batch is behind a lock, so that two at once do no harm. */
export const continueImports = defineJob({
  name: "continue-imports",
  cron: "* * * * *",
  async run() {
    const still = await prisma.peopleImport.findMany({
      where: { state: { in: ["checking", "applying"] }, updatedAt: { lt: after(-STANDS_STILL) } }, select: { id: true },
    });
    for (const { id } of still) await work(id);
  },
});

/** How long a preview, and rows with errors, are kept. */
const KEPT = 7 * DAY;

/** Once a night: what was staged of people goes after seven days, decided or not. */
export const forgetImports = defineJob({
  name: "forget-imports",
  cron: "27 2 * * *",
  async run() {
    const before = after(-KEPT);
    await prisma.peopleImport.updateMany({ where: { state: "ready", updatedAt: { lt: before } }, data: { state: "abandoned", finishedAt: now() } });
    await prisma.peopleImportRow.deleteMany({ where: { import: { state: { in: ["done", "abandoned"] }, updatedAt: { lt: before } } } });
    await prisma.peopleImportRow.deleteMany({ where: { import: { state: "abandoned" } } });
  },
});
