import { interleave, ratioOf } from "../measure/interleave";
import { countBuffers, type Statement } from "../measure/plan";
import { median } from "../measure/statistics";
import type { Product } from "../stage/build";
import type { Goal, Measurement, Stage } from "./goal";
import { captureStatement, timeEach } from "./timing";

export type Actor = NonNullable<Awaited<ReturnType<Product["findActor"]>>>;

const READERS = 20;
const MOST_BUFFERS = 200;
const FAR_PAGE = 200;

/** What each reader's lists cost, against the same SQL through pg alone (F3), and how that grows with depth and mass. */
export const feed: Measurement = {
  name: "feed",
  async measure(stage) {
    const { listEarlier, listToRead, countToRead } = stage.product;
    const actors = await findActors(stage);
    return [
      ...(await compareWithFloor(stage, "feed query", actors, (actor) => listEarlier(actor), true)),
      ...(await compareWithFloor(stage, "to-read query of the home page", actors, (actor) => listToRead(actor), true)),
      ...(await compareWithFloor(stage, "unread count", actors, (actor) => countToRead(actor), false)),
      ...(await comparePages(stage, actors.slice(0, 5))),
      await compareMass(stage, actors),
    ];
  },
};

async function findActors({ product, readers }: Stage): Promise<Actor[]> {
  const actors = await Promise.all(readers.slice(1, 1 + READERS).map(({ personId }) => product.findActor(personId)));
  return actors.filter((actor) => actor !== null);
}

async function compareWithFloor(stage: Stage, goal: string, actors: Actor[], ask: (actor: Actor) => Promise<unknown>, withBuffers: boolean): Promise<Goal[]> {
  stage.say(goal);
  const statements = await captureAll(stage, actors, ask);
  const calls = stage.isQuick ? 10 : 50;
  const prepared = (nth: number) => stage.floorClient.query({ name: goal, ...statements[nth]! });
  const product = () => timeEach(actors.length, calls, (nth) => ask(actors[nth]!));
  const floor = () => timeEach(actors.length, calls, prepared);
  await product();
  await floor();
  const time = ratioOf(await interleave(stage.rounds, product, floor), (milliseconds) => milliseconds);
  const goals: Goal[] = [{ goal, unit: "ms", ...time, aim: "≤ 2 × F3", holds: time.ratio <= 2 }];
  if (!withBuffers) return goals;
  const buffers = await buffersOf(stage, statements);
  return [...goals, { goal: `${goal}, pages touched`, unit: "buffers", figure: buffers, floor: null, ratio: null, aim: `≤ ${MOST_BUFFERS}`, holds: buffers <= MOST_BUFFERS }];
}

async function captureAll({ product }: Stage, actors: Actor[], ask: (actor: Actor) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const actor of actors) statements.push(await captureStatement(product.pool, () => ask(actor)));
  return statements;
}

async function buffersOf({ database }: Stage, statements: Statement[]): Promise<number> {
  const counted: number[] = [];
  for (const statement of statements) counted.push(await countBuffers(database.client, statement));
  return median(counted);
}

/** The farthest full page up to 200 against the first, by the same readers. */
async function comparePages(stage: Stage, actors: Actor[]): Promise<Goal[]> {
  const { listEarlier } = stage.product;
  const cursors = await Promise.all(actors.map((actor) => walk(stage.product, actor)));
  const page = Math.min(...cursors.map(({ length }) => length + 1));
  stage.say(`feed query, page ${page} against page 1`);
  const calls = stage.isQuick ? 40 : 200;
  const first = () => timeEach(actors.length, calls, (nth) => listEarlier(actors[nth]!));
  const last = () => timeEach(actors.length, calls, (nth) => listEarlier(actors[nth]!, cursors[nth]![page - 2]));
  await last();
  const time = ratioOf(await interleave(stage.rounds, last, first), (milliseconds) => milliseconds);
  return [{
    goal: `feed query, page ${page}`, unit: "ms", ...time, aim: "≤ 1.2 × page 1", holds: time.ratio <= 1.2,
    note: page < FAR_PAGE ? "the farthest that is full for all who are measured" : undefined,
  }];
}

/** The cursors of pages 2 to 200, as far as they are full. */
async function walk({ listEarlier }: Product, actor: Actor): Promise<string[]> {
  const cursors: string[] = [];
  while (cursors.length < FAR_PAGE - 1) {
    const { next, messages } = await listEarlier(actor, cursors.at(-1));
    if (!next || messages.length < 20) {
      cursors.pop();
      break;
    }
    cursors.push(next);
  }
  return cursors;
}

/** The same readers with a tenth of the messages. Leaves only that tenth behind, so it comes last. */
async function compareMass(stage: Stage, actors: Actor[]): Promise<Goal> {
  stage.say("feed query with a tenth of the messages");
  const { database, product } = stage;
  const ask = (actor: Actor) => product.listEarlier(actor);
  const all = await buffersOf(stage, await captureAll(stage, actors, ask));
  await database.client.query("BEGIN; SET LOCAL synchronous_commit = off");
  await database.client.query("CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT id FROM message WHERE uuid_hash(id) % 10 = 0");
  for (const [table, key] of [["message_audience", "message_id"], ["variant_text", "variant_id"], ["variant", "message_id"], ["message", "id"]] as const) {
    const kept = table === "variant_text" ? "SELECT v.id FROM variant v JOIN kept ON kept.id = v.message_id" : "SELECT id FROM kept";
    await database.client.query(`CREATE TEMP TABLE kept_${table} ON COMMIT DROP AS SELECT * FROM ${table} WHERE ${key} IN (${kept})`);
  }
  await database.client.query("TRUNCATE message CASCADE");
  for (const table of ["message", "message_audience", "variant", "variant_text"]) {
    await database.client.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
  }
  await database.client.query("COMMIT");
  await database.client.query("VACUUM (ANALYZE) message, message_audience, variant, variant_text");
  const tenth = await buffersOf(stage, await captureAll(stage, actors, ask));
  const ratio = all / tenth;
  return { goal: "feed query, ten times the messages", unit: "buffers", figure: all, floor: tenth, ratio, aim: "≤ 1.3 × a tenth's", holds: ratio <= 1.3 };
}
