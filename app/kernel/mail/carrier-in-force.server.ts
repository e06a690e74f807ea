import path from "node:path";
import { env, publicUrl } from "../env.server";
import { log } from "../log.server";
import { openSecret } from "../secrets.server";
import type { Carrier } from "./carrier";
import { diskCarrier } from "./carriers/disk.server";
import { resendCarrier } from "./carriers/resend.server";
import { smtpCarrier } from "./carriers/smtp.server";
import { findMailSetting, MAIL_SECRET, type StoredMailSetting } from "./setting.server";

const held = globalThis as { __vouchCarrier?: Carrier; __vouchStoredCarrier?: { revision: number; carrier: Carrier } };

/** What the environment, or a test, puts in force over whatever the settings say; null when it says nothing. */
export function carrierOfEnvironment(): Carrier | null {
  if (held.__vouchCarrier) return held.__vouchCarrier;
  const { resend, smtpUrl } = env();
  if (resend) return (held.__vouchCarrier = resendCarrier({ ...resend, from: sender() }));
  if (smtpUrl) return (held.__vouchCarrier = smtpCarrier({ url: smtpUrl, from: sender() }));
  return null;
}

/**
 * How mail leaves now: as the environment says, else as the settings do, else into the mailbox on disk.
 * Asked for every delivery, so that a change is in force at once, on every process.
 */
export async function carrierInForce(): Promise<Carrier> {
  const forced = carrierOfEnvironment();
  if (forced) return forced;
  const setting = await findMailSetting();
  const revision = setting?.revision ?? 0;
  if (held.__vouchStoredCarrier?.revision !== revision) held.__vouchStoredCarrier = { revision, carrier: await carrierOf(setting) };
  return held.__vouchStoredCarrier.carrier;
}

/** The carrier that a setting means. A secret that can't be opened lets mail wait, and says so. */
export async function carrierOf(setting: StoredMailSetting | null): Promise<Carrier> {
  if (!setting?.sealedSecret || setting.carrier === "disk") return diskCarrier(mailboxFolder());
  const from = setting.sender || sender();
  try {
    const secret = await openSecret(setting.sealedSecret, MAIL_SECRET);
    return setting.carrier === "smtp" ? smtpCarrier({ url: secret, from }) : resendCarrier({ apiKey: secret, baseUrl: env().resendBaseUrl, from });
  } catch (error) {
    log.error({ err: error }, "the mail key can't be opened");
    const waits = { kind: "postponed", code: "mail_key_unreadable", isTry: false } as const;
    return { name: setting.carrier === "smtp" ? "smtp" : "resend", capacity: 100, send: async ({ mails }) => mails.map(() => waits) };
  }
}

/** Puts another carrier in force and returns the way back to the one before. */
export function useCarrier(carrier: Carrier): () => void {
  const before = held.__vouchCarrier;
  held.__vouchCarrier = carrier;
  return () => {
    held.__vouchCarrier = before;
  };
}

/** The folder of the mailbox on disk; absolute. */
export function mailboxFolder(): string {
  return path.join(env().dataFolder, "mailbox");
}

/** MAIL_FROM, else no-reply at the public address' host. */
export function sender(): string {
  return env().mailFrom ?? `Vouch <no-reply@${new URL(publicUrl()).hostname}>`;
}
