-- Looking into details by parts of words; an erased detail leaves the index with its text.
CREATE INDEX "audit_entry_details_trgm" ON "audit_entry" USING gin (fold_text("details"::text) gin_trgm_ops);
CREATE INDEX "audit_entry_action" ON "audit_entry" ("action", "id");
-- That somebody looked at a record is written once for each viewer, person and hour.
CREATE UNIQUE INDEX "audit_entry_viewed_once" ON "audit_entry" ("actor_id", "subject_id", (date_trunc('hour', "occurred_at" AT TIME ZONE 'UTC')))
  WHERE "action" = 'person.viewed';
