import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { line, optionalText } from "~/kernel/fields";
import { sealSecret } from "~/kernel/secrets.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { companyEvents } from "./events";

/** Networks that take posts from an application of the company's own. */
export const KEYED_NETWORKS = ["linkedin", "x", "facebook", "instagram", "threads"] as const;
export type KeyedNetwork = (typeof KEYED_NETWORKS)[number];

const network = z.enum(KEYED_NETWORKS, "errors:field.invalid");
export const networkKeyForm = z.object({ network, clientId: line(200), password: optionalText(500) });
export const networkKeyRemoval = z.object({ network });

/** Where a network's secret lies; it opens nowhere else. */
export const networkSecretPlace = (name: KeyedNetwork) => `network_key/${name}/sealed_secret`;

/** Which networks have keys; never the secrets. @throws NotFound */
export async function listNetworkKeys(actor: Actor): Promise<{ network: string; clientId: string; updatedAt: Date }[]> {
  if (!canChangeCompany(actor)) throw new NotFound("network keys");
  return query(sql`SELECT network, client_id AS "clientId", updated_at AS "updatedAt" FROM network_key ORDER BY network`);
}

/** An empty secret keeps the one that is there. @throws Forbidden, Invalid at `password` for the first one */
export async function setNetworkKey(actor: Actor, { network: name, clientId, password: secret }: z.infer<typeof networkKeyForm>): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("network keys");
  const sealed = secret ? await sealSecret(secret, networkSecretPlace(name)) : null;
  await transaction(async (tx) => {
    const before = await tx.networkKey.findUnique({ where: { network: name } });
    const sealedSecret = sealed ?? before?.sealedSecret;
    if (!sealedSecret) throw new Invalid({ password: "errors:field.required" });
    const key = { clientId, sealedSecret, updatedAt: now() };
    await tx.networkKey.upsert({ where: { network: name }, create: { network: name, ...key }, update: key });
    await recordEvent(tx, {
      type: companyEvents.networkKeySet, actorId: actor.id, subjectKind: "network-key", subjectId: null, audit: { details: { network: name, clientId, secret: secret ? "changed" : "as before" } },
    });
  });
}

/** Without effect when there is none. @throws Forbidden */
export async function removeNetworkKey(actor: Actor, name: KeyedNetwork): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("network keys");
  await transaction(async (tx) => {
    const { count } = await tx.networkKey.deleteMany({ where: { network: name } });
    if (count) await recordEvent(tx, { type: companyEvents.networkKeyRemoved, actorId: actor.id, subjectKind: "network-key", subjectId: null, audit: { details: { network: name } } });
  });
}
