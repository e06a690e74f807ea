import { getOfferedPost } from "~/domain/library/offering.server";
import { getCompany } from "~/domain/people/company.server";
import { handOverPost } from "~/domain/shares/handing-over.server";
import { SLUG_ALPHABET, SLUG_LENGTH } from "~/domain/shares/links";
import type { PostStory } from "../aurora/story";
import { type Random, seededRandom } from "../random";
import type { Step } from "../timeline";
import type { PostTelling } from "./posts.server";

/** A link that somebody shared, and how many people are to follow it. */
export interface SharedLink {
  slug: string;
  sharedAt: Date;
  visits: number;
}

/** Mastodon people live on servers of their own choice. */
const MASTODON_SERVER = "social.example";

/** Everybody who shared the post, each in their own words and by their own hand. */
export function shareSteps({ key, shares = [], captions }: PostStory, postId: () => string, { cast, calendar, shared }: PostTelling): Step[] {
  return shares.map(({ by, network, way, shared: moment, caption, text, visits }) => {
    const random = seededRandom(`share ${key} ${by} ${network}`);
    const sharedAt = calendar.spareMoment(moment);
    const tell = async () => {
      const person = await cast.actor(by);
      const offered = await getOfferedPost(person, postId());
      const suggested = caption === undefined ? undefined : captions[caption];
      const slug = newSlug(random);
      await handOverPost(person, await getCompany(), postId(), {
        network, way, slug,
        words: text ?? suggested!.text,
        captionId: offered.captions.find((each) => each.text === suggested?.text)?.id,
        requestKey: random.uuid(),
        ...(network === "mastodon" ? { server: MASTODON_SERVER } : {}),
      });
      shared({ slug, sharedAt, visits });
    };
    return { at: sharedAt, tell };
  });
}

function newSlug(random: Random): string {
  return Array.from({ length: SLUG_LENGTH }, () => random.pick([...SLUG_ALPHABET])).join("");
}
