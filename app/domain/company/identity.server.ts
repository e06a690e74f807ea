import { z } from "zod";
import { line } from "~/kernel/fields";
import { storePicture, type PlacedPicture } from "~/kernel/pictures/storing.server";
import { checkbox } from "~/kernel/fields";
import { isColour } from "~/domain/people/accent";
import type { Actor } from "~/policy/actor";
import { changeCompany, settingsVersion } from "./changing.server";


export const identityForm = settingsVersion.extend({ name: line(80), shortName: line(40), removeMark: checkbox });

/** @param mark another mark, already placed @throws Forbidden, Invalid */
export async function changeIdentity(actor: Actor, { version, removeMark, ...names }: z.infer<typeof identityForm>, mark?: PlacedPicture): Promise<void> {
  const change = mark ? { ...names, markPictureId: mark.id } : removeMark ? { ...names, markPictureId: null } : names;
  await changeCompany(actor, version, change, async (tx) => {
    if (mark) await storePicture(tx, mark, null);
  });
}

export const accentForm = settingsVersion.extend({
  colour: line(7).transform((text) => text.toLowerCase()).pipe(z.string().refine(isColour, "admin-company:error.colour")),
  /** The colour whose effect was shown before. */
  seen: z.string().max(7).optional(),
});

/** @param colour #rrggbb; null for Vouch's own */
export async function changeAccent(actor: Actor, version: number, colour: string | null): Promise<void> {
  await changeCompany(actor, version, { accent: colour });
}
