import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { smtpCarrier } from "~/kernel/mail/carriers/smtp.server";
import { aMail, aParcel } from "./parcels";

interface Received {
  to: string[];
  raw: string;
}

let close = async () => {};
afterEach(() => close());

/** A real SMTP server on loopback that takes mail from user "vouch". */
async function startSmtp(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authMethods: ["PLAIN"],
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    closeTimeout: 100,
    onAuth: (auth, _, done) =>
      auth.username === "vouch" && auth.password === "secret" ? done(null, { user: "vouch" }) : done(new Error("Not you")),
    onRcptTo: ({ address }, _, done) => done(address.startsWith("full@") ? refusal(452) : address.startsWith("gone@") ? refusal(550) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => new Promise((resolve) => server.close(() => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const carrier = (user = "vouch", timeoutMs = 3000) =>
    smtpCarrier({ url: `smtp://${user}:secret@127.0.0.1:${port}`, from: "Aurora <news@aurora.example>", timeoutMs });
  const hangUp = () => server.connections.forEach((connection) => (connection as unknown as { _socket: Socket })._socket.destroy());
  return { received, carrier, hangUp };
}

const refusal = (responseCode: number) => Object.assign(new Error("No"), { responseCode });

describe("smtpCarrier", () => {
  it("hands over mails in both forms, each to one person", async () => {
    const { received, carrier } = await startSmtp();
    const mails = Array.from({ length: 20 }, (_, n) => aMail({ to: `person${n}@aurora.example` }));
    expect(await carrier().send(aParcel(mails))).toEqual(mails.map(() => ({ kind: "sent" })));
    expect(received.map(({ to }) => to.join()).sort()).toEqual(mails.map(({ to }) => to).sort());
    const first = received.find(({ to }) => to[0] === "person0@aurora.example")!.raw;
    expect(first).toContain(`Message-ID: <${mails[0]!.id}@aurora.example>`);
    expect(first).toContain("Auto-Submitted: auto-generated");
    expect(first).toMatch(/Content-Type: text\/plain[^]*Content-Type: text\/html/);
    expect(first).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it("tells later from never", async () => {
    const { received, carrier } = await startSmtp();
    const outcomes = await carrier().send(
      aParcel([aMail(), aMail({ to: "full@aurora.example" }), aMail({ to: "gone@aurora.example" })]),
    );
    expect(outcomes).toEqual([{ kind: "sent" }, { kind: "postponed", code: "smtp_452" }, { kind: "refused", code: "smtp_550" }]);
    expect(received).toHaveLength(1);
  });

  it("does not blame the mail when the server takes nobody in", async () => {
    const { carrier } = await startSmtp();
    expect((await carrier("stranger").send(aParcel([aMail()])))[0]).toMatchObject({ kind: "postponed" });
    const nowhere = smtpCarrier({ url: "smtp://127.0.0.1:1", from: "news@aurora.example", timeoutMs: 3000 });
    expect((await nowhere.send(aParcel([aMail()])))[0]).toMatchObject({ kind: "postponed" });
  });

  it("does not know what happened when the connection ends in the middle", async () => {
    const smtp: Awaited<ReturnType<typeof startSmtp>> = await startSmtp({ onData: (stream) => stream.resume().on("end", () => smtp.hangUp()) });
    expect((await smtp.carrier().send(aParcel([aMail()])))[0]).toMatchObject({ kind: "unknown" });
  });

  it("lets no subject begin another header", async () => {
    const { received, carrier } = await startSmtp();
    await carrier().send(aParcel([aMail({ subject: "Hello\r\nBcc: other@aurora.example" })]));
    expect(received[0]!.to).toEqual(["ana@aurora.example"]);
    expect(received[0]!.raw).not.toMatch(/^Bcc:/m);
  });
});
