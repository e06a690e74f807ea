import { beforeAll, describe, expect, it } from "vitest";
import { startMessage } from "~/domain/messages/drafting.server";
import { publishMessage } from "~/domain/messages/publishing.server";
import { readMessage } from "~/domain/messages/reading.server";
import { addRemark, answerRemark } from "~/domain/messages/remarking.server";
import { listAllRemarks, listRemarks } from "~/domain/messages/remarks.server";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "./world";

useDatabase();

let world: World;
let publisher: Actor, seller: Actor, colleague: Actor, engineer: Actor;
let messageId: string;

beforeAll(async () => {
  world = await createWorld();
  publisher = await world.person("hr", { roles: [{ role: "publisher" }] });
  seller = await world.person("turin");
  colleague = await world.person("shops");
  engineer = await world.person("it");
  const text = (departmentId: string | null, title: string) => ({ departmentId, language: "it", title, body: "Testo" });
  messageId = await startMessage(publisher, {
    kind: "message",
    draft: { why: { it: "Perché" }, audienceIds: [world.departments.company], texts: [text(null, "Nucleo"), text(world.departments.shops, "Negozi")] },
  });
  await publishMessage(publisher, messageId, 1);
});

const seenBy = async (reader: Actor) => (await listRemarks(reader, messageId, (await readMessage(reader, messageId)).ownVariantId)).remarks;
const mailsTo = (person: Actor, template: string) => query(sql`
  SELECT 1 FROM mail_outbox o JOIN mail_content c ON c.id = o.content_id WHERE o.person_id = ${person.id}::uuid AND c.template = ${template}::text`);

describe("a question", () => {
  const id = crypto.randomUUID();
  const answerId = crypto.randomUUID();

  it("reaches its publisher once, by mail too, and the readers of the same version", async () => {
    const ask = () => addRemark(seller, messageId, { id, kind: "question", body: "Quando?" });
    await Promise.all([ask(), ask()]);
    expect(await mailsTo(publisher, "question-received")).toHaveLength(1);
    expect((await listAllRemarks(publisher, messageId)).remarks).toMatchObject([{ id, versionOf: "shops", isOwn: false }]);
    expect(await seenBy(colleague)).toMatchObject([{ id, body: "Quando?" }]);
    expect(await seenBy(engineer)).toEqual([]);
  });

  it("is answered by a publisher alone, once, and whoever asked is told", async () => {
    const answer = (by: Actor) => answerRemark(by, messageId, { id: answerId, answersId: id, body: "Lunedì" });
    await expect(answer(colleague)).rejects.toThrow(NotFound);
    await Promise.all([answer(publisher), answer(publisher)]);
    expect(await mailsTo(seller, "question-answered")).toHaveLength(1);
    expect((await seenBy(colleague))[0]!.answers).toMatchObject([{ id: answerId, body: "Lunedì" }]);
  });

  it("can't be asked about a message for others, nor about one that is not out", async () => {
    const narrow = await startMessage(publisher, {
      kind: "notice",
      draft: { why: { it: "x" }, audienceIds: [world.departments.it], texts: [{ departmentId: null, language: "it", title: "A", body: "B" }] },
    });
    const ask = (by: Actor) => addRemark(by, narrow, { id: crypto.randomUUID(), kind: "comment", body: "?" });
    await expect(ask(engineer)).rejects.toThrow(NotFound);
    await publishMessage(publisher, narrow, 1);
    await ask(engineer);
    await expect(ask(seller)).rejects.toThrow(NotFound);
  });
});
