import { setTimeout as wait } from "node:timers/promises";
import { createTransport, type Transporter } from "nodemailer";
import { SECOND } from "../../clock";
import { MAIL_HEADERS, type Carrier, type OutgoingMail, type Outcome } from "../carrier";

interface SmtpSettings {
  /** smtp:// or smtps://, with user and password, as nodemailer reads it. */
  url: string;
  from: string;
  /** Until what has no answer counts as lost, in milliseconds. */
  timeoutMs?: number;
}

/**
 * Mail through a company's own SMTP server, over up to five connections that close with the parcel.
 * SMTP has no idempotency key: a mail whose answer got lost goes again with the same Message-ID,
 * which mail boxes use to fold doubles.
 */
export function smtpCarrier({ url, from, timeoutMs = 30 * SECOND }: SmtpSettings): Carrier {
  return {
    name: "smtp",
    capacity: 20,
    async send({ mails }) {
      const patience = { connectionTimeout: timeoutMs / 3, greetingTimeout: timeoutMs / 3, socketTimeout: timeoutMs / 3 };
      const transport = createTransport({ url, pool: true, maxConnections: Math.min(5, mails.length), ...patience });
      const gaveUp = new AbortController();
      const late = wait<Outcome>(timeoutMs, { kind: "unknown", code: "smtp_no_answer" }, { signal: gaveUp.signal });
      late.catch(() => undefined);
      try {
        return await Promise.all(mails.map((mail) => Promise.race([sendOne(transport, from, mail), late])));
      } finally {
        gaveUp.abort();
        transport.close();
      }
    },
  };
}

async function sendOne(transport: Transporter, from: string, mail: OutgoingMail): Promise<Outcome> {
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: mail.to },
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      date: mail.queuedAt,
      messageId: `<${mail.id}@${/@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? "localhost"}>`,
      headers: { ...MAIL_HEADERS },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { kind: "sent" };
  } catch (error) {
    return readError(error as SmtpError);
  }
}

interface SmtpError {
  responseCode?: number;
  command?: string;
  code?: string;
  syscall?: string;
}

/** Reply codes of RFC 5321, 4.2.1: 4xx later, 5xx never. Without one the connection failed, perhaps after the mail was taken. */
function readError({ responseCode, command, code, syscall }: SmtpError): Outcome {
  const word = `smtp_${code?.toLowerCase() ?? "lost"}`;
  // Not this mail's fault: the settings are wrong, or the server takes nobody in.
  const isBefore = command?.startsWith("AUTH") || syscall === "connect" || ["EAUTH", "EDNS", "ETLS"].includes(code ?? "");
  if (isBefore) return { kind: "postponed", code: word };
  if (responseCode === undefined) return { kind: "unknown", code: word };
  return { kind: responseCode >= 500 ? "refused" : "postponed", code: `smtp_${responseCode}` };
}
