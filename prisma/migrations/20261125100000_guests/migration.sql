-- Whom a guest works for, the end for which their host was reminded, and when the end was carried out.
ALTER TABLE "person"
  ADD COLUMN "agency" TEXT,
  ADD COLUMN "guest_reminded_for" TIMESTAMPTZ(3),
  ADD COLUMN "guest_ended_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "person_guest_agency" CHECK ("is_guest" OR "agency" IS NULL);

CREATE INDEX "person_guests_idx" ON "person"("family_name", "given_name", "id") WHERE "is_guest";
