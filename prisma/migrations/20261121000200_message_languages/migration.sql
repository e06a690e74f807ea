-- The why is read by the same people as the text, so it exists in their languages too.
ALTER TABLE "message" ALTER COLUMN "why" DROP DEFAULT;
ALTER TABLE "message" ALTER COLUMN "why" TYPE JSONB USING '{}'::jsonb;
ALTER TABLE "message" ALTER COLUMN "why" SET DEFAULT '{}';

-- When the mails of a published message were queued: from then on it can't be recalled.
ALTER TABLE "message" ADD COLUMN "mailed_at" TIMESTAMPTZ(3);

-- What asks for a confirmation stays on the home page longer; found without walking over the rest.
ALTER TABLE "message_audience" ADD COLUMN "asks_confirmation" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "message_audience_to_confirm" ON "message_audience" ("department_id", "published_at" DESC, "message_id" DESC)
  WHERE "asks_confirmation";

-- A notice goes out alone, unless the rule says otherwise.
ALTER TABLE "approval_rule" ADD COLUMN "covers_notices" BOOLEAN NOT NULL DEFAULT false;
