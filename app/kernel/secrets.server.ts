import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { env } from "./env.server";
import { readKey, readOrMakeKey } from "./key-file.server";

/** A sealed secret can't be opened: its key is gone, or it was moved or changed. Says nothing of what it held. */
export class SecretUnreadable extends Error {
  override name = "SecretUnreadable";
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^v1\.([1-9]\d{0,8})\.([A-Za-z0-9_-]+)$/;

/** Keys are numbered files in the key folder, in no backup. A number's key never changes, so what was read may be kept. */
const keys = new Map<string, Promise<Buffer | null>>();

/**
 * Encrypts a secret for storing: AES-256-GCM under the newest key, with a fresh nonce.
 * @param place where it will lie, "chat_channel/<id>/address": it opens there and nowhere else
 * @returns "v1.<key number>.<base64url of nonce, ciphertext and tag>"
 */
export async function sealSecret(secret: string, place: string): Promise<string> {
  const number = (await newestKeyNumber()) ?? 1;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", await readOrMakeKey(fileOf(number)), nonce);
  cipher.setAAD(boundTo(number, place));
  const ciphertext = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return `v1.${number}.${Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString("base64url")}`;
}

/** What `sealSecret` sealed for this place. @throws SecretUnreadable */
export async function openSecret(sealed: string, place: string): Promise<string> {
  const [, number, encoded] = SEALED.exec(sealed) ?? [];
  const bytes = Buffer.from(encoded ?? "", "base64url");
  const key = number ? await keyNumbered(number) : null;
  if (!number || !key || bytes.length < NONCE_BYTES + TAG_BYTES) throw new SecretUnreadable("no such key");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(Number(number), place));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    throw new SecretUnreadable("moved or changed");
  }
}

/**
 * Makes the next key: what is sealed from now on, by any process, is sealed under it. Older keys stay
 * until `isUnderNewestKey` is true of everything stored. @returns the new key's number
 */
export async function rotateSecretsKey(): Promise<number> {
  const next = ((await newestKeyNumber()) ?? 0) + 1;
  await readOrMakeKey(fileOf(next));
  return next;
}

/** Whether a sealed secret need not be sealed again after a rotation. */
export async function isUnderNewestKey(sealed: string): Promise<boolean> {
  return SEALED.exec(sealed)?.[1] === String((await newestKeyNumber()) ?? 1);
}

/** The folder is asked each time: another process may have rotated the key meanwhile. */
async function newestKeyNumber(): Promise<number | null> {
  const names = await readdir(folder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const numbers = names.flatMap((name) => (/^[1-9]\d{0,8}\.key$/.test(name) ? [parseInt(name, 10)] : []));
  return numbers.length > 0 ? Math.max(...numbers) : null;
}

async function keyNumbered(number: string): Promise<Buffer | null> {
  const file = fileOf(Number(number));
  const kept = keys.get(file) ?? readKey(file);
  keys.set(file, kept);
  const key = await kept.catch(() => null);
  // It may be on its way (a volume not yet mounted, another process about to link it).
  if (!key) keys.delete(file);
  return key;
}

function folder(): string {
  return path.join(env().keyFolder, "secrets");
}

function fileOf(number: number): string {
  return path.join(folder(), `${number}.key`);
}

/** Bound to its key's number and its place, so that a database reader can't swap one secret for another. */
function boundTo(number: number, place: string): Buffer {
  return Buffer.from(JSON.stringify(["vouch/secret/v1", number, place]), "utf8");
}
