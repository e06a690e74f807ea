import { acknowledgeMessage } from "~/domain/messages/acknowledging.server";
import { noteOpenings, type Opening } from "~/domain/messages/openings.server";
import { readMessage } from "~/domain/messages/reading.server";
import { DAY, HOUR, MINUTE } from "~/kernel/clock";
import type { PersonStory } from "../aurora/people";
import type { MessageStory } from "../aurora/story";
import type { Calendar } from "../calendar";
import { type Random, seededRandom } from "../random";
import type { Step } from "../timeline";
import type { Cast } from "./cast.server";

/** Half of those who read do so within so long. */
const HALF_READ = 14 * HOUR;
/** People who open a message in the same minute: as many as the pool has connections to spare. */
const AT_ONCE = 6;
/** Where more than so many read, they are told as a crowd. */
const MOST_BY_HAND = 300;

/** Who opened a message, who said "I have read it", and when. */
export function readingSteps(id: string, story: MessageStory, cast: Cast, calendar: Calendar): Step[] {
  const random = seededRandom(`readers ${story.key}`);
  const publishedAt = calendar.moment(story.published!);
  const { readers, confirmers } = chooseReaders(story, cast, calendar, publishedAt, random);
  const moments = readers.map(() => momentOfReading(random, publishedAt, calendar.start)).sort((one, other) => one - other);
  if (readers.length > MOST_BY_HAND) return crowdSteps(id, cast, readers, confirmers, moments);
  const steps: Step[] = [];
  for (let from = 0; from < readers.length; from += AT_ONCE) {
    const together = readers.slice(from, from + AT_ONCE);
    steps.push({
      at: new Date(moments[from]!),
      tell: async () => {
        await Promise.all(
          together.map(async ({ key }) => {
            const reader = await cast.actor(key);
            await (confirmers.has(key) ? acknowledgeMessage(reader, id) : readMessage(reader, id));
          }),
        );
      },
    });
  }
  return steps;
}

/** Opened together in one go; who confirms still does so by their own hand. */
function crowdSteps(id: string, cast: Cast, readers: PersonStory[], confirmers: ReadonlySet<string>, moments: number[]): Step[] {
  const confirming: { key: string; at: Date }[] = [];
  const together: Opening[] = [];
  for (const [index, { key }] of readers.entries()) {
    const at = new Date(moments[index]!);
    if (confirmers.has(key)) confirming.push({ key, at });
    else together.push({ personId: cast.personId(key), at });
  }
  const byHand: Step[] = [];
  for (let from = 0; from < confirming.length; from += AT_ONCE) {
    const some = confirming.slice(from, from + AT_ONCE);
    byHand.push({ at: some[0]!.at, tell: async () => void (await Promise.all(some.map(async ({ key }) => acknowledgeMessage(await cast.actor(key), id)))) });
  }
  return [...byHand, { at: new Date(moments.at(-1)!), tell: () => noteOpenings(id, together) }];
}

/** The demo's sign-ins have read everything but what they are to find unread. */
function chooseReaders({ audience, read = 0, confirmed = 0, unreadBy = [] }: MessageStory, cast: Cast, calendar: Calendar, publishedAt: Date, random: Random) {
  const { signIns } = cast.company.story;
  const wasThere = ({ joinedDaysAgo }: PersonStory) => calendar.spareMoment({ days: -joinedDaysAgo, at: "12:00" }) < publishedAt;
  const audienceThen = cast.company.peopleIn(audience).filter((person) => wasThere(person) && !cast.company.waiting.has(person.key));
  const isSignIn = ({ key }: PersonStory) => signIns.includes(key);
  const possible = audienceThen.filter(({ key }) => !unreadBy.includes(key));
  const inOrder = [...possible.filter(isSignIn), ...random.shuffled(possible.filter((person) => !isSignIn(person)))];
  const readers = inOrder.slice(0, Math.round(audienceThen.length * read));
  const confirmers = new Set(readers.slice(0, Math.round(audienceThen.length * confirmed)).map(({ key }) => key));
  return { readers: random.shuffled(readers), confirmers };
}

/** Many soon, few late, none after now: when it came out just now, those few minutes are spread evenly. */
function momentOfReading(random: Random, publishedAt: Date, start: Date): number {
  const open = start.getTime() - publishedAt.getTime();
  const delay = MINUTE + (-Math.log(1 - random.next()) * HALF_READ) / Math.LN2;
  return publishedAt.getTime() + (delay < Math.min(open, 20 * DAY) ? delay : random.next() * Math.min(open, 3 * DAY));
}
