import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { CompanyProfile } from "~/domain/people/company.server";
import { after, now } from "~/kernel/clock";
import { isExclusionViolation, prisma, transaction, uniqueViolation } from "~/kernel/db.server";
import { Conflict, Invalid, NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { id, optionalId } from "~/kernel/fields";
import type { Actor } from "~/policy/actor";
import { canSeeShare } from "~/policy/shares";
import { countShare } from "./reach.server";
import { prepareShare, shortLinkUrl, WORDING_LASTS } from "./composing.server";
import { SHARE_HANDED_OVER } from "./events";
import { composeTargetUrl, isSlug } from "./links";
import { newSlug } from "./links.server";
import { announceLink } from "./redirect/link-index.server";
import { networks } from "./networks/all";
import { isNetwork, type NetworkId } from "./networks/network";
import { parseServer } from "./networks/mastodon";
import { composeShareText } from "./share-text";
import { isWordless, normaliseWording } from "./wording";
import { wordingHash } from "./wording.server";

/** The share page's form. */
export const handOverForm = z.object({
  network: z.string().refine(isNetwork, "errors:field.invalid"),
  way: z.enum(["share_url", "share_sheet", "copy"], { error: "errors:field.invalid" }),
  words: z.string({ error: "errors:field.required" }).max(70_000, "errors:field.tooLong"),
  captionId: optionalId,
  requestKey: id,
  slug: z.string().refine(isSlug, "errors:field.invalid"),
  server: z.string().max(255, "errors:field.tooLong").optional(),
});

export interface HandOver extends Omit<z.infer<typeof handOverForm>, "network"> {
  network: NetworkId;
}

/** What was handed over, as its page shows it. */
export interface HandedOver {
  id: string;
  postId: string;
  network: NetworkId;
  text: string;
  /** The network's own composer, prefilled; null where there is none. */
  shareUrl: string | null;
  link: string;
}

/**
 * Hands a text over: reserves its wording for seven days, makes its short link, and records the
 * person's own act. Never says that it was published. The same form sent twice is one share.
 * @throws Invalid with the field `words` (too long, without own words, or a colleague's text) or `server`
 * @throws NotFound when the post is not offered to this person (any more)
 */
export async function handOverPost(actor: Actor, company: CompanyProfile, postId: string, input: HandOver): Promise<HandedOver> {
  const before = await findByRequest(actor, input.requestKey);
  if (before) return before;
  const { post, captions, ...prepared } = await prepareShare(actor, company, postId, input.network);
  const caption = captions.find(({ id: captionId }) => captionId === input.captionId);
  const disclosure = caption?.disclosure ?? prepared.disclosure;
  const network = networks[input.network];
  const server = input.network === "mastodon" ? parseServer(input.server ?? "") : null;
  if (network.takes.server && !server) throw new Invalid({ server: "networks:server.invalid" });

  const link = shortLinkUrl(input.slug);
  const text = composeShareText({ words: input.words, disclosure, link, network, hashtags: post.hashtags });
  const wording = normaliseWording(text, { link, disclosure });
  if (isWordless(wording)) throw new Invalid({ words: "networks:problem.no_words" });
  const count = network.count(text);
  if (count.problem) throw new Invalid({ words: "share:error.count" });

  const shareId = randomUUID();
  const linkRow = {
    id: randomUUID(),
    slug: input.slug,
    targetUrl: composeTargetUrl(post.linkUrl, { network: input.network, campaign: post.title }),
  };
  try {
    await transaction(async (tx) => {
      await tx.wordingReservation.create({
        data: {
          network: input.network,
          wordingHash: wordingHash(wording),
          personId: actor.id,
          startsAt: now(),
          endsAt: after(WORDING_LASTS),
        },
      });
      await tx.link.create({ data: { ...linkRow, postId, personId: actor.id, network: input.network, createdAt: now() } });
      await tx.share.create({
        data: {
          id: shareId,
          requestKey: input.requestKey,
          personId: actor.id,
          postId,
          network: input.network,
          way: input.way,
          captionId: caption?.id ?? null,
          text,
          wordingHash: wordingHash(wording),
          linkId: linkRow.id,
          handedOverAt: now(),
        },
      });
      await tx.postChoice.deleteMany({ where: { personId: actor.id, postId } });
      await announceLink(tx, linkRow);
      await countShare(tx, postId);
      await recordEvent(tx, {
        type: SHARE_HANDED_OVER,
        actorId: actor.id,
        subjectKind: "post",
        subjectId: postId,
        payload: { network: input.network },
        live: { topic: "shares", people: [actor.id] },
      });
    });
  } catch (error) {
    if (isExclusionViolation(error)) throw new Invalid({ words: "share:error.taken" });
    const index = uniqueViolation(error);
    // The same form in two tabs or sent twice at once: the other one was quicker, and it is one share.
    if (index?.startsWith("share_request_key")) return (await findByRequest(actor, input.requestKey)) ?? refuse();
    // Two proposed links met: draw another one. What was previewed had the same length.
    if (index?.startsWith("link_slug")) return handOverPost(actor, company, postId, { ...input, slug: newSlug() });
    throw error;
  }
  return { id: shareId, postId, network: input.network, text, link, shareUrl: composerOf(input.network, { text, link, title: post.title, server }) };
}

function refuse(): never {
  throw new Conflict("another share used this form");
}

function composerOf(network: NetworkId, { text, link, title, server }: { text: string; link: string; title: string; server: string | null }) {
  return networks[network].composeShareUrl({ text, url: link, title, server: server ?? undefined });
}

async function findByRequest(actor: Actor, requestKey: string): Promise<HandedOver | null> {
  const share = await prisma.share.findUnique({ where: { requestKey }, select: { id: true, personId: true } });
  if (!share) return null;
  if (!canSeeShare(actor, share)) refuse();
  return getHandedOver(actor, share.id);
}

/** A share as handed over. `server` is the Mastodon server to open. @throws NotFound for anybody else's */
export async function getHandedOver(actor: Actor, shareId: string, server?: string | null): Promise<HandedOver & { title: string }> {
  const share = await prisma.share.findUnique({
    where: { id: shareId },
    select: { id: true, personId: true, postId: true, network: true, text: true, link: { select: { slug: true } } },
  });
  if (!share || !canSeeShare(actor, share) || !isNetwork(share.network)) throw new NotFound("share");
  const post = await prisma.post.findUniqueOrThrow({ where: { id: share.postId }, select: { title: true } });
  const link = shortLinkUrl(share.link.slug);
  const { id: foundId, postId, network, text } = share;
  return { id: foundId, postId, network, text, link, title: post.title, shareUrl: composerOf(network, { text, link, title: post.title, server: parseServer(server ?? "") }) };
}
