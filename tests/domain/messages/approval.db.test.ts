import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { removeApprovalRule, setApprovalRule } from "~/domain/messages/approval-rules.server";
import { decideApproval, requestApproval } from "~/domain/messages/approval.server";
import { publicationBlockers } from "~/domain/messages/blockers";
import { addVariant, removeVariant, saveMessage, startMessage } from "~/domain/messages/drafting.server";
import { escalateApprovalJob } from "~/domain/messages/escalate-approval.job.server";
import { listWaitingMessages } from "~/domain/messages/listing.server";
import type { MessageDraft } from "~/domain/messages/message-draft";
import { approvalState } from "~/domain/messages/message-record";
import { getRecord } from "~/domain/messages/message-record.server";
import { publishMessage, publishScheduledMessage, recallMessage, scheduleMessage } from "~/domain/messages/publishing.server";
import { after, DAY, HOUR, useClock } from "~/kernel/clock";
import { query } from "~/kernel/db.server";
import { Conflict, Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "./world";

useDatabase();

let world: World;
let publisher: Actor, colleague: Actor, approver: Actor, second: Actor, administrator: Actor;

beforeAll(async () => {
  world = await createWorld();
  const roles = (...names: ("publisher" | "approver" | "administrator")[]) => ({ roles: names.map((role) => ({ role })) });
  publisher = await world.person("hr", roles("publisher", "approver"));
  colleague = await world.person("hr", roles("approver"));
  approver = await world.person("it", roles("approver", "publisher"));
  second = await world.person("operations", roles("approver"));
  administrator = await world.person("office", roles("administrator"));
  await setApprovalRule(administrator, { departmentId: world.departments.shops, reason: "Tills", coversNotices: false });
});

const texts = [{ departmentId: null, language: "it", title: "Titolo", body: "Testo" }];
const start = (draft: MessageDraft = {}, kind: "message" | "notice" = "message") =>
  startMessage(publisher, { kind, draft: { why: { it: "Perché" }, audienceIds: [world.departments.turin], texts, ...draft } });
const record = (id: string) => getRecord(id, sql`TRUE`);
const approve = async (by: Actor, id: string) => decideApproval(by, id, { decision: "approved", contentHash: (await record(id)).contentHash, note: "" });

async function approved(): Promise<string> {
  const id = await start();
  await requestApproval(publisher, id, 1);
  await approve(approver, id);
  return id;
}

describe("where a rule asks for an approval", () => {
  it("a message waits for it, a notice does not, and other departments' do not", async () => {
    const id = await start();
    await expect(publishMessage(publisher, id, 1)).rejects.toThrow(Invalid);
    expect(publicationBlockers(await record(id)).map(({ what }) => what)).toEqual(["approvalNeeded"]);
    await publishMessage(publisher, await start({}, "notice"), 1);
    await publishMessage(publisher, await start({ audienceIds: [world.departments.it] }), 1);
    // The company's audience holds the shops as well.
    await expect(publishMessage(publisher, await start({ audienceIds: [world.departments.company] }), 1)).rejects.toThrow(Invalid);
  });

  it("somebody in another department gives it, who never wrote on it", async () => {
    const id = await start();
    await requestApproval(publisher, id, 1);
    await requestApproval(publisher, id, 1);
    expect(await query(sql`SELECT 1 FROM message_approval WHERE message_id = ${id}::uuid`)).toHaveLength(1);
    expect((await listWaitingMessages(approver)).map((message) => message.id)).toContain(id);
    expect((await listWaitingMessages(colleague)).map((message) => message.id)).not.toContain(id);
    await expect(approve(publisher, id)).rejects.toThrow(Forbidden);
    await expect(approve(colleague, id)).rejects.toThrow(Forbidden);
    await expect(approve(administrator, id)).rejects.toThrow(NotFound);
    await approve(approver, id);
    await approve(approver, id);
    await expect(approve(second, id)).rejects.toThrow(Conflict);
    await publishMessage(publisher, id, 1);
    await recallMessage(publisher, id);
    expect(approvalState(await record(id))).toBe("approved");
  });

  it("an editor may not give it", async () => {
    const id = await start();
    await saveMessage(approver, id, 1, { texts: [{ ...texts[0]!, body: "Altro" }] });
    await requestApproval(publisher, id, 2);
    await expect(approve(approver, id)).rejects.toThrow(Forbidden);
    await approve(second, id);
  });

  it("two who decide at once make one decision", async () => {
    const id = await start();
    await requestApproval(publisher, id, 1);
    const { contentHash } = await record(id);
    const results = await Promise.allSettled([
      decideApproval(approver, id, { decision: "approved", contentHash, note: "" }),
      decideApproval(second, id, { decision: "declined", contentHash, note: "No" }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("exactly what was read is approved, not what it became meanwhile", async () => {
    const id = await start();
    await requestApproval(publisher, id, 1);
    const { contentHash } = await record(id);
    await saveMessage(publisher, id, 1, { why: { it: "Altro" } });
    await requestApproval(publisher, id, 2);
    await expect(decideApproval(approver, id, { decision: "approved", contentHash, note: "" })).rejects.toThrow(Conflict);
  });

  it("administrators deputise once it is overdue, and are told", async () => {
    const id = await start();
    await requestApproval(publisher, id, 1);
    const { approval } = await record(id);
    const overdue = after(6 * DAY + HOUR);
    const back = useClock({ now: () => overdue });
    try {
      await escalateApprovalJob.run({ messageId: id, approvalId: approval!.id });
      const mails = await query<{ personId: string }>(sql`SELECT person_id AS "personId" FROM mail_outbox WHERE batch = ${`approval:${approval!.id}:overdue`}::text`);
      expect(mails.map(({ personId }) => personId)).toContain(administrator.id);
      await approve(administrator, id);
    } finally {
      back();
    }
  });

  it("a rule that comes after a time was set holds the message back", async () => {
    const id = await start({ audienceIds: [world.departments.it] });
    const at = after(HOUR);
    await scheduleMessage(publisher, id, 1, at);
    await setApprovalRule(administrator, { departmentId: world.departments.it, reason: "Later", coversNotices: false });
    await publishScheduledMessage(id, at);
    expect((await record(id)).state).toBe("draft");
    const [rule] = await query<{ id: string }>(sql`SELECT id FROM approval_rule WHERE reason = 'Later'`);
    await removeApprovalRule(administrator, rule!.id);
  });

  it("is set by administrators alone", async () => {
    await expect(setApprovalRule(publisher, { reason: "x", coversNotices: true })).rejects.toThrow(Forbidden);
  });
});

describe("an approval", () => {
  /** Every way to change what a reader or an approver sees. */
  const edits: Record<string, (id: string, word: string) => Promise<unknown>> = {
    title: (id, word) => saveMessage(publisher, id, 1, { texts: [{ ...texts[0]!, title: `Titolo ${word}` }] }),
    body: (id, word) => saveMessage(publisher, id, 1, { texts: [{ ...texts[0]!, body: `Testo ${word}` }] }),
    language: (id, word) => saveMessage(publisher, id, 1, { texts: [{ ...texts[0]!, language: "ro", title: word, body: word }] }),
    why: (id, word) => saveMessage(publisher, id, 1, { why: { it: `Perché ${word}` } }),
    "why in another language": (id, word) => saveMessage(publisher, id, 1, { why: { en: word } }),
    audience: (id) => saveMessage(publisher, id, 1, { audienceIds: [world.departments.turin, world.departments.it] }),
    confirmation: (id) => saveMessage(publisher, id, 1, { asksConfirmation: true }),
    mail: (id) => saveMessage(publisher, id, 1, { sendsMail: true }),
    openness: (id) => saveMessage(publisher, id, 1, { isOpenToAll: true }),
    "a version more": (id) => addVariant(publisher, id, 1, world.departments.turin),
    "a version with text": (id, word) => saveMessage(publisher, id, 1, { texts: [{ departmentId: world.departments.turin, language: "it", title: word, body: word }] }),
  };

  it.each(Object.keys(edits))("is void after a change of: %s", async (edit) => {
    const id = await approved();
    expect(publicationBlockers(await record(id))).toEqual([]);
    await edits[edit]!(id, "x");
    expect(approvalState(await record(id))).toBe("changed");
    await expect(publishMessage(publisher, id, 2)).rejects.toThrow(Invalid);
  });

  it("is void after any edit with any words, and holds when nothing changed", async () => {
    const word = fc.stringMatching(/^[a-zà-ú ]{1,12}$/).filter((text) => text.trim() !== "");
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(edits)), word, async (edit, text) => {
        const id = await approved();
        const before = await record(id);
        await saveMessage(publisher, id, 1, { texts, why: { it: "Perché" }, audienceIds: [world.departments.turin] });
        expect(await record(id)).toMatchObject({ revision: 1, contentHash: before.contentHash });
        expect(approvalState(await record(id))).toBe("approved");
        await edits[edit]!(id, text.trim());
        expect(approvalState(await record(id))).toBe("changed");
      }),
      { numRuns: process.env.VOUCH_DEEP ? 200 : 12 },
    );
  }, 300_000);

  it("is void although the old words come back by another way: asked again, it is one more decision", async () => {
    const id = await approved();
    await addVariant(publisher, id, 1, world.departments.turin);
    await removeVariant(publisher, id, 2, world.departments.turin);
    expect((await record(id)).approval?.decision).toBe("void");
    await expect(publishMessage(publisher, id, 3)).rejects.toThrow(Invalid);
  });
});
