import type { RequestHandler } from "express";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";

/** Ready: the database and the queue in it answer. */
export const answerHealth: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "no-store");
  query(sql`SELECT 1 FROM (SELECT count(*) FROM graphile_worker._private_jobs WHERE id < 0) AS queue`).then(
    () => response.status(200).json({ ready: true }),
    () => response.status(503).json({ ready: false }),
  );
};
