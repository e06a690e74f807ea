-- CreateEnum
CREATE TYPE "insights_tier" AS ENUM ('exact', 'detail', 'band', 'hidden');

-- CreateEnum
CREATE TYPE "insights_kind" AS ENUM ('message', 'post');

-- CreateTable
CREATE TABLE "insights_roster" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "week" DATE NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "insights_roster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insights_roster_person" (
    "roster_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,

    CONSTRAINT "insights_roster_person_pkey" PRIMARY KEY ("roster_id","person_id")
);

-- CreateTable
CREATE TABLE "insights_roster_department" (
    "roster_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,

    CONSTRAINT "insights_roster_department_pkey" PRIMARY KEY ("roster_id","department_id")
);

-- CreateTable
CREATE TABLE "insights_item" (
    "id" UUID NOT NULL,
    "kind" "insights_kind" NOT NULL,
    "roster_id" UUID NOT NULL,
    "audience" UUID[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_on" DATE,
    "taken_at" TIMESTAMPTZ(3),
    "tier" "insights_tier" NOT NULL,
    "size" INTEGER,
    "band" INTEGER,
    "opened" INTEGER,
    "confirmed" INTEGER,
    "shares" INTEGER,
    "visits" INTEGER,
    "machines" INTEGER,

    CONSTRAINT "insights_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insights_block" (
    "item_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "tier" "insights_tier" NOT NULL,
    "size" INTEGER,
    "band" INTEGER,
    "opened" INTEGER,
    "confirmed" INTEGER,
    "shared" INTEGER,

    CONSTRAINT "insights_block_pkey" PRIMARY KEY ("item_id","department_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "insights_roster_week_key" ON "insights_roster"("week");

-- CreateIndex
CREATE INDEX "insights_item_started_at_id_idx" ON "insights_item"("started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "insights_item_taken_on_idx" ON "insights_item"("taken_on");

-- CreateIndex
CREATE INDEX "insights_block_item_id_parent_id_name_department_id_idx" ON "insights_block"("item_id", "parent_id", "name", "department_id");

-- AddForeignKey
ALTER TABLE "insights_roster_person" ADD CONSTRAINT "insights_roster_person_roster_id_fkey" FOREIGN KEY ("roster_id") REFERENCES "insights_roster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insights_roster_department" ADD CONSTRAINT "insights_roster_department_roster_id_fkey" FOREIGN KEY ("roster_id") REFERENCES "insights_roster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insights_item" ADD CONSTRAINT "insights_item_roster_id_fkey" FOREIGN KEY ("roster_id") REFERENCES "insights_roster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insights_block" ADD CONSTRAINT "insights_block_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "insights_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;


