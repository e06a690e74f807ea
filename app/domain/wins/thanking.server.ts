import { now } from "~/kernel/clock";
import { query, transaction, type Tx } from "~/kernel/db.server";
import { Forbidden, Invalid } from "~/kernel/errors";
import { notifyLive, recordEvent } from "~/kernel/events.server";
import { PictureRefused } from "~/kernel/pictures/picture-refused";
import { placePicture, removePictureFiles, storePicture, type PlacedPicture } from "~/kernel/pictures/storing.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canBeThanked, canGiveThanks } from "~/policy/wins";
import { LIVE_TOPIC, THANKED_TOPIC, WIN, winEvents } from "./events";
import type { ThanksForm } from "./thanking-form";
import { requireValue } from "./values.server";

interface Receiver {
  id: string;
  departmentId: string;
  isActive: boolean;
}

/**
 * Thanks people and teams, for all of the company to see. Sent twice it is one.
 * @param uploaded a picture's bytes, or one that is placed already
 * @throws Forbidden; Invalid at `q` for oneself, for leavers and for what is nobody, at `value`, at `picture`
 */
export async function giveThanks(actor: Actor, form: ThanksForm, uploaded?: Buffer | PlacedPicture): Promise<void> {
  if (!canGiveThanks(actor)) throw new Forbidden("thanks");
  const receivers = await requireReceivers(actor, form.person);
  const teams = await requireTeams(form.team);
  if (form.value) await requireValue(form.value);
  if (uploaded && !form.pictureAlt) throw new Invalid({ pictureAlt: "wins:thank.altMissing" });
  const picture = Buffer.isBuffer(uploaded) ? await place(uploaded) : uploaded;
  try {
    const isNew = await transaction((tx) => store(tx, actor, { form, receivers, teams, picture }));
    if (!isNew && picture) await removePictureFiles(picture).catch(() => undefined);
  } catch (error) {
    // Files without a row: nobody was told their id.
    if (picture) await removePictureFiles(picture).catch(() => undefined);
    throw error;
  }
}

interface NewWin {
  form: ThanksForm;
  receivers: Receiver[];
  teams: { id: string; name: string }[];
  picture?: PlacedPicture;
}

/** @returns false when it stands there already */
async function store(tx: Tx, actor: Actor, { form, receivers, teams, picture }: NewWin): Promise<boolean> {
  const { id, text, value: valueId = null } = form;
  const isSmall = valueId === null && !picture && teams.length === 0;
  const isAcross = receivers.some(({ departmentId }) => departmentId !== actor.departmentId) || teams.some((team) => !actor.ancestorIds.includes(team.id));
  const happenedAt = now();
  const { count } = await tx.win.createMany({
    data: { id, kind: isSmall ? "thanks" : "win", giverId: actor.id, valueId, text, pictureId: picture?.id, pictureAlt: picture ? form.pictureAlt : "", isAcross, happenedAt },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  if (picture) await storePicture(tx, picture, actor.id);
  await tx.winPerson.createMany({ data: receivers.map((each) => ({ winId: id, personId: each.id, departmentId: each.departmentId, happenedAt })) });
  await tx.winTeam.createMany({ data: teams.map((team) => ({ winId: id, departmentId: team.id, name: team.name, happenedAt })) });
  await recordEvent(tx, {
    type: winEvents.given, actorId: actor.id, subjectKind: WIN, subjectId: id,
    payload: { people: receivers.map((each) => each.id), teams: teams.map((team) => team.id), valueId, departmentId: actor.departmentId },
    live: { topic: LIVE_TOPIC },
  });
  if (receivers.length) await notifyLive(tx, { topic: THANKED_TOPIC, people: receivers.map((each) => each.id) });
  return true;
}

async function requireReceivers(actor: Actor, people: readonly string[]): Promise<Receiver[]> {
  const ids = [...new Set(people)];
  if (ids.includes(actor.id)) throw new Invalid({ q: "wins:thank.oneself" });
  if (ids.length === 0) return [];
  const found = await query<Receiver>(sql`
    SELECT id, department_id AS "departmentId", deactivated_at IS NULL AND NOT is_guest AS "isActive" FROM person WHERE id = ANY(${ids}::uuid[])`);
  if (found.length < ids.length || !found.every((person) => canBeThanked(actor, person))) throw new Invalid({ q: "wins:thank.gone" });
  return found;
}

async function requireTeams(teams: readonly string[]): Promise<{ id: string; name: string }[]> {
  const ids = [...new Set(teams)];
  if (ids.length === 0) return [];
  const found = await query<{ id: string; name: string }>(sql`SELECT id, name FROM department WHERE id = ANY(${ids}::uuid[])`);
  if (found.length < ids.length) throw new Invalid({ q: "wins:thank.gone" });
  return found;
}

async function place(bytes: Buffer): Promise<PlacedPicture> {
  try {
    return await placePicture(bytes);
  } catch (error) {
    if (error instanceof PictureRefused) throw new Invalid({ picture: error.messageKey });
    throw error;
  }
}
