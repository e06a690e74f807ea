-- Trusted extensions: the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;


-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('queued', 'sending', 'sent', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "post_state" AS ENUM ('draft', 'in_review', 'approved', 'ended');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('notice', 'message');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('draft', 'in_review', 'scheduled', 'published');

-- CreateEnum
CREATE TYPE "approval_decision" AS ENUM ('waiting', 'approved', 'declined', 'void');

-- CreateEnum
CREATE TYPE "remark_kind" AS ENUM ('comment', 'question');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('employee', 'publisher', 'approver', 'leader', 'moderator', 'administrator');

-- CreateEnum
CREATE TYPE "share_way" AS ENUM ('share_url', 'share_sheet', 'copy');

-- CreateEnum
CREATE TYPE "post_choice_kind" AS ENUM ('later', 'not_for_me');

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "details" JSONB,
    "salt" BYTEA,
    "details_hash" BYTEA NOT NULL,
    "seq" BIGINT,
    "hash" BYTEA,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "subject_id" UUID,
    "payload" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_content" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_outbox" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "content_id" UUID NOT NULL,
    "person_id" UUID,
    "address" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "batch" TEXT,
    "status" "mail_status" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "carrier_id" TEXT,
    "last_error" TEXT,

    CONSTRAINT "mail_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "placeholder" TEXT NOT NULL,
    "widths" INTEGER[],
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "setup_code_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "state" "post_state" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "why" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "link_url" TEXT NOT NULL DEFAULT '',
    "link_title" TEXT NOT NULL DEFAULT '',
    "link_description" TEXT NOT NULL DEFAULT '',
    "link_host" TEXT NOT NULL DEFAULT '',
    "link_fetched_at" TIMESTAMPTZ(3),
    "picture_id" UUID,
    "picture_alt" TEXT NOT NULL DEFAULT '',
    "facts" TEXT NOT NULL DEFAULT '',
    "hashtags" TEXT NOT NULL DEFAULT '',
    "disclosure" TEXT NOT NULL DEFAULT '',
    "valid_from" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "author_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content_hash" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_audience" (
    "post_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_audience_pkey" PRIMARY KEY ("post_id","department_id")
);

-- CreateTable
CREATE TABLE "caption" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "network" TEXT,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "caption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_editor" (
    "post_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_editor_pkey" PRIMARY KEY ("post_id","person_id")
);

-- CreateTable
CREATE TABLE "post_approval" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" "approval_decision" NOT NULL DEFAULT 'waiting',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "post_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "message_kind" NOT NULL,
    "state" "message_state" NOT NULL DEFAULT 'draft',
    "why" TEXT NOT NULL DEFAULT '',
    "asks_confirmation" BOOLEAN NOT NULL DEFAULT false,
    "sends_mail" BOOLEAN NOT NULL DEFAULT false,
    "is_open_to_all" BOOLEAN NOT NULL DEFAULT false,
    "author_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content_hash" TEXT NOT NULL,
    "publish_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_audience" (
    "message_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_audience_pkey" PRIMARY KEY ("message_id","department_id")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "message_id" UUID NOT NULL,
    "department_id" UUID,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant_text" (
    "variant_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "variant_text_pkey" PRIMARY KEY ("variant_id","language")
);

-- CreateTable
CREATE TABLE "message_editor" (
    "message_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_editor_pkey" PRIMARY KEY ("message_id","person_id")
);

-- CreateTable
CREATE TABLE "message_approval" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "message_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" "approval_decision" NOT NULL DEFAULT 'waiting',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "message_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_rule" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "department_id" UUID,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement" (
    "person_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("person_id","message_id")
);

-- CreateTable
CREATE TABLE "read_receipt" (
    "person_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_receipt_pkey" PRIMARY KEY ("person_id","message_id")
);

-- CreateTable
CREATE TABLE "message_remark" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "message_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "remark_kind" NOT NULL,
    "body" TEXT NOT NULL,
    "answers_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "accent" TEXT,
    "mark_picture_id" UUID,
    "language" TEXT NOT NULL,
    "languages" TEXT[],
    "time_zone" TEXT NOT NULL,
    "disclosures" JSONB NOT NULL DEFAULT '{}',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department_closure" (
    "descendant_id" UUID NOT NULL,
    "ancestor_id" UUID NOT NULL,
    "depth" INTEGER NOT NULL,

    CONSTRAINT "department_closure_pkey" PRIMARY KEY ("descendant_id","ancestor_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" CITEXT,
    "personnel_number" TEXT,
    "department_id" UUID NOT NULL,
    "location_id" UUID,
    "job_title" TEXT,
    "language" TEXT NOT NULL,
    "time_zone" TEXT,
    "theme" TEXT,
    "joined_on" DATE,
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "department_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_choice" (
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "choice" "post_choice_kind" NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_choice_pkey" PRIMARY KEY ("person_id","post_id")
);

-- CreateTable
CREATE TABLE "share" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "request_key" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "way" "share_way" NOT NULL,
    "caption_id" UUID,
    "text" TEXT NOT NULL,
    "wording_hash" TEXT NOT NULL,
    "link_id" UUID NOT NULL,
    "handed_over_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wording_reservation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "network" TEXT NOT NULL,
    "wording_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wording_reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "serial" BIGSERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "target_url" TEXT NOT NULL,
    "post_id" UUID NOT NULL,
    "person_id" UUID,
    "network" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_visits" (
    "link_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "people" INTEGER NOT NULL DEFAULT 0,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "machines" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "link_visits_pkey" PRIMARY KEY ("link_id","day")
);

-- CreateTable
CREATE TABLE "visit_seen" (
    "day" DATE NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "visit_seen_pkey" PRIMARY KEY ("day","hash")
);

-- CreateTable
CREATE TABLE "visit_spool" (
    "id" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "drained_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_spool_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_seq_key" ON "audit_entry"("seq");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_idx" ON "audit_entry"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_idx" ON "audit_entry"("actor_id");

-- CreateIndex
CREATE INDEX "event_subject_id_id_idx" ON "event"("subject_id", "id");

-- CreateIndex
CREATE INDEX "event_type_id_idx" ON "event"("type", "id");

-- CreateIndex
CREATE INDEX "mail_outbox_status_not_before_idx" ON "mail_outbox"("status", "not_before");

-- CreateIndex
CREATE INDEX "mail_outbox_person_id_idx" ON "mail_outbox"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_outbox_batch_person_id_key" ON "mail_outbox"("batch", "person_id");

-- CreateIndex
CREATE INDEX "post_state_updated_at_id_idx" ON "post"("state", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "post_audience_department_id_approved_at_post_id_idx" ON "post_audience"("department_id", "approved_at" DESC, "post_id" DESC);

-- CreateIndex
CREATE INDEX "caption_post_id_position_idx" ON "caption"("post_id", "position");

-- CreateIndex
CREATE INDEX "post_approval_post_id_requested_at_idx" ON "post_approval"("post_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "post_approval_decision_due_at_idx" ON "post_approval"("decision", "due_at");

-- CreateIndex
CREATE INDEX "message_state_updated_at_id_idx" ON "message"("state", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "message_author_id_updated_at_idx" ON "message"("author_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "message_audience_department_id_published_at_message_id_idx" ON "message_audience"("department_id", "published_at" DESC, "message_id" DESC);

-- CreateIndex
CREATE INDEX "variant_department_id_idx" ON "variant"("department_id");

-- CreateIndex
CREATE INDEX "message_approval_message_id_requested_at_idx" ON "message_approval"("message_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "message_approval_decision_due_at_idx" ON "message_approval"("decision", "due_at");

-- CreateIndex
CREATE INDEX "acknowledgement_message_id_idx" ON "acknowledgement"("message_id");

-- CreateIndex
CREATE INDEX "read_receipt_message_id_idx" ON "read_receipt"("message_id");

-- CreateIndex
CREATE INDEX "message_remark_message_id_written_at_id_idx" ON "message_remark"("message_id", "written_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "location_name_key" ON "location"("name");

-- CreateIndex
CREATE UNIQUE INDEX "department_parent_id_name_key" ON "department"("parent_id", "name");

-- CreateIndex
CREATE INDEX "department_closure_ancestor_id_descendant_id_idx" ON "department_closure"("ancestor_id", "descendant_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_personnel_number_key" ON "person"("personnel_number");

-- CreateIndex
CREATE INDEX "person_department_id_idx" ON "person"("department_id");

-- CreateIndex
CREATE INDEX "person_family_name_given_name_id_idx" ON "person"("family_name", "given_name", "id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "password_reset_person_id_idx" ON "password_reset"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_request_key_key" ON "share"("request_key");

-- CreateIndex
CREATE UNIQUE INDEX "share_link_id_key" ON "share"("link_id");

-- CreateIndex
CREATE INDEX "share_person_id_handed_over_at_idx" ON "share"("person_id", "handed_over_at" DESC);

-- CreateIndex
CREATE INDEX "share_post_id_network_idx" ON "share"("post_id", "network");

-- CreateIndex
CREATE INDEX "wording_reservation_network_wording_hash_idx" ON "wording_reservation"("network", "wording_hash");

-- CreateIndex
CREATE UNIQUE INDEX "link_serial_key" ON "link"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "link_slug_key" ON "link"("slug");

-- CreateIndex
CREATE INDEX "link_person_id_idx" ON "link"("person_id");

-- CreateIndex
CREATE INDEX "link_post_id_idx" ON "link"("post_id");

-- AddForeignKey
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_content_id_fkey" FOREIGN KEY ("content_id") REFERENCES "mail_content"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_audience" ADD CONSTRAINT "post_audience_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caption" ADD CONSTRAINT "caption_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_editor" ADD CONSTRAINT "post_editor_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_approval" ADD CONSTRAINT "post_approval_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_audience" ADD CONSTRAINT "message_audience_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_text" ADD CONSTRAINT "variant_text_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_editor" ADD CONSTRAINT "message_editor_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_approval" ADD CONSTRAINT "message_approval_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_remark" ADD CONSTRAINT "message_remark_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "message_remark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department_closure" ADD CONSTRAINT "department_closure_descendant_id_fkey" FOREIGN KEY ("descendant_id") REFERENCES "department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department_closure" ADD CONSTRAINT "department_closure_ancestor_id_fkey" FOREIGN KEY ("ancestor_id") REFERENCES "department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What the schema language can't say.

-- One company, one installation row, one root of the tree.
ALTER TABLE "company" ADD CONSTRAINT "company_single" CHECK ("id" = 1);
ALTER TABLE "installation" ADD CONSTRAINT "installation_single" CHECK ("id" = 1);
CREATE UNIQUE INDEX "department_single_root" ON "department" (("parent_id" IS NULL)) WHERE "parent_id" IS NULL;

-- The closure table: every department with itself and everything above it.
CREATE FUNCTION department_closure_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- An insert beside a move of its parent could keep the old way up.
  PERFORM pg_advisory_xact_lock(hashtext('department_closure'));
  INSERT INTO department_closure (descendant_id, ancestor_id, depth)
  SELECT NEW.id, NEW.id, 0
  UNION ALL
  SELECT NEW.id, ancestor_id, depth + 1 FROM department_closure WHERE descendant_id = NEW.parent_id;
  RETURN NULL;
END $$;

CREATE FUNCTION department_closure_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two moves at once could close a loop that neither sees.
  PERFORM pg_advisory_xact_lock(hashtext('department_closure'));
  IF EXISTS (SELECT 1 FROM department_closure WHERE descendant_id = NEW.parent_id AND ancestor_id = NEW.id) THEN
    RAISE EXCEPTION 'a department cannot be moved under itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'department_no_loop';
  END IF;
  DELETE FROM department_closure up
  USING department_closure down
  WHERE down.ancestor_id = NEW.id AND up.descendant_id = down.descendant_id
    AND up.ancestor_id NOT IN (SELECT descendant_id FROM department_closure WHERE ancestor_id = NEW.id);
  INSERT INTO department_closure (descendant_id, ancestor_id, depth)
  SELECT down.descendant_id, up.ancestor_id, down.depth + up.depth + 1
  FROM department_closure down, department_closure up
  WHERE down.ancestor_id = NEW.id AND up.descendant_id = NEW.parent_id;
  RETURN NULL;
END $$;

CREATE TRIGGER department_closure_insert AFTER INSERT ON "department"
  FOR EACH ROW EXECUTE FUNCTION department_closure_insert();
CREATE TRIGGER department_closure_move AFTER UPDATE OF "parent_id" ON "department"
  FOR EACH ROW WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION department_closure_move();

-- A role is granted once per scope; one core version and one variant a department.
CREATE UNIQUE INDEX "role_grant_once" ON "role_grant"
  ("person_id", "role", (coalesce("department_id", '00000000-0000-0000-0000-000000000000'::uuid)));
CREATE UNIQUE INDEX "variant_once" ON "variant"
  ("message_id", (coalesce("department_id", '00000000-0000-0000-0000-000000000000'::uuid)));

-- At most one open wait for approval.
CREATE UNIQUE INDEX "message_approval_one_waiting" ON "message_approval" ("message_id") WHERE "decision" = 'waiting';
CREATE UNIQUE INDEX "post_approval_one_waiting" ON "post_approval" ("post_id") WHERE "decision" = 'waiting';

-- Promise 4: two people never hold one wording on one network at the same time.
ALTER TABLE "wording_reservation" ADD CONSTRAINT "wording_reservation_exclusive" EXCLUDE USING gist (
  "network" WITH =, "wording_hash" WITH =, "person_id" WITH <>, tstzrange("starts_at", "ends_at") WITH &&
);

-- The audit only grows: entries may be sealed once and their details erased, nothing else.
CREATE INDEX "audit_entry_unsealed" ON "audit_entry" ("id") WHERE "seq" IS NULL;
CREATE FUNCTION audit_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'audit entries are never removed';
  END IF;
  IF (NEW.id, NEW.occurred_at, NEW.actor_id, NEW.action, NEW.subject_kind, NEW.subject_id, NEW.details_hash)
       IS DISTINCT FROM (OLD.id, OLD.occurred_at, OLD.actor_id, OLD.action, OLD.subject_kind, OLD.subject_id, OLD.details_hash)
     OR (OLD.seq IS NOT NULL AND (NEW.seq, NEW.hash) IS DISTINCT FROM (OLD.seq, OLD.hash))
     OR (NEW.details IS DISTINCT FROM OLD.details AND NEW.details IS NOT NULL)
     OR (NEW.salt IS DISTINCT FROM OLD.salt AND NEW.salt IS NOT NULL) THEN
    RAISE EXCEPTION 'audit entries are never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_guard BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION audit_entry_guard();

-- Looking people up by a part of their name.
CREATE INDEX "person_name_trgm" ON "person" USING gin (("given_name" || ' ' || "family_name") gin_trgm_ops);
-- The mails that wait, oldest first.
CREATE INDEX "mail_outbox_waiting" ON "mail_outbox" ("not_before") WHERE "status" IN ('queued', 'sending');
