import { getCompany, type CompanyProfile } from "~/domain/people/company.server";
import { prisma, type Tx } from "~/kernel/db.server";
import { publicUrl } from "~/kernel/env.server";
import { queueMail, queueMailToMany, type RenderedMail } from "~/kernel/mail/outbox.server";
import { renderMail } from "~/kernel/mail/render.server";
import { sql } from "~/kernel/sql";
import { textsIn } from "~/locales/catalogues.server";
import type { Actor } from "~/policy/actor";
import { approversOfPost } from "~/policy/library";
import { approvalDecided } from "../../../emails/approval-decided";
import { approvalRequested } from "../../../emails/approval-requested";
import type { Frame } from "../../../emails/frame";
import type { PostRecord } from "./post";

const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`;

function frameFor({ shortName, accent }: CompanyProfile, language: string, givenName: string): Frame {
  return { company: { name: shortName, accent }, baseUrl: publicUrl(), language, t: textsIn(language), givenName };
}

/** The mail to approvers in every language they may read; made before the transaction, because rendering takes its time. */
export async function renderRequests(actor: Actor, { id, title, why }: PostRecord): Promise<(RenderedMail & { version: string })[]> {
  const company = await getCompany();
  const asked = { kind: "post", id, title, why, author: fullName(actor) } as const;
  return Promise.all(
    company.languages.map(async (language) => ({
      ...(await renderMail(approvalRequested(frameFor(company, language, "{{givenName}}"), asked))),
      version: language,
    })),
  );
}

/** Queues it to everybody who may decide, each in their language, else in the first. */
export async function queueRequests(tx: Tx, postId: string, approvalId: string, contents: (RenderedMail & { version: string })[]): Promise<void> {
  const languages = contents.map(({ language }) => language);
  await queueMailToMany(tx, {
    batch: `post-approval:${approvalId}`,
    contents,
    recipients: (content) => sql`
      SELECT x.id AS person_id, x.email::text AS address, content.content_id, jsonb_build_object('givenName', x.given_name) AS params
      FROM post p CROSS JOIN person x
      JOIN ${content} ON content.language = CASE WHEN x.language = ANY(${languages}::text[]) THEN x.language ELSE ${languages[0]}::text END
      WHERE p.id = ${postId}::uuid AND ${approversOfPost(false)}`,
  });
}

/** A decision as its requester is told; null when they have no address. */
export interface DecisionMail {
  personId: string;
  address: string;
  mail: RenderedMail;
}

export async function renderDecision(actor: Actor, post: PostRecord, requestedById: string, decision: { isApproved: boolean; note: string }): Promise<DecisionMail | null> {
  const company = await getCompany();
  const person = await prisma.person.findUnique({ where: { id: requestedById }, select: { id: true, givenName: true, email: true, language: true } });
  if (!person?.email) return null;
  const decided = { kind: "post", id: post.id, title: post.title, author: fullName(actor), ...decision } as const;
  const mail = await renderMail(approvalDecided(frameFor(company, person.language, person.givenName), decided));
  return { personId: person.id, address: person.email, mail };
}

export async function queueDecision(tx: Tx, approvalId: string, { personId, address, mail }: DecisionMail): Promise<void> {
  await queueMail(tx, { ...mail, to: { personId, address }, batch: `post-decision:${approvalId}` });
}
