import { after, SECOND } from "../clock";
import { query, transaction } from "../db.server";
import { log } from "../log.server";
import { enqueue } from "../queue.server";
import { sql } from "../sql";
import { isMailAddress } from "./address";
import type { Carrier, OutgoingMail, Outcome } from "./carrier";
import { carrierInForce } from "./carrier-in-force.server";
import { claimParcel, MOST_ATTEMPTS, type ClaimedMail, type ClaimedParcel } from "./claiming.server";
import { DELIVER_MAIL } from "./deliver-mail";
import { fillHtml, fillSubject, fillText } from "./fill";
import type { RenderedMail } from "./outbox.server";
import { findGone } from "./recipients.server";
import { settle, type Settlement } from "./settling.server";

/** A job lasts no longer than this and queues the next one, so that a stopping process is not kept waiting. */
const SLICE_MS = 5 * SECOND;
/** How long a carrier in trouble is left alone, unless it names a time itself. */
const PAUSE_MS = 5 * SECOND;

interface Turn {
  isRunning: boolean;
  isAskedAgain: boolean;
  /** By performance.now(). */
  pausedUntil: number;
}

const turns = new WeakMap<Carrier, Turn>();

/** Hands over what is due. One at a time in a process: whoever comes meanwhile is served by the one that runs. */
export async function deliverDueMail(given?: Carrier): Promise<void> {
  const carrier = given ?? (await carrierInForce());
  const turn = turns.get(carrier) ?? { isRunning: false, isAskedAgain: false, pausedUntil: 0 };
  turns.set(carrier, turn);
  turn.isAskedAgain = true;
  if (turn.isRunning || performance.now() < turn.pausedUntil) return;
  turn.isRunning = true;
  try {
    while (turn.isAskedAgain) {
      turn.isAskedAgain = false;
      const pauseMs = await deliverForAWhile(carrier);
      if (pauseMs === null) continue;
      turn.pausedUntil = performance.now() + pauseMs;
      const runAt = after(pauseMs);
      await transaction((tx) => enqueue(tx, DELIVER_MAIL, {}, { runAt, jobKey: `${DELIVER_MAIL}:more` }));
      return;
    }
  } finally {
    turn.isRunning = false;
  }
}

/** Returns null when nothing is due any more, else the milliseconds to wait before going on. */
async function deliverForAWhile(carrier: Carrier): Promise<number | null> {
  const contents = new Map<string, RenderedMail>();
  const startedAt = performance.now();
  while (performance.now() - startedAt < SLICE_MS) {
    const parcel = await claimParcel(carrier.capacity);
    if (!parcel) return null;
    const settled = await handOver(carrier, parcel, contents);
    await transaction((tx) => settle(tx, settled, parcel));
    const trouble = findTrouble(settled.map(({ settlement }) => settlement));
    if (trouble) {
      log.warn({ carrier: carrier.name, code: trouble.code, mails: settled.length }, "mail could not be handed over");
      return trouble.afterMs ?? PAUSE_MS;
    }
  }
  return 0;
}

/** Something went wrong with every mail that was handed over: most likely not the mails' fault. */
function findTrouble(settlements: Settlement[]) {
  const handedOver = settlements.filter(({ kind }) => kind !== "cancelled");
  const troubled = handedOver.filter((settlement) => settlement.kind === "postponed" || settlement.kind === "unknown");
  return troubled.length > 0 && troubled.length === handedOver.length ? troubled[0] : undefined;
}

async function handOver(carrier: Carrier, { key, isRepeat, mails }: ClaimedParcel, contents: Map<string, RenderedMail>) {
  const gone = await findGone(mails.flatMap(({ personId }) => personId ?? []));
  await loadContents(contents, mails);
  const decided = new Map(mails.flatMap((mail) => {
    const settlement = decideAlone(mail, gone);
    return settlement ? [[mail.id, settlement] as const] : [];
  }));
  const leaving = mails.filter(({ id }) => !decided.has(id));
  const outgoing = leaving.map((mail) => fillIn(mail, contents.get(mail.contentId)!));
  const outcomes = outgoing.length > 0 ? await send(carrier, { key, isRepeat, mails: outgoing }) : [];
  leaving.forEach((mail, index) => decided.set(mail.id, outcomes[index]!));
  return mails.map((mail) => ({ mail, settlement: decided.get(mail.id)! }));
}

/** What needs no carrier to be known. */
function decideAlone(mail: ClaimedMail, gone: ReadonlySet<string>): Settlement | null {
  if (mail.personId && gone.has(mail.personId)) return { kind: "cancelled" };
  if (!isMailAddress(mail.address)) return { kind: "refused", code: "address_unusable" };
  // Its process died with it again and again.
  if (mail.attempts > MOST_ATTEMPTS) return { kind: "refused", code: "abandoned" };
  return null;
}

async function send(carrier: Carrier, parcel: { key: string; isRepeat: boolean; mails: OutgoingMail[] }): Promise<Outcome[]> {
  try {
    return await carrier.send(parcel);
  } catch (error) {
    log.error({ err: error, carrier: carrier.name }, "a carrier broke");
    return parcel.mails.map(() => ({ kind: "unknown", code: "carrier_broke" }));
  }
}

async function loadContents(contents: Map<string, RenderedMail>, mails: ClaimedMail[]): Promise<void> {
  const missing = [...new Set(mails.map(({ contentId }) => contentId))].filter((id) => !contents.has(id));
  if (missing.length === 0) return;
  // Most parcels share one content; a hundred different ones are a hundred single mails, and small.
  contents.clear();
  const ids = [...new Set(mails.map(({ contentId }) => contentId))];
  const rows = await query<RenderedMail & { id: string }>(sql`
    SELECT id, template, language, subject, html, text FROM mail_content
    WHERE id = ANY (${ids}::uuid[])`);
  for (const row of rows) contents.set(row.id, row);
}

function fillIn(mail: ClaimedMail, content: RenderedMail): OutgoingMail {
  return {
    id: mail.id,
    to: mail.address,
    template: content.template,
    subject: fillSubject(content.subject, mail.params),
    html: fillHtml(content.html, mail.params),
    text: fillText(content.text, mail.params),
    queuedAt: mail.createdAt,
  };
}
