import type { Tx } from "~/kernel/db.server";
import { Invalid } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor, DepartmentPath } from "~/policy/actor";
import { canEditPost } from "~/policy/library";
import type { PostRecord, PostRules, StoredContent } from "./post";

/**
 * What a form alone can't know: the company's languages and networks, each network's room, and
 * whether the audience lies within this publisher's part of the tree.
 * @throws Invalid by field; captions as `captions.<row>.<field>`
 */
export async function checkContent(tx: Tx, actor: Actor, before: PostRecord, after: StoredContent, rules: PostRules): Promise<void> {
  const errors: Record<string, string> = {};
  if (!rules.languages.includes(after.language)) errors.language = "errors:field.invalid";
  for (const [row, { network, language, text }] of after.captions.entries()) {
    if (!rules.languages.includes(language)) errors[`captions.${row}.language`] = "errors:field.invalid";
    if (network === null) continue;
    if (!rules.networks.includes(network)) errors[`captions.${row}.network`] = "errors:field.invalid";
    else if (rules.countCaption({ network, text }, after).problem) errors[`captions.${row}.text`] = "studio-library:error.captionTooLong";
  }
  const audience = await findPaths(tx, after.audience);
  if (audience.length < new Set(after.audience).size) errors.audience = "errors:field.invalid";
  else if (!canEditPost(actor, { authorId: before.author.id, audience })) errors.audience = "studio-library:error.audienceScope";
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

/** Each of these departments that exists, with everything above it, nearest first. */
async function findPaths(tx: Tx, departmentIds: readonly string[]): Promise<DepartmentPath[]> {
  if (departmentIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ path: string[] }[]>(sql`
    SELECT json_agg(c.ancestor_id ORDER BY c.depth) AS path
    FROM department_closure c WHERE c.descendant_id = ANY(${[...departmentIds]}::uuid[]) GROUP BY c.descendant_id`);
  return rows.map(({ path }) => path);
}
