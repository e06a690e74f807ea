import { paths } from "~/paths";
import { ratioOf } from "../measure/interleave";
import type { LoadRequest } from "../measure/load";
import type { Goal, Measurement, Stage } from "./goal";
import { compareLoads, warmUp } from "./requests";

const CONNECTIONS = 16;

/** Pages of one thing against F2: a bare page of one statement and one text. */
export const details: Measurement = {
  name: "details",
  async measure(stage) {
    return [
      await compare(stage, "message page", await messageRequests(stage)),
      await compare(stage, "post page", await postRequests(stage)),
    ];
  },
};

async function compare(stage: Stage, goal: string, requests: LoadRequest[]): Promise<Goal> {
  stage.say(goal);
  const bare = await bareRequests(stage);
  await warmUp(stage, stage.web.url, requests);
  await warmUp(stage, stage.floors.url, bare);
  const rate = ratioOf(await compareLoads(stage, CONNECTIONS, requests, bare), ({ perSecond }) => perSecond);
  return { goal: `${goal}, ${CONNECTIONS} connections`, unit: "requests/s", ...rate, aim: "≥ 0.4 × F2", holds: rate.ratio >= 0.4 };
}

/** For each reader the newest messages that their part of the tree sees. */
export async function messageRequests(stage: Pick<Stage, "database" | "readers">): Promise<LoadRequest[]> {
  return requestsFor(stage, "message_audience", "message_id", "published_at", paths.message);
}

/** The same for posts. */
export async function postRequests(stage: Pick<Stage, "database" | "readers">): Promise<LoadRequest[]> {
  return requestsFor(stage, "post_audience", "post_id", "approved_at", paths.post);
}

async function requestsFor(
  { database, readers }: Pick<Stage, "database" | "readers">,
  audience: string,
  id: string,
  moment: string,
  pathOf: (id: string) => string,
): Promise<LoadRequest[]> {
  const { rows } = await database.client.query<{ personId: string; id: string }>(
    `SELECT p.id AS "personId", seen.id FROM person p CROSS JOIN LATERAL (
       SELECT DISTINCT a.${id} AS id, a.${moment} FROM department_closure c JOIN ${audience} a ON a.department_id = c.ancestor_id
       WHERE c.descendant_id = p.department_id AND a.${moment} IS NOT NULL ORDER BY a.${moment} DESC LIMIT 10) AS seen
     WHERE p.id = ANY($1) ORDER BY seen.id`,
    [readers.slice(1).map(({ personId }) => personId)],
  );
  const cookies = new Map(readers.map(({ personId, cookie }) => [personId, cookie]));
  return rows.map(({ personId, id: thing }) => ({ path: pathOf(thing), headers: { cookie: cookies.get(personId)! } }));
}

async function bareRequests({ database }: Stage): Promise<LoadRequest[]> {
  const { rows } = await database.client.query<{ id: string }>("SELECT id FROM message ORDER BY published_at DESC LIMIT 500");
  return rows.map(({ id }) => ({ path: `/messages/${id}` }));
}
