ALTER TABLE "company"
  ADD COLUMN "working_week" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "quiet_from" TEXT,
  ADD COLUMN "quiet_until" TEXT,
  ADD COLUMN "retention" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "privacy_asked" INTEGER,
  ADD COLUMN "interests" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "first_run_ended_at" TIMESTAMPTZ(3),
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
-- A company that is there already has its first steps behind it.
UPDATE "company" SET "first_run_ended_at" = "created_at";

ALTER TABLE "person"
  ADD COLUMN "photo_picture_id" UUID,
  ADD COLUMN "ask_me" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "spoken_languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "interests" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "shows_interests" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "shows_email" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "shows_number" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "quiet_hours" TEXT;

ALTER TABLE "message" ADD COLUMN "is_starter" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "post" ADD COLUMN "is_starter" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "holiday" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "day" DATE NOT NULL,
  "name" TEXT NOT NULL,
  "country" CHAR(2),
  "location_id" UUID,
  "is_half" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "holiday_day_idx" ON "holiday"("day");
-- A day is off once for the same people; which index compares expressions Prisma's schema can't say.
CREATE UNIQUE INDEX "holiday_once" ON "holiday"("day", (coalesce("country", '')), (coalesce("location_id"::text, '')));
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "privacy_notice" (
  "version" INTEGER NOT NULL,
  "texts" JSONB NOT NULL,
  "asks_acceptance" BOOLEAN NOT NULL,
  "published_by_id" UUID,
  "published_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "privacy_notice_pkey" PRIMARY KEY ("version")
);
CREATE TABLE "privacy_draft" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "texts" JSONB NOT NULL,
  "revision" INTEGER NOT NULL DEFAULT 1,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "privacy_draft_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "privacy_acceptance" (
  "person_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "accepted_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "privacy_acceptance_pkey" PRIMARY KEY ("person_id", "version")
);
ALTER TABLE "privacy_acceptance" ADD CONSTRAINT "privacy_acceptance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "network_key" (
  "network" TEXT NOT NULL,
  "client_id" TEXT NOT NULL,
  "sealed_secret" TEXT NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "network_key_pkey" PRIMARY KEY ("network")
);
CREATE TABLE "mail_setting" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "carrier" TEXT NOT NULL,
  "sender" TEXT NOT NULL,
  "sealed_secret" TEXT,
  "revision" INTEGER NOT NULL DEFAULT 1,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mail_setting_pkey" PRIMARY KEY ("id")
);
