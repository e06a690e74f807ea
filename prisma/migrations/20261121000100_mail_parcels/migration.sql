-- A parcel: the mails handed to the carrier in one request. A request whose answer got lost is made
-- again with the same mails under the same key, so the grouping must outlive the process.
ALTER TABLE "mail_outbox" ADD COLUMN "parcel" UUID;

-- Two lanes, so that a mail to a few (a new password) never waits behind a newsletter, and the next
-- mail of either lane is found without walking over the other.
ALTER TABLE "mail_outbox" ADD COLUMN "is_bulk" BOOLEAN NOT NULL DEFAULT false;

DROP INDEX IF EXISTS "mail_outbox_waiting";
DROP INDEX IF EXISTS "mail_outbox_status_not_before_idx";
-- A newsletter writes a row per reader: every index here is written 100,000 times before it is read.
DROP INDEX IF EXISTS "mail_outbox_person_id_idx";
CREATE INDEX "mail_outbox_few" ON "mail_outbox" ("not_before")
  WHERE "status" IN ('queued', 'sending') AND NOT "is_bulk";
CREATE INDEX "mail_outbox_bulk" ON "mail_outbox" ("not_before")
  WHERE "status" IN ('queued', 'sending') AND "is_bulk";
CREATE INDEX "mail_outbox_parcel" ON "mail_outbox" ("parcel") WHERE "parcel" IS NOT NULL;
