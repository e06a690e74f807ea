ALTER TYPE "role" ADD VALUE 'drafter' AFTER 'employee';

ALTER TABLE "company" ADD COLUMN "hides_former_names" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "person"
  ADD COLUMN "is_guest" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "guest_until" TIMESTAMPTZ(3),
  ADD COLUMN "host_id" UUID,
  ADD CONSTRAINT "person_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "person_guest_until" CHECK ("is_guest" = ("guest_until" IS NOT NULL));

-- Guests who are due: looked for every minute.
CREATE INDEX "person_guest_until_idx" ON "person"("guest_until") WHERE "guest_until" IS NOT NULL AND "deactivated_at" IS NULL;
