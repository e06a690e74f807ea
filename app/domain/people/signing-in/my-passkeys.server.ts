import { z } from "zod";
import { query, transaction } from "~/kernel/db.server";
import { Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { id, line } from "~/kernel/fields";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { peopleEvents } from "../events";
import { storePasskey, verifyNewPasskey } from "./passkeys.server";

/** What a browser answers, as JSON. */
export const passkeyAnswer = z.string().min(2).max(20_000);
export const newPasskey = z.object({ name: line(40), passkey: passkeyAnswer });
export const removedPasskey = z.object({ passkeyId: id });

/** As many as anybody has devices. */
const MOST_PASSKEYS = 20;

export interface MyPasskey {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** What a person signs in with. */
export interface MySignIn {
  hasPassword: boolean;
  hasPin: boolean;
  passkeys: MyPasskey[];
}

/** One statement. */
export async function getMySignIn(actor: Actor): Promise<MySignIn> {
  const rows = await query<MySignIn>(sql`
    SELECT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id) AS "hasPassword",
           EXISTS (SELECT 1 FROM pin k WHERE k.person_id = p.id) AS "hasPin",
           (SELECT coalesce(json_agg(json_build_object('id', y.id, 'name', y.name, 'createdAt', y.created_at, 'lastUsedAt', y.last_used_at) ORDER BY y.created_at, y.id), '[]')
            FROM passkey y WHERE y.person_id = p.id) AS passkeys
    FROM person p WHERE p.id = ${actor.id}::uuid`);
  return rows[0]!;
}

/** Adds a key that this browser just made. @throws Invalid */
export async function addPasskey(actor: Actor, challengeToken: string, { name, passkey }: z.infer<typeof newPasskey>): Promise<void> {
  const verified = await verifyNewPasskey(actor.id, challengeToken, passkey);
  await transaction(async (tx) => {
    if ((await tx.passkey.count({ where: { personId: actor.id } })) >= MOST_PASSKEYS) throw new Invalid({ "": "joining:passkey.tooMany" });
    await storePasskey(tx, actor.id, verified, name);
    await recordEvent(tx, { type: peopleEvents.passkeyAdded, actorId: actor.id, subjectKind: "person", subjectId: actor.id, audit: {} });
  });
}

/** Removes one. @throws NotFound; Invalid for the last way in */
export async function removePasskey(actor: Actor, { passkeyId }: z.infer<typeof removedPasskey>): Promise<void> {
  await transaction(async (tx) => {
    // Of two removed at once the second sees what the first left.
    await tx.$queryRaw(sql`SELECT 1 FROM person WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`);
    const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, personId: actor.id } });
    if (count === 0) throw new NotFound("passkey");
    const left = await tx.$queryRaw<{ ways: number }[]>(sql`
      SELECT ((SELECT count(*) FROM credential WHERE person_id = ${actor.id}::uuid) + (SELECT count(*) FROM pin WHERE person_id = ${actor.id}::uuid)
        + (SELECT count(*) FROM passkey WHERE person_id = ${actor.id}::uuid))::int AS ways`);
    if (left[0]!.ways === 0) throw new Invalid({ "": "joining:passkey.last" });
    await recordEvent(tx, { type: peopleEvents.passkeyRemoved, actorId: actor.id, subjectKind: "person", subjectId: actor.id, audit: {} });
  });
}
