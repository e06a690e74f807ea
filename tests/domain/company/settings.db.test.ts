import { describe, expect, it, beforeAll } from "vitest";
import { addHoliday, changeWeek, loadWorkingCalendar } from "~/domain/company/calendar.server";
import { changeCompany } from "~/domain/company/changing.server";
import { changeLanguages } from "~/domain/company/languages.server";
import { acceptNotice, getNoticeDraft, writeNotice } from "~/domain/company/privacy.server";
import { getSettings } from "~/domain/company/settings.server";
import { addLocation, removeLocation } from "~/domain/people/locations.server";
import { findSignedIn } from "~/domain/people/sessions.server";
import { prisma } from "~/kernel/db.server";
import { Forbidden, Invalid, NotFound } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { actorOf, foundAurora, join, signInOnDevice } from "../people/world";

useDatabase();
let admin: Actor;
let rootId: string;
let employee: Actor;

beforeAll(async () => {
  ({ admin, rootId } = await foundAurora());
  employee = await actorOf(await join(admin, { departmentId: rootId, language: "ro" }));
});

const version = async () => (await getSettings(admin)).version;
const noTexts = { text_en: "", text_it: "", text_ro: "", text_ru: "" };

describe("the company's settings", () => {
  it("are administrators' alone", async () => {
    await expect(getSettings(employee)).rejects.toThrow(NotFound);
    await expect(changeCompany(employee, 1, { name: "Mine" })).rejects.toThrow(Forbidden);
    await expect(getNoticeDraft(employee)).rejects.toThrow(NotFound);
  });

  it("notice a second editor, stand in the audit, and are not changed by the same form twice", async () => {
    const seen = await version();
    await changeCompany(admin, seen, { name: "Aurora Bakeries SpA" });
    await expect(changeCompany(admin, seen, { name: "Aurora" })).rejects.toThrow(Invalid);
    await changeCompany(admin, seen, { name: "Aurora Bakeries SpA" });
    const entries = await prisma.auditEntry.findMany({ where: { action: "company.changed" } });
    expect(entries.map(({ details }) => details)).toEqual([{ name: { from: "Aurora Bakeries", to: "Aurora Bakeries SpA" } }]);
  });

  it("do not take a language from its readers silently", async () => {
    const change = { language: "it", languages: ["it", "en"], moveReaders: false } as const;
    await expect(changeLanguages(admin, { version: await version(), ...change, languages: ["en"] })).rejects.toThrow(Invalid);
    await changeLanguages(admin, { version: await version(), ...change, languages: ["en"], moveReaders: true });
    expect((await actorOf(employee.id)).language).toBe("it");
    expect((await getSettings(admin)).languages).toEqual(["it", "en"]);
  });

  it("count promises on the place's own holidays", async () => {
    const place = await addLocation(admin, { name: "Iași", country: "RO", timeZone: "Europe/Bucharest" });
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const holiday = { day: soon, holidayName: "Ziua Națională", country: "RO", locationId: undefined, isHalf: false };
    await addHoliday(admin, holiday);
    await expect(addHoliday(admin, holiday)).rejects.toThrow(Invalid);
    expect((await loadWorkingCalendar(place)).holidays.get(soon)).toBe("full");
    expect((await loadWorkingCalendar(place)).timeZone).toBe("Europe/Bucharest");
    expect((await loadWorkingCalendar()).holidays.size).toBe(0);
    const hours = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].flatMap((day) => [[`${day}From`, ""], [`${day}Until`, ""]]));
    await expect(changeWeek(admin, { version: await version(), timeZone: "Europe/Rome", ...hours } as never)).rejects.toThrow(Invalid);
    await join(admin, { departmentId: rootId, locationId: place });
    await expect(removeLocation(admin, place)).rejects.toThrow(Invalid);
  });
});

describe("the privacy notice", () => {
  it("must be accepted once for each version that asks for it, on record", async () => {
    const session = await signInOnDevice(employee.id);
    const mustAccept = async () => (await findSignedIn(session))?.mustAccept;
    expect(await mustAccept()).toBeNull();
    const write = (revision: number, asksAcceptance: boolean, text: string) =>
      writeNotice(admin, { revision, intent: "publish", asksAcceptance, ...noTexts, text_it: text });
    await expect(writeNotice(admin, { revision: 0, intent: "publish", asksAcceptance: true, ...noTexts, text_en: "Only English" })).rejects.toThrow(Invalid);
    await write(0, true, "Prima");
    expect(await mustAccept()).toBe(1);
    await acceptNotice(employee, 1);
    await acceptNotice(employee, 1);
    expect(await mustAccept()).toBeNull();
    await write(1, false, "Prima, corretta");
    expect(await mustAccept()).toBeNull();
    await expect(write(1, true, "Of another editor")).rejects.toThrow(Invalid);
    await write(2, true, "Terza");
    expect(await mustAccept()).toBe(3);
    await expect(acceptNotice(employee, 2)).rejects.toThrow(Invalid);
    expect(await prisma.auditEntry.count({ where: { action: "privacy.accepted", actorId: employee.id } })).toBe(1);
  });
});
