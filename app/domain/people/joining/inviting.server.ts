import { randomUUID } from "node:crypto";
import { transaction, type Tx } from "~/kernel/db.server";
import { publicUrl } from "~/kernel/env.server";
import { Forbidden, Invalid } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { queueMailToMany } from "~/kernel/mail/outbox.server";
import { sql } from "~/kernel/sql";
import { paths } from "~/paths";
import type { Actor } from "~/policy/actor";
import { canInvitePeople } from "~/policy/people";
import { formatMoment } from "~/ui/moment";
import { invitation } from "../../../../emails/invitation";
import { getCompany } from "../company.server";
import { peopleEvents } from "../events";
import { renderInLanguages } from "../mail-frame.server";
import { hashLinkToken, JOIN_DAYS, newLinkToken, storeJoinCodes } from "./join-codes.server";
import { waitingPeople, type Selection } from "./progress.server";

/**
 * Mails a one-time link to everybody of the selection who has a mail address and can't sign in yet,
 * and ends the links and cards they had. However many they are, it is one act with one entry in the audit.
 * @returns how many were invited. @throws Forbidden; Invalid when nobody of them can be
 */
export async function invitePeople(actor: Actor, selection: Selection): Promise<number> {
  if (!canInvitePeople(actor)) throw new Forbidden("invitation");
  const invite = await prepareInvitations();
  return transaction((tx) => invite(tx, actor, selection), { timeoutMs: 120_000 });
}

/**
 * Renders the mails now, to be queued in the transaction of whatever makes them due.
 * @param lastDay for guests: the last day on which they may come in
 */
export async function prepareInvitations(lastDay?: Date): Promise<(tx: Tx, actor: Actor, selection: Selection) => Promise<number>> {
  const company = await getCompany();
  const said = (language: string) => lastDay && formatMoment(lastDay, language, company.timeZone, "date");
  const contents = await renderInLanguages(company.languages, (frame) => invitation(frame, { link: "{{link}}", days: JOIN_DAYS, guestUntil: said(frame.language) }));
  return async (tx, actor, selection) => {
    const people = await tx.$queryRaw<{ id: string }[]>(sql`
      SELECT p.id FROM person p WHERE ${waitingPeople(selection)} AND p.email IS NOT NULL ORDER BY p.id FOR NO KEY UPDATE OF p`);
    if (people.length === 0) throw new Invalid({ "": "admin-joining:error.nobodyToInvite" });
    const links = people.map(({ id }) => ({ personId: id, token: newLinkToken() }));
    await storeJoinCodes(tx, actor, "mail", links.map(({ personId, token }) => ({ personId, hash: hashLinkToken(token) })));
    const rows = links.map(({ personId, token }) => ({ person_id: personId, link: publicUrl() + paths.invitation(token) }));
    await queueMailToMany(tx, {
      batch: `invitation:${randomUUID()}`,
      contents,
      recipients: (content) => sql`
        SELECT p.id AS person_id, p.email::text AS address, content.content_id,
               jsonb_build_object('givenName', p.given_name, 'link', r.link) AS params
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (person_id uuid, link text)
        JOIN person p ON p.id = r.person_id
        JOIN ${content} ON content.language =
          CASE WHEN p.language = ANY(${company.languages}::text[]) THEN p.language ELSE ${company.language}::text END`,
    });
    await recordEvent(tx, {
      type: peopleEvents.peopleInvited, actorId: actor.id, subjectKind: people.length === 1 ? "person" : "people", subjectId: people.length === 1 ? people[0]!.id : null,
      payload: { count: people.length }, audit: { details: { people: people.map(({ id }) => id) } },
    });
    return people.length;
  };
}
