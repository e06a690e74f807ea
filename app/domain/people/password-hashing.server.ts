import { hash, verify } from "@node-rs/argon2";

/**
 * argon2id with 19 MiB, two passes and one lane: OWASP Password Storage Cheat Sheet, the setting it
 * names first for servers that check many. libuv's pool of threads bounds how many run at once.
 */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a password that nobody knows: checked where there is no account, so that both cost the same work. */
const NOBODYS_HASH = "$argon2id$v=19$m=19456,t=2,p=1$Qf/9DcVYbKgdrjaBRiJu6w$w1ZrRA+ccefktn55nVNySoMFRMhfFtYyKOSJKp7lVYM";

/** The same password typed on another keyboard may arrive composed differently (NFKC, as NIST SP 800-63B asks). */
const normalize = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(normalize(password), OPTIONS);
}

/** @param storedHash null where there is no account, or one without a password: the answer is no, after the same work */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? NOBODYS_HASH, normalize(password));
  return storedHash !== null && matches;
}
