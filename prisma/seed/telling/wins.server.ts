import { addComment, react } from "~/domain/wins/answering.server";
import { countCoverage } from "~/domain/wins/coverage.server";
import { celebrateYears, setMilestone } from "~/domain/wins/milestones.server";
import { REACTIONS } from "~/domain/wins/reactions";
import { giveThanks } from "~/domain/wins/thanking.server";
import { saveValue } from "~/domain/wins/values.server";
import { after, DAY, HOUR, MINUTE } from "~/kernel/clock";
import type { PlacedPicture } from "~/kernel/pictures/storing.server";
import { FOUNDED_DAYS_AGO } from "../aurora/people";
import { smallThanks, values, wins, type WinStory } from "../aurora/wins";
import type { Calendar } from "../calendar";
import type { PictureKey } from "../pictures";
import { seededRandom } from "../random";
import type { Step } from "../timeline";
import type { Cast } from "./cast.server";
import { drawAll } from "./picture-shop.server";

/** Draws a picture of a win's own. */
type Draw = (key: PictureKey) => Promise<PlacedPicture>;

const valueId = (key: string) => seededRandom(`value ${key}`).uuid();
const ANSWERED_TOGETHER = 6;

/** The company's values, and who thanked whom for what; with answers, milestones and the weeks' coverage. */
export function winSteps(cast: Cast, calendar: Calendar): Step[] {
  const { company } = cast;
  // A story that names others than work in the company of this size is not told in it.
  const told = wins.filter((win) => company.knows([win.by, ...(win.people ?? []), ...(win.comments ?? []).map(({ by }) => by)]) && company.hasDepartments(win.team ? [win.team] : []));
  const picture = drawAll(told.flatMap((win) => win.picture ?? []));
  const at = (days: number, hour: string) => calendar.spareMoment({ days, at: hour });
  return [
    { at: at(-FOUNDED_DAYS_AGO, "11:00"), tell: () => arrange(cast) },
    ...told.flatMap((story) => winStorySteps(story, cast, calendar, picture)),
    ...smallThanks.filter(({ by, to }) => company.knows([by, ...to])).map(({ by, to, text, at: moment }, number) => ({
      at: calendar.spareMoment(moment),
      tell: async () =>
        giveThanks(await cast.actor(by), { id: seededRandom(`thanks ${number}`).uuid(), person: to.map((key) => cast.personId(key)), team: [], text, pictureAlt: "" }),
    })),
    // Each day of these 90 falls into one of them.
    ...Array.from({ length: 30 }, (_, at) => -1 - 3 * at).map((days) => ({ at: at(days, "08:07"), tell: async () => void (await celebrateYears()) })),
    ...[-21, -14, -7].map((days) => ({ at: at(days, "03:40"), tell: countCoverage })),
    { at: calendar.start, tell: countCoverage },
  ];
}

async function arrange(cast: Cast): Promise<void> {
  const admin = await cast.actor(cast.company.story.founder);
  for (const [number, { key, names, sentences }] of values.entries()) await saveValue(admin, { id: valueId(key), revision: 0, position: number + 1, names, sentences });
  await setMilestone(admin, { kind: "years", isOn: true });
}

function winStorySteps(story: WinStory, cast: Cast, calendar: Calendar, picture: Draw): Step[] {
  const random = seededRandom(`win ${story.key}`);
  const id = random.uuid();
  const happenedAt = calendar.spareMoment(story.at);
  const give = async () =>
    giveThanks(
      await cast.actor(story.by),
      {
        id, text: story.text, value: story.value && valueId(story.value), pictureAlt: story.pictureAlt ?? "",
        person: (story.people ?? []).map((key) => cast.personId(key)),
        team: story.team ? [cast.departmentId(story.team)] : [],
      },
      story.picture && (await picture(story.picture)),
    );
  const comments = (story.comments ?? []).map(({ by, hours, body }): Step => {
    const commentId = random.uuid();
    return { at: after(hours * HOUR, happenedAt), tell: async () => addComment(await cast.actor(by), id, { id: commentId, body }) };
  });
  return [{ at: happenedAt, tell: give }, ...reactionSteps(story, id, happenedAt, cast), ...comments];
}

function reactionSteps({ key, by, reactions }: WinStory, id: string, happenedAt: Date, cast: Cast): Step[] {
  const random = seededRandom(`reactions ${key}`);
  const { story } = cast.company;
  const here = story.people.filter((person) => person.joinedDaysAgo > FOUNDED_DAYS_AGO && person.key !== by && !story.signIns.includes(person.key));
  const who = random.shuffled(here).slice(0, reactions).map((person) => ({ key: person.key, kind: random.chance(0.7) ? REACTIONS[0] : random.pick(REACTIONS) }));
  const steps: Step[] = [];
  for (let from = 0; from < who.length; from += ANSWERED_TOGETHER) {
    const together = who.slice(from, from + ANSWERED_TOGETHER);
    steps.push({
      at: after(random.between(10 * MINUTE, DAY), happenedAt),
      tell: async () => void (await Promise.all(together.map(async (each) => react(await cast.actor(each.key), id, each.kind, true)))),
    });
  }
  return steps;
}
