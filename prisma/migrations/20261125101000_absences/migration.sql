-- Somebody with a role is away, and somebody else may do meanwhile what they may.
CREATE TABLE "absence" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "person_id" UUID NOT NULL,
  "deputy_id" UUID NOT NULL,
  "starts_at" TIMESTAMPTZ(3) NOT NULL,
  "ends_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "absence_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "absence_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "absence_of_another" CHECK ("person_id" <> "deputy_id"),
  CONSTRAINT "absence_span" CHECK ("ends_at" > "starts_at"),
  CONSTRAINT "absence_once" EXCLUDE USING gist ("person_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&)
);

CREATE INDEX "absence_deputy_id_ends_at_idx" ON "absence"("deputy_id", "ends_at");
CREATE INDEX "absence_person_id_starts_at_idx" ON "absence"("person_id", "starts_at");
