import { randomUUID } from "node:crypto";
import type { CompanyProfile } from "~/domain/people/company.server";
import { after, DAY } from "~/kernel/clock";
import { publicUrl } from "~/kernel/env.server";
import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import { paths } from "~/paths";
import type { Actor } from "~/policy/actor";
import { offeredPosts } from "~/policy/library";
import { dealCaptions } from "./dealing";
import type { DisclosureOptions } from "./disclosure";
import { newSlug } from "./links.server";
import type { NetworkId } from "./networks/network";
import { parseHashtags } from "./share-text";
import { normaliseWording } from "./wording";
import { wordingHash } from "./wording.server";

/** How long a wording is taken on a network. */
export const WORDING_LASTS = 7 * DAY;

/** A post as somebody about to share it needs it. */
export interface ShareablePost {
  id: string;
  title: string;
  summary: string;
  language: string;
  facts: string[];
  hashtags: string[];
  linkUrl: string;
  linkTitle: string;
  linkHost: string;
  picture: { id: string; width: number; height: number; placeholder: string; widths: number[] } | null;
  pictureAlt: string;
  disclosure: string;
}

interface PostRow extends Omit<ShareablePost, "facts" | "hashtags"> {
  facts: string;
  hashtags: string;
  disclosures: Record<string, string>;
  captions: { id: string; language: string; text: string; network: string | null; uses: number }[] | null;
  taken: string[] | null;
}

/**
 * The post with everything a person needs to share it on a network, in one statement: captions dealt
 * least-used first, without those that a colleague's wording has taken.
 * @throws NotFound when the post is not offered to this person
 */
export async function prepareShare(actor: Actor, company: CompanyProfile, postId: string, network: NetworkId) {
  const rows = await query<PostRow>(sql`
    SELECT p.id, p.title, p.summary, p.language, p.facts, p.hashtags, p.link_url AS "linkUrl",
           p.link_title AS "linkTitle", p.link_host AS "linkHost", p.picture_alt AS "pictureAlt", p.disclosure, co.disclosures,
           (SELECT json_build_object('id', i.id, 'width', i.width, 'height', i.height, 'placeholder', i.placeholder, 'widths', i.widths)
            FROM picture i WHERE i.id = p.picture_id) AS picture,
           (SELECT json_agg(json_build_object('id', c.id, 'language', c.language, 'text', c.text, 'network', c.network,
                     'uses', (SELECT count(*) FROM share s WHERE s.caption_id = c.id AND s.network = ${network}))
                   ORDER BY c.position)
            FROM caption c WHERE c.post_id = p.id AND (c.network IS NULL OR c.network = ${network})) AS captions,
           (SELECT json_agg(w.wording_hash) FROM wording_reservation w
            WHERE w.network = ${network} AND w.person_id <> ${actor.id}::uuid
              AND tstzrange(w.starts_at, w.ends_at) && tstzrange(${after(0)}::timestamptz, ${after(WORDING_LASTS)}::timestamptz)) AS taken
    FROM post p CROSS JOIN company co
    WHERE p.id = ${postId}::uuid AND ${offeredPosts(actor)}`);
  const row = rows[0];
  if (!row) throw new NotFound("post");
  const { captions, taken, disclosures, ...stored } = row;
  const post: ShareablePost = { ...stored, facts: row.facts.split("\n").filter(Boolean), hashtags: parseHashtags(row.hashtags) };
  const disclosureIn = (language: string): DisclosureOptions => ({
    companyName: company.name,
    shortName: company.shortName,
    language,
    phrases: [language === post.language ? post.disclosure : null, disclosures[language]],
  });
  const dealable = (captions ?? []).map((caption) => ({
    ...caption,
    wordingHash: wordingHash(normaliseWording(caption.text, { disclosure: disclosureIn(caption.language) })),
  }));
  const dealt = dealCaptions(dealable, actor.id, new Set(taken ?? []));
  return {
    post,
    /** How the writer says that they work here: in the language of the text, which is the post's until a caption in another is chosen. */
    disclosure: disclosureIn(post.language),
    captions: preferLanguages(dealt, [actor.language, post.language]).map(({ id, text, language }) => ({
      id,
      text,
      language,
      disclosure: disclosureIn(language),
    })),
    /** Every suggested text is taken for now: own words are asked for, and the screen says why. */
    allTaken: dealable.length > 0 && dealt.length === 0,
    ...proposeLink(),
  };
}

/** The person's own language first, then the post's; within a language the deal stands. */
function preferLanguages<Caption extends { language: string }>(captions: Caption[], languages: string[]): Caption[] {
  const rank = ({ language }: Caption) => (languages.includes(language) ? languages.indexOf(language) : languages.length);
  return [...captions].sort((one, other) => rank(one) - rank(other));
}

/** A short link that the share will have, made before so that what is counted and previewed is what leaves. */
export function proposeLink() {
  const slug = newSlug();
  return { slug, requestKey: randomUUID(), link: shortLinkUrl(slug) };
}

/** A short link as people outside see it. */
export function shortLinkUrl(slug: string): string {
  return publicUrl() + paths.shortLink(slug);
}
