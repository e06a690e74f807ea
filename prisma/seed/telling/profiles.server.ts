import { changeProfile, getProfile, profileForm } from "~/domain/people/profile.server";
import { placeSquare } from "~/kernel/pictures/square.server";
import type { PlacedPicture } from "~/kernel/pictures/storing.server";
import { profiles } from "../aurora/profiles";
import type { Calendar } from "../calendar";
import { drawPortrait } from "../portraits";
import type { Step } from "../timeline";
import type { Cast } from "./cast.server";

/** People show themselves, each on a day of their own. Their portraits are drawn while the stories are told. */
export function profileSteps(cast: Cast, calendar: Calendar): Step[] {
  let drawing: Promise<unknown> = Promise.resolve();
  return profiles.filter(({ key }) => cast.company.knows([key])).map(({ key, portrait, askMe, spokenLanguages, daysAgo }) => {
    const placed: Promise<PlacedPicture> = drawing.then(async () => placeSquare(await drawPortrait(portrait), "cover"));
    // Whoever waits hears of a failure; until then it must not end the process.
    drawing = placed.catch(() => undefined);
    const tell = async () => {
      const actor = await cast.actor(key);
      const { updatedAt } = await getProfile(actor, actor.id);
      const form = profileForm.parse({ version: updatedAt.toISOString(), askMe, spokenLanguages: spokenLanguages.join(", "), interests: "" });
      await changeProfile(actor, form, await placed);
      cast.forget(key);
    };
    return { at: calendar.spareMoment({ days: -daysAgo, at: "12:35" }), tell };
  });
}
