-- Wins: recognitions, small thank-yous and milestones; what they say, who answers, and where they are told.
-- CreateEnum
CREATE TYPE "win_kind" AS ENUM ('win', 'thanks', 'milestone');

-- CreateEnum
CREATE TYPE "chat_network" AS ENUM ('slack', 'teams', 'mattermost');

-- CreateEnum
CREATE TYPE "chat_scope" AS ENUM ('all', 'milestones', 'value', 'department');

-- CreateEnum
CREATE TYPE "chat_delivery_state" AS ENUM ('waiting', 'sent', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "company_value" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "position" INTEGER NOT NULL,
    "names" JSONB NOT NULL,
    "sentences" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "company_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "win" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "win_kind" NOT NULL,
    "giver_id" UUID,
    "value_id" UUID,
    "text" TEXT NOT NULL,
    "picture_id" UUID,
    "picture_alt" TEXT NOT NULL DEFAULT '',
    "is_across" BOOLEAN NOT NULL DEFAULT false,
    "milestone" TEXT,
    "milestone_of" UUID,
    "milestone_step" INTEGER,
    "milestone_from" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,
    "removal_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "win_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "win_person" (
    "win_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "win_person_pkey" PRIMARY KEY ("win_id","person_id")
);

-- CreateTable
CREATE TABLE "win_receipt" (
    "win_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "win_receipt_pkey" PRIMARY KEY ("win_id","person_id")
);

-- CreateTable
CREATE TABLE "win_team" (
    "win_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "win_team_pkey" PRIMARY KEY ("win_id","department_id")
);

-- CreateTable
CREATE TABLE "win_reaction" (
    "win_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "reacted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "win_reaction_pkey" PRIMARY KEY ("win_id","kind","person_id")
);

-- CreateTable
CREATE TABLE "win_comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "win_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,

    CONSTRAINT "win_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "win_edit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "win_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "value_id" UUID,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "win_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "win_preference" (
    "person_id" UUID NOT NULL,
    "hides_years" BOOLEAN NOT NULL DEFAULT false,
    "pauses_live" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "win_preference_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "milestone_setting" (
    "kind" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "milestone_setting_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "recognition_coverage" (
    "week" DATE NOT NULL,
    "family" TEXT NOT NULL,
    "group_id" UUID NOT NULL,
    "people" INTEGER NOT NULL,
    "received" INTEGER NOT NULL,
    "given" INTEGER NOT NULL,
    "is_band" BOOLEAN NOT NULL,
    "is_unseen" BOOLEAN NOT NULL,

    CONSTRAINT "recognition_coverage_pkey" PRIMARY KEY ("week","family","group_id")
);

-- CreateTable
CREATE TABLE "chat_channel" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "network" "chat_network" NOT NULL,
    "sealed" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "last_four" TEXT NOT NULL,
    "scope" "chat_scope" NOT NULL,
    "value_id" UUID,
    "department_id" UUID,
    "language" TEXT NOT NULL,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "paused_at" TIMESTAMPTZ(3),
    "paused_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "channel_id" UUID NOT NULL,
    "win_id" UUID,
    "state" "chat_delivery_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "result" TEXT,
    "status" INTEGER,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "chat_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "win_giver_id_happened_at_idx" ON "win"("giver_id", "happened_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "win_milestone_milestone_of_milestone_step_key" ON "win"("milestone", "milestone_of", "milestone_step");

-- CreateIndex
CREATE INDEX "win_person_person_id_happened_at_idx" ON "win_person"("person_id", "happened_at" DESC);

-- CreateIndex
CREATE INDEX "win_person_department_id_happened_at_idx" ON "win_person"("department_id", "happened_at" DESC);

-- CreateIndex
CREATE INDEX "win_team_department_id_happened_at_idx" ON "win_team"("department_id", "happened_at" DESC);

-- CreateIndex
CREATE INDEX "win_comment_win_id_written_at_id_idx" ON "win_comment"("win_id", "written_at", "id");

-- CreateIndex
CREATE INDEX "win_edit_win_id_edited_at_idx" ON "win_edit"("win_id", "edited_at");

-- CreateIndex
CREATE INDEX "chat_delivery_channel_id_queued_at_id_idx" ON "chat_delivery"("channel_id", "queued_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "chat_delivery_channel_id_win_id_key" ON "chat_delivery"("channel_id", "win_id");

-- AddForeignKey
ALTER TABLE "win_person" ADD CONSTRAINT "win_person_win_id_fkey" FOREIGN KEY ("win_id") REFERENCES "win"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "win_receipt" ADD CONSTRAINT "win_receipt_win_id_fkey" FOREIGN KEY ("win_id") REFERENCES "win"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "win_team" ADD CONSTRAINT "win_team_win_id_fkey" FOREIGN KEY ("win_id") REFERENCES "win"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "win_reaction" ADD CONSTRAINT "win_reaction_win_id_fkey" FOREIGN KEY ("win_id") REFERENCES "win"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "win_comment" ADD CONSTRAINT "win_comment_win_id_fkey" FOREIGN KEY ("win_id") REFERENCES "win"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "win_edit" ADD CONSTRAINT "win_edit_win_id_fkey" FOREIGN KEY ("win_id") REFERENCES "win"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_delivery" ADD CONSTRAINT "chat_delivery_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "chat_channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_delivery" ADD CONSTRAINT "chat_delivery_win_id_fkey" FOREIGN KEY ("win_id") REFERENCES "win"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The feed, by kind, and by value: what is not removed, newest first.
CREATE INDEX "win_feed" ON "win"("happened_at" DESC, "id" DESC) WHERE removed_at IS NULL AND kind <> 'thanks';
CREATE INDEX "win_thanks" ON "win"("happened_at" DESC, "id" DESC) WHERE removed_at IS NULL AND kind = 'thanks';
CREATE INDEX "win_value" ON "win"("value_id", "happened_at" DESC, "id" DESC) WHERE removed_at IS NULL;
CREATE INDEX "win_across" ON "win"("happened_at" DESC, "id" DESC) WHERE removed_at IS NULL AND is_across;
