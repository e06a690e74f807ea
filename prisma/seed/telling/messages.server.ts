import { decideApproval, getForReview, requestApproval } from "~/domain/messages/approval.server";
import { startMessage } from "~/domain/messages/drafting.server";
import type { DraftText } from "~/domain/messages/message-draft";
import { sendMessageMail } from "~/domain/messages/message-mail.server";
import { publishMessage, RECALL_WINDOW, scheduleMessage } from "~/domain/messages/publishing.server";
import { addRemark, answerRemark } from "~/domain/messages/remarking.server";
import { after, HOUR, MINUTE } from "~/kernel/clock";
import type { DepartmentKey } from "../aurora/departments";
import type { Language, MessageStory, VersionText } from "../aurora/story";
import type { Calendar } from "../calendar";
import { seededRandom } from "../random";
import type { Step } from "../timeline";
import type { Cast } from "./cast.server";
import { readingSteps } from "./reading.server";

/** A message that was started whole and never edited. */
const FIRST_REVISION = 1;

/** A message from its first word to its readers' answers. */
export function messageSteps(story: MessageStory, cast: Cast, calendar: Calendar): Step[] {
  const id = seededRandom(`message ${story.key}`).uuid();
  const written = calendar.moment(story.written);
  return [
    { at: written, tell: () => write(id, story, cast, calendar) },
    ...approvalSteps(id, story, cast, calendar),
    ...(story.published ? publicationSteps(id, story, cast, calendar) : []),
  ];
}

async function write(id: string, story: MessageStory, cast: Cast, calendar: Calendar): Promise<void> {
  const textsOf = (departmentId: string | null, version: MessageStory["core"]): DraftText[] =>
    (Object.entries(version) as [Language, VersionText][]).map(([language, { title, body }]) => {
      const say = (text: string) => calendar.say(text, story.dates ?? {}, language);
      return { departmentId, language, title: say(title), body: say(body) };
    });
  const versions = Object.entries(story.versions ?? {}) as [DepartmentKey, MessageStory["core"]][];
  await startMessage(await cast.actor(story.author), {
    kind: story.kind,
    id,
    draft: {
      why: story.why,
      audienceIds: story.audience.map((key) => cast.departmentId(key)),
      asksConfirmation: story.asksConfirmation ?? false,
      sendsMail: story.sendsMail ?? false,
      texts: [...textsOf(null, story.core), ...versions.flatMap(([key, version]) => textsOf(cast.departmentId(key), version))],
    },
  });
}

function approvalSteps(id: string, { author, approval, inReviewHours, written }: MessageStory, cast: Cast, calendar: Calendar): Step[] {
  const ask = (at: Date): Step => ({ at, tell: async () => requestApproval(await cast.actor(author), id, FIRST_REVISION) });
  if (inReviewHours) return [ask(after(-inReviewHours * HOUR, calendar.start))];
  if (!approval) return [];
  const decidedAt = calendar.moment(approval.at);
  const decide = async () => {
    const approver = await cast.actor(approval.by);
    const { contentHash } = await getForReview(approver, id);
    await decideApproval(approver, id, { decision: "approved", contentHash, note: approval.note ?? "" });
  };
  return [ask(between(calendar.moment(written), decidedAt)), { at: decidedAt, tell: decide }];
}

function publicationSteps(id: string, story: MessageStory, cast: Cast, calendar: Calendar): Step[] {
  const publishedAt = calendar.moment(story.published!);
  const author = () => cast.actor(story.author);
  if (publishedAt > calendar.start) {
    const decidedAt = calendar.moment(story.approval?.at ?? story.written);
    return [{ at: after(5 * MINUTE, decidedAt), tell: async () => scheduleMessage(await author(), id, FIRST_REVISION, publishedAt) }];
  }
  const mails: Step[] = story.sendsMail ? [{ at: after(RECALL_WINDOW, publishedAt), tell: async () => void (await sendMessageMail(id, publishedAt)) }] : [];
  return [
    { at: publishedAt, tell: async () => publishMessage(await author(), id, FIRST_REVISION) },
    ...mails,
    ...readingSteps(id, story, cast, calendar),
    ...remarkSteps(id, story, cast, publishedAt),
  ];
}

function remarkSteps(id: string, { key, remarks = [] }: MessageStory, cast: Cast, publishedAt: Date): Step[] {
  const random = seededRandom(`remarks ${key}`);
  return remarks.flatMap(({ by, kind, hours, body, answer }) => {
    const [remarkId, answerId] = [random.uuid(), random.uuid()];
    const said: Step = { at: after(hours * HOUR, publishedAt), tell: async () => addRemark(await cast.actor(by), id, { id: remarkId, kind, body }) };
    if (!answer) return [said];
    const tell = async () => answerRemark(await cast.actor(answer.by), id, { id: answerId, answersId: remarkId, body: answer.body });
    return [said, { at: after(answer.hours * HOUR, publishedAt), tell }];
  });
}

function between(one: Date, other: Date): Date {
  return new Date((one.getTime() + other.getTime()) / 2);
}
