import { approvePost, endPost, requestPostApproval } from "~/domain/library/approval.server";
import { savePost, startPost } from "~/domain/library/drafting.server";
import type { PostContent, PostRules } from "~/domain/library/post";
import { getPostReview } from "~/domain/library/reviewing.server";
import { choosePost } from "~/domain/shares/choosing.server";
import { getCompany } from "~/domain/people/company.server";
import { captionCounter } from "~/domain/shares/caption-room";
import { shortLinkUrl } from "~/domain/shares/composing.server";
import { SLUG_ALPHABET, SLUG_LENGTH } from "~/domain/shares/links";
import { networkIds } from "~/domain/shares/networks/network";
import { after, HOUR } from "~/kernel/clock";
import type { PlacedPicture } from "~/kernel/pictures/storing.server";
import type { PostStory } from "../aurora/story";
import type { Calendar } from "../calendar";
import type { PictureKey } from "../pictures";
import type { Step } from "../timeline";
import type { Cast } from "./cast.server";
import { type SharedLink, shareSteps } from "./sharing.server";

export interface PostTelling {
  cast: Cast;
  calendar: Calendar;
  picture(key: PictureKey): Promise<PlacedPicture>;
  /** Is given every link that somebody shared. */
  shared(link: SharedLink): void;
}

/** A post from its first draft to those who shared it. */
export function postSteps(story: PostStory, telling: PostTelling): Step[] {
  const { cast, calendar } = telling;
  const written: { id: string; revision: number } = { id: "", revision: 0 };
  const author = () => cast.actor(story.author);
  const steps: Step[] = [
    { at: calendar.moment(story.written), tell: async () => void Object.assign(written, await write(story, telling)) },
  ];

  const ask = async () => requestPostApproval(await author(), written.id, written.revision);
  if (story.inReviewHours) steps.push({ at: after(-story.inReviewHours * HOUR, calendar.start), tell: ask });
  if (story.approval) {
    const { by, at, note = "" } = story.approval;
    const decidedAt = calendar.moment(at);
    const approve = async () => {
      const approver = await cast.actor(by);
      const { post } = await getPostReview(approver, written.id);
      await approvePost(approver, written.id, { contentHash: post.contentHash, note });
    };
    steps.push({ at: between(calendar.moment(story.written), decidedAt), tell: ask }, { at: decidedAt, tell: approve });
  }
  for (const { by, choice, at } of story.choices ?? []) {
    steps.push({ at: calendar.spareMoment(at), tell: async () => choosePost(await cast.actor(by), written.id, choice) });
  }
  steps.push(...shareSteps(story, () => written.id, telling));
  if (story.ended) steps.push({ at: calendar.moment(story.ended), tell: async () => endPost(await author(), written.id) });
  return steps;
}

async function write(story: PostStory, { cast, calendar, picture }: PostTelling): Promise<{ id: string; revision: number }> {
  const author = await cast.actor(story.author);
  const { title, language, summary, why, link, pictureAlt, validFrom, validUntil } = story;
  const dayOf = (day: typeof validFrom) => (day ? calendar.day(day).toISOString().slice(0, 10) : null);
  const content: PostContent = {
    title, language, summary, why, pictureAlt,
    linkUrl: link.url, linkTitle: link.title, linkDescription: link.description,
    facts: story.facts.join("\n"),
    hashtags: story.hashtags.join(" "),
    disclosure: "",
    validFrom: dayOf(validFrom),
    validUntil: dayOf(validUntil),
    audience: story.audience.map((key) => cast.departmentId(key)),
    captions: story.captions.map(({ network = null, ...caption }) => ({ ...caption, network, id: null })),
  };
  const id = await startPost(author, { title, language });
  // The link's own page can't be asked in a demo: what it would have said is part of the story.
  const edit = { revision: 1, content, picture: await picture(story.picture), isLinkFetched: true };
  const { revision } = await savePost(author, id, edit, await rulesInForce());
  return { id, revision };
}

async function rulesInForce(): Promise<PostRules> {
  const company = await getCompany();
  const link = shortLinkUrl(SLUG_ALPHABET.slice(0, SLUG_LENGTH));
  return { languages: company.languages, networks: networkIds, countCaption: captionCounter(company, link) };
}

function between(one: Date, other: Date): Date {
  return new Date((one.getTime() + other.getTime()) / 2);
}
