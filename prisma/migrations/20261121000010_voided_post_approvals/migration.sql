-- The edit that voids an approval is kept beside the decision that it voids: whose, when, and what it changed.
ALTER TABLE "post_approval"
  ADD COLUMN "voided_by_id" UUID,
  ADD COLUMN "voided_at" TIMESTAMPTZ(3),
  ADD COLUMN "voided_parts" TEXT[] DEFAULT ARRAY[]::TEXT[];
