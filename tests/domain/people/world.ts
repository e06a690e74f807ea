import { randomBytes } from "node:crypto";
import { findActor } from "~/domain/people/actors.server";
import { foundCompany } from "~/domain/people/founding.server";
import { addPerson } from "~/domain/people/joining.server";
import { createSession, hashSessionToken } from "~/domain/people/sessions.server";
import type { PersonDetails } from "~/domain/people/person-fields";
import { after, DAY } from "~/kernel/clock";
import { transaction } from "~/kernel/db.server";
import type { Actor } from "~/policy/actor";

/** A company with its top department and its administrator. */
export async function foundAurora(): Promise<{ admin: Actor; rootId: string }> {
  const { administratorId, departmentId } = await transaction((tx) =>
    foundCompany(tx, {
      companyName: "Aurora Bakeries", shortName: "Aurora", language: "it", languages: ["it", "en", "ro"], timeZone: "Europe/Rome",
      givenName: "Niall", familyName: "Byrne", email: "admin@aurora.example",
    }),
  );
  return { admin: await actorOf(administratorId), rootId: departmentId };
}

let count = 0;

/** Somebody new; what is not told is made up. */
export async function join(admin: Actor, details: Partial<PersonDetails> & { departmentId: string }): Promise<string> {
  const number = ++count;
  return addPerson(admin, {
    givenName: "Olga", familyName: `Sokolova ${number}`, email: `olga.${number}@aurora.example`, personnelNumber: String(20_000 + number),
    locationId: null, jobTitle: null, language: "it", ...details,
  });
}

export async function actorOf(personId: string): Promise<Actor> {
  const actor = await findActor(personId);
  if (!actor) throw new Error("Nobody acts under this id.");
  return actor;
}

/** Signs a person in on a new device. @returns the stored session's id */
export async function signInOnDevice(personId: string, device = "Firefox, Android"): Promise<string> {
  const id = hashSessionToken(randomBytes(20).toString("hex"));
  await createSession({ id, personId, expiresAt: after(30 * DAY), device });
  return id;
}
