import { z } from "zod";
import { transaction } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { recordEvent } from "~/kernel/events.server";
import type { Actor } from "~/policy/actor";
import { peopleEvents } from "./events";
import { endSessionsOf, listSessions } from "./sessions.server";

/** Which of one's sessions shall end: a reference from the list, or all others. */
export const endedSessions = z.object({ session: z.string().regex(/^(others|[\da-f]{16})$/, "errors:field.invalid") });

export interface SessionDescription {
  /** Names the session among its person's; too short to be the stored id. */
  reference: string;
  device: string;
  createdAt: Date;
  isCurrent: boolean;
}

const referenceOf = (sessionId: string) => sessionId.slice(0, 16);

/** The devices somebody is signed in on, this one first, then the newest. */
export async function describeSessions(actor: Actor, currentId: string): Promise<SessionDescription[]> {
  const sessions = await listSessions(actor.id);
  return sessions
    .map(({ id, device, createdAt }) => ({ reference: referenceOf(id), device, createdAt, isCurrent: id === currentId }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

/** Signs out one other device, or all of them. Their next request finds nobody. @throws NotFound */
export async function endMySessions(actor: Actor, currentId: string, which: string): Promise<void> {
  await transaction(async (tx) => {
    const count =
      which === "others"
        ? await endSessionsOf(tx, actor.id, currentId)
        : (await tx.session.deleteMany({ where: { personId: actor.id, id: { startsWith: which } } })).count;
    if (count === 0 && which !== "others") throw new NotFound("session");
    await recordEvent(tx, {
      type: peopleEvents.sessionsEnded, actorId: actor.id, subjectKind: "person", subjectId: actor.id,
      payload: { count }, live: { topic: "session.ended", people: [actor.id] },
    });
  });
}
