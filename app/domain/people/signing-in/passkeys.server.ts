import type { AuthenticationResponseJSON, AuthenticatorTransport, RegistrationResponseJSON } from "@simplewebauthn/server";
import { now } from "~/kernel/clock";
import { query, uniqueViolation, type Tx } from "~/kernel/db.server";
import { Invalid } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import { getCompany } from "../company.server";
import { keepChallenge, relyingParty, takeChallenge } from "./passkey-challenges.server";

/** Loaded when the first key is asked for: its parsers are a quarter of what a process loads to start. */
const webauthn = () => import("@simplewebauthn/server");

/** A verified key, ready to be stored. */
export interface NewPasskey {
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
}

/** What the browser is asked for, and what its cookie holds meanwhile. */
export interface Asked {
  options: object;
  token: string;
}

/** Asks a browser to make a key for this person. The key is found by itself later, and asks for finger, face or the device's PIN. */
export async function askForNewPasskey(personId: string): Promise<Asked> {
  const company = await getCompany();
  const rows = await query<{ name: string; passkeys: { id: string; transports: AuthenticatorTransport[] }[] }>(sql`
    SELECT coalesce(p.email::text, p.personnel_number) AS name,
      (SELECT coalesce(json_agg(json_build_object('id', y.credential_id, 'transports', y.transports)), '[]') FROM passkey y WHERE y.person_id = p.id) AS passkeys
    FROM person p WHERE p.id = ${personId}::uuid`);
  const { name, passkeys } = rows[0]!;
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: company.name, rpID: relyingParty().id, userName: name, userID: new TextEncoder().encode(personId), attestationType: "none",
    excludeCredentials: passkeys, authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return { options, token: await keepChallenge("enrol", options.challenge, personId) };
}

/** Checks what the browser made for this person. @throws Invalid for the whole form */
export async function verifyNewPasskey(personId: string, token: string, answer: string): Promise<NewPasskey> {
  const expectedChallenge = await takeChallenge(token, "enrol", personId);
  if (!expectedChallenge) throw refusal();
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const { verifyRegistrationResponse } = await webauthn();
  const verified = await judge(() =>
    verifyRegistrationResponse({ response: JSON.parse(answer) as RegistrationResponseJSON, expectedChallenge, expectedOrigin, expectedRPID, requireUserVerification: true }),
  );
  if (!verified?.verified) throw refusal();
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return { credentialId: id, publicKey, counter, transports };
}

/** Stores a verified key, in the caller's transaction. @throws Invalid for one that somebody has already */
export async function storePasskey(tx: Tx, personId: string, passkey: NewPasskey, name: string): Promise<string> {
  try {
    const { publicKey, ...rest } = passkey;
    const { id } = await tx.passkey.create({ data: { ...rest, publicKey, personId, name, createdAt: now() } });
    return id;
  } catch (error) {
    if (uniqueViolation(error) === "passkey_credential_id_key") throw refusal();
    throw error;
  }
}

/** Asks a browser for any key it has for us. */
export async function askForPasskey(): Promise<Asked> {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: "required" });
  return { options, token: await keepChallenge("sign-in", options.challenge, null) };
}

interface StoredPasskey {
  id: string;
  personId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: string;
  transports: AuthenticatorTransport[];
}

/** Signs in with a key. @returns the person's id; null for whatever is wrong */
export async function verifyPasskey(token: string, answer: string): Promise<string | null> {
  const expectedChallenge = await takeChallenge(token, "sign-in", null);
  const response = await judge(() => JSON.parse(answer) as AuthenticationResponseJSON);
  if (!expectedChallenge || !response || !/^[\w-]+$/.test(String(response.id))) return null;
  const rows = await query<StoredPasskey>(sql`
    SELECT y.id, y.person_id AS "personId", y.public_key AS "publicKey", y.counter::text AS counter, y.transports
    FROM passkey y JOIN person p ON p.id = y.person_id AND p.deactivated_at IS NULL WHERE y.credential_id = ${String(response.id)}::text`);
  const stored = rows[0];
  if (!stored) return null;
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await judge(() =>
    verifyAuthenticationResponse({
      response, expectedChallenge, expectedOrigin, expectedRPID, requireUserVerification: true,
      credential: { id: response.id, publicKey: new Uint8Array(stored.publicKey), counter: Number(stored.counter), transports: stored.transports },
    }),
  );
  if (!verified?.verified) return null;
  // A key that was copied counts on its own; of two answers with one count the second is refused.
  const used = await query<{ id: string }>(sql`
    UPDATE passkey SET counter = ${verified.authenticationInfo.newCounter}::bigint, last_used_at = ${now()}::timestamptz
    WHERE id = ${stored.id}::uuid AND counter = ${stored.counter}::bigint RETURNING id`);
  return used.length > 0 ? stored.personId : null;
}

/** What a browser sends may be anything: whatever can't be read or checked is no answer. */
async function judge<T>(work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

function refusal(): Invalid {
  return new Invalid({ "": "joining:passkey.refused" });
}
