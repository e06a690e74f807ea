CREATE TYPE "import_state" AS ENUM ('checking', 'ready', 'applying', 'done', 'abandoned');

CREATE TABLE "people_import" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "state" "import_state" NOT NULL DEFAULT 'checking',
  "file_name" TEXT NOT NULL,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  "finished_at" TIMESTAMPTZ(3),
  "columns" JSONB NOT NULL,
  "encoding" TEXT NOT NULL,
  "creates_departments" BOOLEAN NOT NULL,
  "missing_leave" BOOLEAN NOT NULL,
  "total" INTEGER NOT NULL,
  "handled" INTEGER NOT NULL DEFAULT 0,
  "counts" JSONB NOT NULL DEFAULT '{}',
  "new_departments" TEXT[] NOT NULL DEFAULT '{}',
  CONSTRAINT "people_import_pkey" PRIMARY KEY ("id")
);

-- One import at a time: of two that start, the second is refused.
CREATE UNIQUE INDEX "people_import_one_at_a_time" ON "people_import" ((true)) WHERE "state" IN ('checking', 'ready', 'applying');
CREATE INDEX "people_import_created_at_id_idx" ON "people_import"("created_at" DESC, "id");

CREATE TABLE "people_import_row" (
  "import_id" UUID NOT NULL,
  "line" INTEGER NOT NULL,
  "cells" JSONB NOT NULL,
  "values" JSONB NOT NULL,
  "problems" JSONB NOT NULL DEFAULT '[]',
  "number" TEXT,
  "email" CITEXT,
  "kind" TEXT,
  "person_id" UUID,
  "changes" JSONB NOT NULL DEFAULT '{}',
  "version" TIMESTAMPTZ(3),
  "applied_at" TIMESTAMPTZ(3),
  CONSTRAINT "people_import_row_pkey" PRIMARY KEY ("import_id", "line"),
  CONSTRAINT "people_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "people_import"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "people_import_row_import_id_kind_line_idx" ON "people_import_row"("import_id", "kind", "line");
CREATE INDEX "people_import_row_import_id_number_idx" ON "people_import_row"("import_id", "number");
CREATE INDEX "people_import_row_import_id_email_idx" ON "people_import_row"("import_id", "email");
CREATE INDEX "people_import_row_import_id_person_id_idx" ON "people_import_row"("import_id", "person_id");
