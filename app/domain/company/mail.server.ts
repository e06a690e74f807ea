import { randomUUID } from "node:crypto";
import { z } from "zod";
import { now } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { Forbidden, Invalid, invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { optionalText } from "~/kernel/fields";
import { carrierInForce, sender as usualSender } from "~/kernel/mail/carrier-in-force.server";
import { renderMail } from "~/kernel/mail/render.server";
import { findMailSetting, MAIL_SECRET, storeMailSetting } from "~/kernel/mail/setting.server";
import { sealSecret } from "~/kernel/secrets.server";
import { framesIn } from "~/domain/people/mail-frame.server";
import type { Actor } from "~/policy/actor";
import { canChangeCompany } from "~/policy/company";
import { testMail } from "../../../emails/test-mail";
import { companyEvents } from "./events";

export interface MailState {
  /** The environment decides, whatever the settings say: "RESEND_API_KEY" or "SMTP_URL". */
  environment: string | null;
  carrier: string;
  sender: string;
  usualSender: string;
  hasSecret: boolean;
  revision: number;
}

/** How mail leaves; never the secret itself. @throws NotFound */
export async function getMailState(actor: Actor): Promise<MailState> {
  if (!canChangeCompany(actor)) throw new NotFound("mail");
  const setting = await findMailSetting();
  const environment = env().resend ? "RESEND_API_KEY" : env().smtpUrl ? "SMTP_URL" : null;
  return {
    environment, carrier: setting?.carrier ?? "disk", sender: setting?.sender ?? "", usualSender: usualSender(),
    hasSecret: setting?.sealedSecret != null, revision: setting?.revision ?? 0,
  };
}

const SENDER = /^([^<>@\r\n]*<[^\s@<>,]+@[^\s@<>,]+>|[^\s@<>,]+@[^\s@<>,]+)$/;

export const mailForm = z.object({
  revision: z.coerce.number("errors:field.invalid").int("errors:field.invalid").min(0, "errors:field.invalid").max(2_000_000_000, "errors:field.invalid"),
  carrier: z.enum(["resend", "smtp", "disk"], "errors:field.invalid"),
  sender: optionalText(200).pipe(z.string().refine((text) => text === "" || SENDER.test(text), "admin-company:error.sender")),
  /** Resend's key or the server's address; empty keeps the one that is there. */
  password: optionalText(500),
});

/** @throws Forbidden; Invalid at the field, or when somebody saved since */
export async function changeMail(actor: Actor, { revision, carrier, sender, password: secret }: z.infer<typeof mailForm>): Promise<void> {
  if (!canChangeCompany(actor)) throw new Forbidden("mail");
  const before = await findMailSetting();
  if (secret && carrier === "smtp" && !isSmtpAddress(secret)) throw new Invalid({ password: "admin-company:error.smtp" });
  if (secret && carrier === "resend" && !/^[\w-]{6,200}$/.test(secret)) throw new Invalid({ password: "admin-company:error.resendKey" });
  const kept = before?.carrier === carrier ? before.sealedSecret : null;
  if (carrier !== "disk" && !secret && !kept) throw new Invalid({ password: "errors:field.required" });
  const sealedSecret = carrier === "disk" ? null : secret ? await sealSecret(secret, MAIL_SECRET) : kept;
  await transaction(async (tx) => {
    if (!(await storeMailSetting(tx, revision, { carrier, sender, sealedSecret }))) throw invalidForm("admin-company:error.changedMeanwhile");
    await recordEvent(tx, {
      type: companyEvents.mailChanged, actorId: actor.id, subjectKind: "mail-setting", subjectId: null,
      audit: { details: { carrier, sender, secret: secret ? "changed" : "as before" } },
    });
  });
}

function isSmtpAddress(text: string): boolean {
  try {
    return /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== "";
  } catch {
    return false;
  }
}

export type TestResult = { kind: "sent" | "disk" | "postponed" | "unknown" | "refused"; code: string };

/**
 * Hands one mail to oneself over, by what is in force now, past the outbox: whoever asks sees what the
 * carrier answered. @throws Forbidden; Invalid for somebody without a mail address
 */
export async function sendTestMail(actor: Actor): Promise<TestResult> {
  if (!canChangeCompany(actor)) throw new Forbidden("mail");
  if (!actor.email) throw invalidForm("admin-company:error.noAddress");
  const [frame] = await framesIn([actor.language]);
  const mail = await renderMail(testMail({ ...frame!, givenName: actor.givenName }));
  const carrier = await carrierInForce();
  const id = randomUUID();
  const [outcome] = await carrier.send({ key: `test:${id}`, isRepeat: false, mails: [{ ...mail, id, to: actor.email, queuedAt: now() }] });
  if (outcome?.kind === "sent") return { kind: carrier.name === "disk" ? "disk" : "sent", code: "" };
  return { kind: outcome?.kind ?? "unknown", code: outcome?.code ?? "" };
}
