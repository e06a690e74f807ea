import { beforeEach, describe, expect, it } from "vitest";
import { query, transaction } from "~/kernel/db.server";
import { cancelBatch, considerSent, queueMail, queueMailToMany, type MailToMany } from "~/kernel/mail/outbox.server";
import { sql } from "~/kernel/sql";
import { useDatabase } from "../../support/database";
import { aQueuedMail, countByStatus, deliveryJobs, emptyOutbox, outboxRows, queueOne } from "./outbox-rows";

useDatabase();
beforeEach(emptyOutbox);

/** A newsletter in two versions and two languages for readers made on the spot. */
function newsletter(readers: number, over: Partial<MailToMany> = {}): MailToMany {
  const versions = ["core", "logistics"].flatMap((version) => ["en", "it"].map((language) => ({ version, language })));
  return {
    batch: "message:1",
    contents: versions.map(({ version, language }) => ({
      version, language, template: "message-published", subject: `${version} ${language}`, html: "<p>{{givenName}}</p>", text: "{{givenName}}",
    })),
    recipients: (content) => sql`
      SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid AS person_id,
        CASE WHEN n % 1000 = 0 THEN NULL ELSE 'reader' || n || '@aurora.example' END AS address,
        content.content_id, jsonb_build_object('givenName', 'Reader ' || n) AS params
      FROM generate_series(1, ${readers}::int) n
      JOIN ${content} ON content.version = CASE WHEN n % 3 = 0 THEN 'logistics' ELSE 'core' END
        AND content.language = CASE WHEN n % 2 = 0 THEN 'it' ELSE 'en' END`,
    ...over,
  };
}

describe("queueMail", () => {
  it("leaves nothing behind when the change is not saved", async () => {
    const change = transaction(async (tx) => {
      await queueMail(tx, aQueuedMail());
      await queueMailToMany(tx, newsletter(10));
      throw new Error("The change failed.");
    });
    await expect(change).rejects.toThrow("The change failed.");
    expect(await outboxRows()).toEqual([]);
    expect(await query(sql`SELECT 1 FROM mail_content`)).toEqual([]);
    expect(await deliveryJobs()).toEqual([]);
  });

  it("queues the mail and the job that hands it over when it is due", async () => {
    const notBefore = new Date("2030-01-01T08:00:00Z");
    await queueOne({ notBefore });
    expect(await outboxRows()).toMatchObject([{ address: "ana@aurora.example", status: "queued", attempts: 0, params: { givenName: "Ana" } }]);
    expect(await deliveryJobs()).toEqual([{ runAt: notBefore }]);
  });

  it("queues one mail per person and batch, and any number without a batch", async () => {
    const to = { personId: crypto.randomUUID(), address: "ana@aurora.example" };
    expect(await queueOne({ to, batch: "message:1" })).toBeTypeOf("string");
    expect(await queueOne({ to, batch: "message:1" })).toBeNull();
    expect(await queueOne({ to, batch: "message:2" })).toBeTypeOf("string");
    expect(await queueOne({ to })).toBeTypeOf("string");
    expect(await queueOne({ to })).toBeTypeOf("string");
  });

  it("keeps whatever stands in an address or a name as data", async () => {
    const address = `'); DROP TABLE mail_outbox; --`;
    await queueOne({ to: { address }, params: { givenName: address } });
    expect(await outboxRows()).toMatchObject([{ address, params: { givenName: address } }]);
  });
});

describe("queueMailToMany", () => {
  it("gives ten thousand readers their version in their language, once", async () => {
    expect(await transaction((tx) => queueMailToMany(tx, newsletter(10_000)))).toBe(9_990);
    const groups = await query(sql`
      SELECT c.subject, count(*)::int AS n FROM mail_outbox m JOIN mail_content c ON c.id = m.content_id GROUP BY 1 ORDER BY 1`);
    expect(groups).toEqual([
      { subject: "core en", n: 3_333 }, { subject: "core it", n: 3_327 },
      { subject: "logistics en", n: 1_667 }, { subject: "logistics it", n: 1_663 },
    ]);
    expect(await deliveryJobs()).toHaveLength(1);
  });

  it("adds only who was missing when it is interrupted and done again", async () => {
    await transaction((tx) => queueMailToMany(tx, newsletter(40)));
    expect(await transaction((tx) => queueMailToMany(tx, newsletter(100)))).toBe(60);
    expect(await transaction((tx) => queueMailToMany(tx, newsletter(100)))).toBe(0);
    expect(await countByStatus()).toEqual({ queued: 100 });
  });

  it("tells a newsletter from a mail to a few", async () => {
    await transaction((tx) => queueMailToMany(tx, newsletter(300)));
    await transaction((tx) => queueMailToMany(tx, newsletter(100, { batch: "approval:1" })));
    const lanes = await query(sql`SELECT batch, is_bulk, count(*)::int AS n FROM mail_outbox GROUP BY 1, 2 ORDER BY 1`);
    expect(lanes).toEqual([{ batch: "approval:1", is_bulk: false, n: 100 }, { batch: "message:1", is_bulk: true, n: 300 }]);
  });

  it("queues nothing without contents", async () => {
    expect(await transaction((tx) => queueMailToMany(tx, newsletter(10, { contents: [] })))).toBe(0);
  });
});

describe("cancelBatch", () => {
  it("calls back what waits, erases its parameters, and touches no other batch", async () => {
    await transaction((tx) => queueMailToMany(tx, newsletter(10)));
    await queueOne({ batch: "message:2" });
    expect(await transaction((tx) => cancelBatch(tx, "message:1"))).toEqual({ cancelled: 10, left: 0 });
    expect(await countByStatus()).toEqual({ cancelled: 10, queued: 1 });
    expect((await outboxRows()).filter(({ status }) => status === "cancelled").map(({ params }) => params)).toEqual(Array(10).fill({}));
  });

  it("does not call back what has left", async () => {
    await queueOne({ batch: "message:1" });
    await transaction(considerSent);
    expect(await transaction((tx) => cancelBatch(tx, "message:1"))).toEqual({ cancelled: 0, left: 1 });
  });
});

describe("considerSent", () => {
  it("takes what is due for sent, and leaves what is still to come", async () => {
    await queueOne();
    await queueOne({ notBefore: new Date("2100-01-01") });
    expect(await transaction(considerSent)).toBe(1);
    expect(await countByStatus()).toEqual({ sent: 1, queued: 1 });
  });
});
