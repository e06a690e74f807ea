import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { Conflict, Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { id, optionalText } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canArrangeWins } from "~/policy/wins";
import { winEvents } from "./events";
import { inLanguage } from "./win-columns.server";

/** A value to choose, in the reader's language. */
export interface ValueChoice {
  id: string;
  name: string;
  sentence: string;
}

export interface CompanyValue {
  id: string;
  names: Record<string, string>;
  sentences: Record<string, string>;
  position: number;
  revision: number;
  isRetired: boolean;
  /** How many wins showed it. */
  wins: number;
}

const VALUE = "company-value";

/** Values in force, in the company's order. */
export async function listValueChoices(actor: Actor): Promise<ValueChoice[]> {
  return query<ValueChoice>(sql`
    SELECT v.id, ${inLanguage(actor, sql`v.names`)} AS name, coalesce(${inLanguage(actor, sql`v.sentences`)}, '') AS sentence
    FROM company_value v WHERE v.retired_at IS NULL ORDER BY v.position, v.created_at, v.id LIMIT 50`);
}

/** All of them with their texts, retired ones last. @throws NotFound */
export async function listValues(actor: Actor): Promise<CompanyValue[]> {
  if (!canArrangeWins(actor)) throw new NotFound("values");
  return query<CompanyValue>(sql`
    SELECT v.id, v.names, v.sentences, v.position, v.revision, v.retired_at IS NOT NULL AS "isRetired",
      (SELECT count(*)::int FROM win w WHERE w.value_id = v.id AND w.removed_at IS NULL) AS wins
    FROM company_value v ORDER BY v.retired_at IS NOT NULL, v.position, v.created_at, v.id LIMIT 200`);
}

const position = optionalText(3).pipe(z.string().regex(/^\d*$/, "errors:field.invalid")).transform((text) => Number(text || "1"));

/** The form's fields for these languages; the company's own must have its name. */
export function valueForm(languages: readonly string[], language: string) {
  const texts = languages.flatMap((each) => [[`name.${each}`, optionalText(60)], [`sentence.${each}`, optionalText(200)]] as const);
  return z
    .object({ id, revision: optionalText(9).transform(Number), position, ...Object.fromEntries(texts) })
    .transform((sent) => {
      const field = (name: string) => String((sent as Record<string, unknown>)[name] ?? "");
      const pick = (prefix: string) => Object.fromEntries(languages.flatMap((each) => (field(`${prefix}.${each}`) ? [[each, field(`${prefix}.${each}`)]] : [])));
      return { id: sent.id, revision: sent.revision, position: sent.position, names: pick("name"), sentences: pick("sentence") };
    })
    .superRefine(({ names }, context) => {
      if (!names[language]) context.addIssue({ code: "custom", path: [`name.${language}`], message: "errors:field.required" });
    });
}

export interface ValueEdit {
  id: string;
  /** 0 for a new one. */
  revision: number;
  position: number;
  names: Record<string, string>;
  sentences: Record<string, string>;
}

/** Adds a value, or changes one. Sending a new one twice adds it once. @throws Forbidden, NotFound, Conflict */
export async function saveValue(actor: Actor, { id: valueId, revision, ...content }: ValueEdit): Promise<void> {
  if (!canArrangeWins(actor)) throw new Forbidden("values");
  await transaction(async (tx) => {
    const about = { actorId: actor.id, subjectKind: VALUE, subjectId: valueId, audit: { details: { names: content.names } } };
    if (!revision) {
      const { count } = await tx.companyValue.createMany({ data: { id: valueId, ...content, createdAt: now() }, skipDuplicates: true });
      if (count) await recordEvent(tx, { ...about, type: winEvents.valueAdded });
      return;
    }
    const { count } = await tx.companyValue.updateMany({ where: { id: valueId, revision }, data: { ...content, revision: revision + 1 } });
    if (!count && (await tx.companyValue.count({ where: { id: valueId } }))) throw new Conflict("value");
    if (!count) throw new NotFound("value");
    await recordEvent(tx, { ...about, type: winEvents.valueChanged });
  });
}

/** Retires a value, or brings it back. Wins that showed it keep it. @throws Forbidden, NotFound */
export async function retireValue(actor: Actor, valueId: string, retired: boolean): Promise<void> {
  if (!canArrangeWins(actor)) throw new Forbidden("values");
  await transaction(async (tx) => {
    const { count } = await tx.companyValue.updateMany({
      where: { id: valueId, retiredAt: retired ? null : { not: null } }, data: { retiredAt: retired ? now() : null },
    });
    if (!count && !(await tx.companyValue.count({ where: { id: valueId } }))) throw new NotFound("value");
    const type = retired ? winEvents.valueRetired : winEvents.valueRestored;
    if (count) await recordEvent(tx, { type, actorId: actor.id, subjectKind: VALUE, subjectId: valueId, audit: {} });
  });
}

/** @throws Invalid at `value` for one that is none, or is retired */
export async function requireValue(valueId: string): Promise<void> {
  const rows = await query(sql`SELECT 1 FROM company_value WHERE id = ${valueId}::uuid AND retired_at IS NULL`);
  if (rows.length === 0) throw new Invalid({ value: "wins:thank.valueGone" });
}
