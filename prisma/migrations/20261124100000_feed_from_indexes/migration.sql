-- What a reader's list needs of a message's audience and of its versions stands in the indexes themselves.
CREATE INDEX "message_audience_feed" ON "message_audience" ("department_id", "published_at" DESC, "message_id" DESC) INCLUDE ("asks_confirmation");
DROP INDEX "message_audience_department_id_published_at_message_id_idx";
CREATE UNIQUE INDEX "variant_once_with_id" ON "variant" ("message_id", "department_id") INCLUDE ("id") NULLS NOT DISTINCT;
DROP INDEX "variant_once";
ALTER INDEX "variant_once_with_id" RENAME TO "variant_once";
