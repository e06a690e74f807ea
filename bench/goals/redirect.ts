import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { paths } from "~/paths";
import { interleave, ratioOf } from "../measure/interleave";
import { load, type LoadRequest } from "../measure/load";
import type { Goal, Measurement } from "./goal";

const CONNECTIONS = 64;
const COUNTED_WITHIN_MS = 120_000;
const VISITORS = Array.from({ length: 50 }, (_, nth) => `Mozilla/5.0 (X11; Linux x86_64; rv:${100 + nth}.0) Gecko/20100101 Firefox/${100 + nth}.0`);

/** Short links against F4, and whether every click that was answered is counted afterwards. */
export const redirect: Measurement = {
  name: "redirect",
  async measure(stage) {
    const { client } = stage.database;
    stage.say(`click redirect at ${CONNECTIONS} connections`);
    const requests = await linkRequests(client, stage.isQuick ? 1_000 : 20_000);
    const amount = stage.isQuick ? 4_000 : 40_000;
    let answered = 0;
    const follow = async (url: string, clicks: number) => {
      const result = await load({ url, connections: CONNECTIONS, requests, amount: clicks, status: 302 });
      if (url === stage.web.url) answered += result.answers;
      return result;
    };
    await linksAreHeld(client);
    const before = await countVisits(client);
    await follow(stage.web.url, amount / 4);
    await follow(stage.redirectFloor.url, amount / 4);
    const rate = ratioOf(
      await interleave(stage.rounds, () => follow(stage.web.url, amount), () => follow(stage.redirectFloor.url, amount)),
      ({ perSecond }) => perSecond,
    );
    const lost = answered - (await countedVisits(client, before, answered));
    return [
      { goal: `click redirect, ${CONNECTIONS} connections`, unit: "requests/s", ...rate, aim: "≥ 0.8 × F4", holds: rate.ratio >= 0.8 },
      {
        goal: "acknowledged clicks lost", unit: "clicks", figure: lost, floor: null, ratio: null, aim: "0",
        holds: lost === 0, note: `of ${answered.toLocaleString("en")}; a negative number would be clicks counted twice`,
      } satisfies Goal,
    ];
  },
};

/** Links from all over, followed by people with different browsers; one in ten by a machine. */
async function linkRequests(client: pg.ClientBase, count: number): Promise<LoadRequest[]> {
  const { rows } = await client.query<{ slug: string }>(
    "SELECT slug FROM link WHERE id IN (SELECT bench.id('link', bench.pick(i, 90, (SELECT count(*) FROM link))) FROM generate_series(1, $1::bigint) i)",
    [count],
  );
  return rows.map(({ slug }, nth) => ({
    path: paths.shortLink(slug),
    headers: { "user-agent": nth % 10 === 0 ? "Twitterbot/1.0" : VISITORS[nth % VISITORS.length]! },
  }));
}

/** A web process reads all links when it starts, page by page: over when it has asked nothing new for a while. */
async function linksAreHeld(client: pg.ClientBase): Promise<void> {
  let [last, since] = ["", Date.now()];
  while (Date.now() - since < 2_000) {
    const { rows } = await client.query<{ asked: string }>(
      "SELECT coalesce(max(query_start), 'epoch')::text AS asked FROM pg_stat_activity WHERE application_name = 'vouch' AND query LIKE '%FROM link%'",
    );
    if (rows[0]!.asked !== last) [last, since] = [rows[0]!.asked, Date.now()];
    await sleep(100);
  }
}

async function countVisits(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ visits: number }>("SELECT coalesce(sum(people + repeats + machines), 0)::float8 AS visits FROM link_visits");
  return rows[0]!.visits;
}

/** Waits until the spool is drained. */
async function countedVisits(client: pg.ClientBase, before: number, expected: number): Promise<number> {
  const end = Date.now() + COUNTED_WITHIN_MS;
  let counted = 0;
  while (counted < expected && Date.now() < end) {
    await sleep(250);
    counted = (await countVisits(client)) - before;
  }
  return counted;
}
