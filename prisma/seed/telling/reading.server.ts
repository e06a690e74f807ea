import { acknowledgeMessage } from "~/domain/messages/acknowledging.server";
import { readMessage } from "~/domain/messages/reading.server";
import { DAY, HOUR, MINUTE } from "~/kernel/clock";
import { peopleIn, type PersonStory, signIns } from "../aurora/people";
import type { MessageStory } from "../aurora/story";
import type { Calendar } from "../calendar";
import { type Random, seededRandom } from "../random";
import type { Step } from "../timeline";
import type { Cast } from "./cast.server";

/** Half of those who read do so within so long. */
const HALF_READ = 14 * HOUR;
/** People who open a message in the same minute: as many as the pool has connections to spare. */
const AT_ONCE = 6;

/** Who opened a message, who said "I have read it", and when. */
export function readingSteps(id: string, story: MessageStory, cast: Cast, calendar: Calendar): Step[] {
  const random = seededRandom(`readers ${story.key}`);
  const publishedAt = calendar.moment(story.published!);
  const { readers, confirmers } = chooseReaders(story, calendar, publishedAt, random);
  const moments = readers.map(() => momentOfReading(random, publishedAt, calendar.start)).sort((one, other) => one - other);
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

/** The demo's sign-ins have read everything but what they are to find unread. */
function chooseReaders({ audience, read = 0, confirmed = 0, unreadBy = [] }: MessageStory, calendar: Calendar, publishedAt: Date, random: Random) {
  const wasThere = ({ joinedDaysAgo }: PersonStory) => calendar.spareMoment({ days: -joinedDaysAgo, at: "12:00" }) < publishedAt;
  const audienceThen = peopleIn(audience).filter(wasThere);
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
