import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resendCarrier } from "~/kernel/mail/carriers/resend.server";
import { startResend } from "../../support/resend-stand-in";
import { aMail, aParcel } from "./parcels";

let resend: Awaited<ReturnType<typeof startResend>>;
beforeEach(async () => {
  resend = await startResend();
});
afterEach(() => resend.close());

describe("resendCarrier", () => {
  it("hands over a hundred mails in one request", async () => {
    const mails = Array.from({ length: 100 }, (_, n) => aMail({ to: `person${n}@aurora.example` }));
    const parcel = aParcel(mails);
    const outcomes = await resendCarrier(resend.settings).send(parcel);
    expect(outcomes).toHaveLength(100);
    expect(outcomes.every((outcome) => outcome.kind === "sent" && outcome.carrierId)).toBe(true);
    expect(resend.keys).toEqual([parcel.key]);
    expect(resend.delivered.map(({ to }) => to)).toEqual(mails.map(({ to }) => to));
    expect(resend.delivered[0]).toEqual({
      from: "Aurora <news@aurora.example>", to: "person0@aurora.example", subject: "Новые печи", html: "<p>Ștefan</p>", text: "Ștefan",
      headers: { "Auto-Submitted": "auto-generated" },
    });
  });

  it("tells the one mail that is refused from its neighbours", async () => {
    const outcomes = await resendCarrier(resend.settings).send(
      aParcel([aMail(), aMail({ to: "nobody@refused.example" }), aMail({ to: "lev@aurora.example" })]),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(["sent", "refused", "sent"]);
    expect(resend.delivered.map(({ to }) => to)).toEqual(["ana@aurora.example", "lev@aurora.example"]);
  });

  it("waits as long as a 429 asks, and does not blame the mail", async () => {
    resend.faults.push({ fault: "rate-limited", retryAfter: "7" }, { fault: "quota" });
    const carrier = resendCarrier(resend.settings);
    expect(await carrier.send(aParcel([aMail()]))).toEqual([
      { kind: "postponed", code: "resend_rate_limit_exceeded", afterMs: 7000, isTry: false },
    ]);
    expect(await carrier.send(aParcel([aMail()]))).toEqual([
      { kind: "postponed", code: "resend_daily_quota_exceeded", afterMs: 3_600_000, isTry: false },
    ]);
    expect(resend.delivered).toHaveLength(0);
  });

  it("reads a date in retry-after", async () => {
    resend.faults.push({ fault: "rate-limited", retryAfter: new Date(Date.now() + 60_000).toUTCString() });
    const [outcome] = await resendCarrier(resend.settings).send(aParcel([aMail()]));
    expect(outcome).toMatchObject({ kind: "postponed" });
    expect((outcome as { afterMs: number }).afterMs).toBeGreaterThan(50_000);
  });

  it.each(["server-error", "dropped", "accepted-then-dropped", "accepted-then-cut"] as const)(
    "does not know what happened after %s, and asks again under the same key",
    async (fault) => {
      resend.faults.push({ fault });
      const carrier = resendCarrier(resend.settings);
      const parcel = aParcel([aMail(), aMail({ to: "lev@aurora.example" })]);
      expect((await carrier.send(parcel)).map(({ kind }) => kind)).toEqual(["unknown", "unknown"]);
      expect((await carrier.send({ ...parcel, isRepeat: true })).map(({ kind }) => kind)).toEqual(["sent", "sent"]);
      expect(resend.delivered).toHaveLength(2);
    },
  );

  it("takes a key that is known with other mails for an arrival, when it repeats itself", async () => {
    resend.faults.push({ fault: "accepted-then-dropped" });
    const carrier = resendCarrier(resend.settings);
    const [stays, leaves] = [aMail(), aMail({ to: "lev@aurora.example" })];
    const parcel = aParcel([stays, leaves]);
    await carrier.send(parcel);
    expect(await carrier.send({ key: parcel.key, mails: [stays], isRepeat: true })).toEqual([{ kind: "sent" }]);
    expect(resend.delivered).toHaveLength(2);
  });

  it("gives up waiting, and does not know", async () => {
    const silent = resendCarrier({ ...resend.settings, timeoutMs: 1 });
    expect((await silent.send(aParcel([aMail()])))[0]).toMatchObject({ kind: "unknown" });
  });

  it("says when the key or the address of the service is wrong", async () => {
    const stranger = resendCarrier({ ...resend.settings, apiKey: "re_other" });
    expect(await stranger.send(aParcel([aMail()]))).toEqual([{ kind: "postponed", code: "resend_invalid_api_key" }]);
    const nowhere = resendCarrier({ ...resend.settings, baseUrl: "http://127.0.0.1:1" });
    expect((await nowhere.send(aParcel([aMail()])))[0]).toMatchObject({ kind: "unknown" });
  });

  it("keeps to two requests a second", async () => {
    const strict = await startResend({ requestsPerSecond: 2 });
    try {
      const carrier = resendCarrier({ ...strict.settings, gapMs: undefined });
      for (let n = 0; n < 4; n++) expect((await carrier.send(aParcel([aMail()])))[0]).toMatchObject({ kind: "sent" });
    } finally {
      await strict.close();
    }
  });
});
