import { findActor } from "~/domain/people/actors.server";
import { getCompany } from "~/domain/people/company.server";
import { mailFrame, renderInLanguages } from "~/domain/people/mail-frame.server";
import type { Tx } from "~/kernel/db.server";
import { queueMail, queueMailToMany, type RenderedMail } from "~/kernel/mail/outbox.server";
import { renderMail } from "~/kernel/mail/render.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { approvalDecided } from "../../../emails/approval-decided";
import { approvalRequested } from "../../../emails/approval-requested";
import type { PersonName, PostRecord } from "./post";

const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`;

/**
 * Renders the request now, once per language, to be queued with the change that asks for it.
 * @param author who asks @param batch one mail a person and batch
 */
export async function prepareRequests(author: PersonName, { id, title, why }: PostRecord, approvers: readonly Actor[], batch: string): Promise<(tx: Tx) => Promise<void>> {
  const asked = { kind: "post", id, title, why, author: fullName(author) } as const;
  const contents = await renderInLanguages(approvers.map(({ language }) => language), (frame) => approvalRequested(frame, asked));
  const ids = approvers.map((approver) => approver.id);
  return async (tx) => {
    await queueMailToMany(tx, {
      batch,
      contents,
      recipients: (content) => sql`
        SELECT p.id AS person_id, p.email::text AS address, content.content_id, jsonb_build_object('givenName', p.given_name) AS params
        FROM person p JOIN ${content} ON content.language = p.language
        WHERE p.id = ANY(${ids}::uuid[])`,
    });
  };
}

/** A decision as its requester is told. */
export interface DecisionMail {
  personId: string;
  address: string;
  mail: RenderedMail;
}

/** Null when the requester has left, or has no address. */
export async function renderDecision(actor: Actor, post: PostRecord, requestedById: string, decision: { isApproved: boolean; note: string }): Promise<DecisionMail | null> {
  const company = await getCompany();
  const person = await findActor(requestedById);
  if (!person?.email) return null;
  const decided = { kind: "post", id: post.id, title: post.title, author: fullName(actor), ...decision } as const;
  const mail = await renderMail(approvalDecided(mailFrame(company, person.language, person.givenName), decided));
  return { personId: person.id, address: person.email, mail };
}

export async function queueDecision(tx: Tx, approvalId: string, { personId, address, mail }: DecisionMail): Promise<void> {
  await queueMail(tx, { ...mail, to: { personId, address }, batch: `post-decision:${approvalId}` });
}
