-- Totals of a post over everybody, kept with what they count: lists must not count millions of rows.
CREATE TABLE "post_reach" (
    "post_id" UUID NOT NULL,
    "shares" INTEGER NOT NULL DEFAULT 0,
    "visits" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "post_reach_pkey" PRIMARY KEY ("post_id")
);
