import { encodeQR } from "qr";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { publicUrl } from "~/kernel/env.server";
import { Forbidden, Invalid } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import { sql, type Sql } from "~/kernel/sql";
import { textsIn } from "~/locales/catalogues.server";
import { paths } from "~/paths";
import type { Actor } from "~/policy/actor";
import { canInvitePeople } from "~/policy/people";
import { getCompany, type CompanyProfile } from "../company.server";
import { peopleEvents } from "../events";
import { hashCardCode, JOIN_DAYS, newCardCode, storeJoinCodes } from "./join-codes.server";
import { waitingPeople, type Selection } from "./progress.server";

/** As many as one sheet after the other is still looked through by somebody. */
export const MOST_CARDS = 240;

/** What is printed for one person; the code exists nowhere else. */
export interface JoinCard {
  personId: string;
  name: string;
  personnelNumber: string;
  departmentName: string;
  code: string;
  /** A drawing of the address with the code behind its "#", which no browser sends and no server logs. */
  qr: string;
  /** What the card says, in its person's language. */
  words: { title: string; steps: string[]; personnelNumber: string; byHand: string; valid: string };
}

type Holder = Omit<JoinCard, "code" | "qr" | "words" | "personId"> & { id: string; language: string };

/** Of `person p` and its department `d`: what a card shows. */
const holderColumns = sql`p.id, p.given_name || ' ' || p.family_name AS name, p.personnel_number AS "personnelNumber", d.name AS "departmentName", p.language`;

/**
 * Makes cards for everybody of the selection who has a personnel number and can't sign in yet, and ends
 * the links and cards they had. @throws Forbidden; Invalid when there is nobody, or too many for one sheet
 */
export async function printCards(actor: Actor, selection: Selection): Promise<JoinCard[]> {
  if (!canInvitePeople(actor)) throw new Forbidden("cards");
  // Named one by one anybody may get a card; "everybody" means those whom no mail reaches.
  const reach: Sql = selection.person.length > 0 ? sql`TRUE` : sql`p.email IS NULL`;
  const company = await getCompany();
  const holders = await query<Holder>(sql`
    SELECT ${holderColumns} FROM person p JOIN department d ON d.id = p.department_id
    WHERE ${waitingPeople(selection)} AND p.personnel_number IS NOT NULL AND ${reach}
    ORDER BY d.name, p.family_name, p.given_name, p.id LIMIT ${MOST_CARDS + 1}::int`);
  if (holders.length === 0) throw new Invalid({ "": "admin-joining:error.nobodyToPrint" });
  if (holders.length > MOST_CARDS) throw new Invalid({ "": "admin-joining:error.tooManyCards" });
  const cards = holders.map((holder) => drawCard(holder, company));
  await transaction(async (tx) => {
    await putInForce(tx, actor, cards);
    const one = cards.length === 1 ? cards[0]!.personId : null;
    await recordEvent(tx, {
      type: peopleEvents.cardsPrinted, actorId: actor.id, subjectKind: one ? "person" : "people", subjectId: one,
      payload: { count: cards.length }, audit: { details: { people: cards.map(({ personId }) => personId) } },
    });
  });
  return cards;
}

/** A card for one person, in the caller's transaction. */
export async function issueCard(tx: Tx, actor: Actor, personId: string, company: CompanyProfile): Promise<JoinCard> {
  const holders = await tx.$queryRaw<Holder[]>(sql`
    SELECT ${holderColumns} FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = ${personId}::uuid`);
  const card = drawCard(holders[0]!, company);
  await putInForce(tx, actor, [card]);
  return card;
}

function drawCard({ id: personId, language, ...holder }: Holder, company: CompanyProfile): JoinCard {
  const code = newCardCode();
  const qr = encodeQR(`${publicUrl()}${paths.join()}#${code}`, "svg", { ecc: "medium", border: 2 });
  return { personId, ...holder, code, qr, words: wordsOf(language, company.shortName) };
}

function wordsOf(language: string, company: string): JoinCard["words"] {
  const t = textsIn(language);
  return {
    title: t("admin-joining:card.title", { company }),
    steps: [t("admin-joining:card.scan"), t("admin-joining:card.number"), t("admin-joining:card.choose")],
    personnelNumber: t("admin-joining:card.personnelNumber"),
    // The address to type: "intra.aurora.example/join".
    byHand: t("admin-joining:card.byHand", { address: (publicUrl() + paths.join()).replace(/^https?:\/\//, "") }),
    valid: t("admin-joining:card.valid", { count: JOIN_DAYS }),
  };
}

function putInForce(tx: Tx, actor: Actor, cards: readonly JoinCard[]): Promise<void> {
  return storeJoinCodes(tx, actor, "card", cards.map(({ personId, code }) => ({ personId, hash: hashCardCode(personId, code) })));
}
