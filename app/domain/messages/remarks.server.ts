import { shownFamilyName, shownGivenName, shownPhoto, shownProfile } from "~/domain/people/shown-names.server";
import { z } from "zod";
import { query } from "~/kernel/db.server";
import { id, isUuid, text } from "~/kernel/fields";
import { empty, sql, type Sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { LONGEST_REMARK } from "./limits";



/** The id comes with the form, so that sending it twice says it once. */
export const remarkForm = z.object({ id, kind: z.enum(["comment", "question"], "errors:field.required"), body: text(LONGEST_REMARK) });
export const answerForm = z.object({ id, answersId: id, body: text(LONGEST_REMARK) });

export interface Remark {
  id: string;
  kind: "comment" | "question";
  body: string;
  writtenAt: Date;
  author: RemarkWriter & { departmentName: string };
  isOwn: boolean;
  /** The department whose version it stands under; null for the core. */
  versionOf: string | null;
  answers: RemarkAnswer[];
}

interface RemarkWriter {
  givenName: string;
  familyName: string;
  /** Their id while their profile opens. */
  profile: string | null;
  photo: string | null;
}

export interface RemarkAnswer extends RemarkWriter {
  id: string;
  body: string;
  writtenAt: string;
}

const PAGE_SIZE = 30;

/**
 * What was asked and said under a version, oldest first, the newest page of it: what its readers see.
 * @param before the id of the oldest one shown so far
 */
export function listRemarks(actor: Actor, messageId: string, variantId: string, before?: string) {
  return list(actor, messageId, sql`AND (q.variant_id = ${variantId}::uuid OR q.person_id = ${actor.id}::uuid)`, before);
}

/** The same under all versions: for those who may edit the message, which the caller has made sure of. */
export function listAllRemarks(actor: Actor, messageId: string, before?: string) {
  return list(actor, messageId, empty, before);
}

async function list(actor: Actor, messageId: string, which: Sql, before?: string): Promise<{ remarks: Remark[]; older: string | null }> {
  const earlier = isUuid(before)
    ? sql`AND (q.written_at, q.id) < (SELECT written_at, id FROM message_remark WHERE id = ${before}::uuid)`
    : empty;
  const language = sql`${actor.language}::text`;
  const rows = await query<Remark>(sql`
    SELECT q.id, q.kind, q.body, q.written_at AS "writtenAt", q.person_id = ${actor.id}::uuid AS "isOwn",
      json_build_object('givenName', ${shownGivenName("p", language)}, 'familyName', ${shownFamilyName("p", language)}, 'departmentName', pd.name, 'profile', ${shownProfile()}, 'photo', ${shownPhoto()}) AS author,
      vd.name AS "versionOf",
      (SELECT coalesce(json_agg(json_build_object('id', x.id, 'body', x.body, 'writtenAt', x.written_at,
          'givenName', ${shownGivenName("xp", language)}, 'familyName', ${shownFamilyName("xp", language)}, 'profile', ${shownProfile("xp")}, 'photo', ${shownPhoto("xp")}) ORDER BY x.written_at, x.id), '[]')
        FROM message_remark x JOIN person xp ON xp.id = x.person_id WHERE x.answers_id = q.id) AS answers
    FROM message_remark q
    JOIN person p ON p.id = q.person_id JOIN department pd ON pd.id = p.department_id
    LEFT JOIN variant v ON v.id = q.variant_id LEFT JOIN department vd ON vd.id = v.department_id
    WHERE q.message_id = ${messageId}::uuid AND q.answers_id IS NULL ${which} ${earlier}
    ORDER BY q.written_at DESC, q.id DESC LIMIT ${PAGE_SIZE + 1}::int`);
  const remarks = rows.slice(0, PAGE_SIZE).reverse();
  return { remarks, older: rows.length > PAGE_SIZE ? remarks[0]!.id : null };
}
