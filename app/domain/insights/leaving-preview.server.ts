import { countWhatEnds } from "~/domain/people/leaving-steps.server";
import { findActor } from "~/domain/people/actors.server";
import { NotFound } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { canDeactivate } from "~/policy/people";
import { countWaitingReviews } from "./waiting-reviews.server";

/**
 * What ends for somebody when they leave, as numbers, before anybody presses the button. Three statements.
 * @throws NotFound for who may not let them out
 */
export async function previewLeaving(actor: Actor, personId: string): Promise<{ name: string; count: number }[]> {
  if (!canDeactivate(actor, { id: personId, isActive: true, isGuest: false })) throw new NotFound("leaving");
  const [ends, leaver] = await Promise.all([countWhatEnds([personId]), findActor(personId)]);
  // What waits for their decision goes on with others who may decide.
  const waiting = leaver && leaver.roles.length > 0 ? await countWaitingReviews(leaver) : 0;
  return [...ends, { name: "approvals", count: waiting }];
}
