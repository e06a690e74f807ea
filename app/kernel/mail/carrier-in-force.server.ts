import path from "node:path";
import { env, publicUrl } from "../env.server";
import type { Carrier } from "./carrier";
import { diskCarrier } from "./carriers/disk.server";
import { resendCarrier } from "./carriers/resend.server";
import { smtpCarrier } from "./carriers/smtp.server";

const held = globalThis as { __vouchCarrier?: Carrier };

/** How mail leaves: Resend when there is a key, else SMTP when there is an address, else the mailbox on disk. */
export function carrierInForce(): Carrier {
  return (held.__vouchCarrier ??= chooseCarrier());
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

function chooseCarrier(): Carrier {
  const { resend, smtpUrl } = env();
  if (resend) return resendCarrier({ ...resend, from: sender() });
  if (smtpUrl) return smtpCarrier({ url: smtpUrl, from: sender() });
  return diskCarrier(mailboxFolder());
}

/** MAIL_FROM, else no-reply at the public address' host. */
function sender(): string {
  return env().mailFrom ?? `Vouch <no-reply@${new URL(publicUrl()).hostname}>`;
}
