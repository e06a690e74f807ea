import { randomUUID } from "node:crypto";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";

/** A post that is on offer to a department, with captions; straight into the tables, since approving is the library's matter. */
export async function offerPost(author: Actor, departmentId: string, { captions = [] as string[], linkUrl = "https://www.aurora.example/mill", language = "en" } = {}) {
  const id = randomUUID();
  await query(sql`
    INSERT INTO post (id, state, title, why, language, link_url, link_title, link_host, author_id, content_hash, approved_at, created_at, updated_at)
    VALUES (${id}::uuid, 'approved', 'The mill that feeds our ovens', 'people ask', ${language}, ${linkUrl}, 'The mill', 'aurora.example',
            ${author.id}::uuid, 'hash', now(), now(), now())`);
  await query(sql`INSERT INTO post_audience (post_id, department_id, approved_at) VALUES (${id}::uuid, ${departmentId}::uuid, now())`);
  for (const [position, text] of captions.entries()) {
    await query(sql`INSERT INTO caption (post_id, language, text, position) VALUES (${id}::uuid, ${language}, ${text}, ${position}::int)`);
  }
  return id;
}

/** The company as signed-in requests carry it. */
export const aurora = {
  name: "Aurora Bakeries",
  shortName: "Aurora",
  accent: null,
  markPictureId: null,
  language: "it",
  languages: ["it", "en", "ro", "ru"],
  timeZone: "Europe/Rome",
  isDemo: false,
  isFirstRun: false,
};
