import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskCarrier } from "~/kernel/mail/carriers/disk.server";
import { findStoredMail, listMailbox } from "~/kernel/mail/mailbox.server";
import { aMail, aParcel } from "./parcels";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vouch-mailbox-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("the mailbox on disk", () => {
  it("shows what was sent, newest first, by pages", async () => {
    const mails = Array.from({ length: 5 }, (_, minute) => aMail({ queuedAt: new Date(Date.UTC(2026, 10, 21, 10, minute)) }));
    const outcomes = await diskCarrier(folder).send(aParcel(mails));
    expect(outcomes.every(({ kind }) => kind === "sent")).toBe(true);
    const first = await listMailbox(folder, { limit: 3 });
    const second = await listMailbox(folder, { limit: 3, after: first.next! });
    expect([...first.mails, ...second.mails].map(({ id }) => id)).toEqual(mails.map(({ id }) => id).reverse());
    expect(second.next).toBeNull();
    expect(await findStoredMail(folder, first.mails[0]!.name)).toMatchObject({ to: "ana@aurora.example", subject: "Новые печи" });
  });

  it("keeps one mail however often it is sent, and nothing half written", async () => {
    const parcel = aParcel([aMail()]);
    const carrier = diskCarrier(folder);
    await Promise.all([carrier.send(parcel), carrier.send(parcel)].map((sending) => sending.catch(() => null)));
    await carrier.send({ ...parcel, isRepeat: true });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it("is empty before the first mail, and finds nothing outside itself", async () => {
    expect(await listMailbox(path.join(folder, "not-yet"), { limit: 3 })).toEqual({ mails: [], next: null });
    await writeFile(path.join(folder, "secret.json"), "{}");
    for (const name of ["secret", "../secret", "..%2fsecret", "", "20261121T100000000Z-0b5d3c1e-8f1a-4a53-9f5c-3c7f0f6d2a11"]) {
      expect(await findStoredMail(folder, name)).toBeNull();
    }
    expect((await listMailbox(folder, { limit: 3 })).mails).toEqual([]);
  });

  it("postpones when the folder can't be written", async () => {
    const file = path.join(folder, "file");
    await writeFile(file, "");
    expect((await diskCarrier(path.join(file, "mailbox")).send(aParcel([aMail()])))[0]).toMatchObject({ kind: "postponed" });
  });
});
