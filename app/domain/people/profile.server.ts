import { z } from "zod";
import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { invalidForm, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { checkbox, optionalText } from "~/kernel/fields";
import { forgetPicture, removePictureFiles, storePicture, type PlacedPicture } from "~/kernel/pictures/storing.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { visibleParts, visibleProfiles } from "~/policy/profiles";
import { peopleEvents } from "./events";
import { joinInterests } from "./interests";

export interface Profile {
  id: string;
  givenName: string;
  familyName: string;
  photo: string | null;
  jobTitle: string | null;
  departmentName: string;
  locationName: string | null;
  askMe: string;
  spokenLanguages: string[];
  /** Null is not shown to whoever asks. */
  interests: string[] | null;
  email: string | null;
  personnelNumber: string | null;
  showsEmail: boolean;
  showsNumber: boolean;
  showsInterests: boolean;
  updatedAt: Date;
}

/** A colleague as they show themselves, in one statement. @throws NotFound, also for those who have left */
export async function getProfile(actor: Actor, id: string): Promise<Profile> {
  const rows = await query<Profile & { interests: string[] }>(sql`
    SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.photo_picture_id AS photo, p.job_title AS "jobTitle",
      d.name AS "departmentName", l.name AS "locationName", p.ask_me AS "askMe", p.spoken_languages AS "spokenLanguages", p.interests,
      p.email::text AS email, p.personnel_number AS "personnelNumber", p.shows_email AS "showsEmail", p.shows_number AS "showsNumber",
      p.shows_interests AS "showsInterests", p.updated_at AS "updatedAt"
    FROM person p JOIN department d ON d.id = p.department_id LEFT JOIN location l ON l.id = p.location_id
    WHERE p.id = ${id}::uuid AND ${visibleProfiles(actor)}`);
  const profile = rows[0];
  if (!profile) throw new NotFound("profile");
  const may = visibleParts(actor, profile);
  return {
    ...profile,
    email: may.email ? profile.email : null,
    personnelNumber: may.number ? profile.personnelNumber : null,
    interests: may.interests ? profile.interests : null,
  };
}

const words = (most: number) =>
  optionalText(600).transform((text) => [...new Set(text.split(/[,;\n]/).map((word) => word.trim()).filter(Boolean))])
    .pipe(z.array(z.string().max(40, "errors:field.tooLong")).max(most, "errors:field.tooLong"));

export const profileForm = z.object({
  version: z.iso.datetime("errors:field.invalid").transform((text) => new Date(text)),
  askMe: optionalText(160),
  spokenLanguages: words(12),
  /** Chosen from the company's list; own words stand beside it. */
  interest: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().max(40)).max(60, "errors:form.tooMany")),
  interests: words(20),
  showsInterests: checkbox,
  showsEmail: checkbox,
  showsNumber: checkbox,
  removePhoto: checkbox,
});

async function listed(tx: Tx): Promise<string[]> {
  return (await tx.company.findUniqueOrThrow({ where: { id: 1 }, select: { interests: true } })).interests;
}

/** The company's list of what people may say interests them. One statement. */
export async function listInterests(): Promise<string[]> {
  const rows = await query<{ interests: string[] }>(sql`SELECT interests FROM company`);
  return rows[0]?.interests ?? [];
}

/**
 * Everybody writes their own. @param photo another one, already placed
 * @throws Invalid when the record was changed since it was read
 */
export async function changeProfile(actor: Actor, { version, removePhoto, interest, ...words }: z.infer<typeof profileForm>, photo?: PlacedPicture): Promise<void> {
  const replaced = await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const before = await tx.person.findUniqueOrThrow({ where: { id: actor.id } });
    if (before.updatedAt.getTime() !== version.getTime()) throw invalidForm("profile:changedMeanwhile");
    if (photo) await storePicture(tx, photo, actor.id);
    const photoPictureId = photo ? photo.id : removePhoto ? null : before.photoPictureId;
    await tx.person.update({ where: { id: actor.id }, data: { ...words, interests: joinInterests(await listed(tx), interest, words.interests), photoPictureId, updatedAt: new Date(Math.max(now().getTime(), version.getTime() + 1)) } });
    await recordEvent(tx, { type: peopleEvents.profileChanged, actorId: actor.id, subjectKind: "person", subjectId: actor.id });
    return before.photoPictureId && before.photoPictureId !== photoPictureId ? forgetPicture(tx, before.photoPictureId) : null;
  });
  if (replaced) await removePictureFiles(replaced);
}
