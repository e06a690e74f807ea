import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "~/paths";
import { interleave, ratioOf } from "../measure/interleave";
import { median } from "../measure/statistics";
import type { Actor } from "./feed";
import type { Goal, Measurement, Stage } from "./goal";
import { fetchPage } from "./requests";
import { timeOnce } from "./timing";

const VISIBLE_WITHIN_MS = 50;
const GIVE_UP_AFTER_MS = 5_000;

/** From the publisher's answer to the reader's page, and what it takes to queue a mail for everybody. */
export const publish: Measurement = {
  name: "publish",
  async measure(stage) {
    const began = new Date();
    const publisher = await stage.product.findActor(stage.readers[0]!.personId);
    if (!publisher) throw new Error("The publisher is missing.");
    const goals = [await measureVisibility(stage, publisher), ...(await measureMails(stage, publisher))];
    // What is measured afterwards finds the data as it was.
    await stage.database.client.query("DELETE FROM message WHERE author_id = $1 AND created_at >= $2", [publisher.id, began]);
    return goals;
  },
};

/** How long after the verb's answer a reader must ask for their home page to find the message on it. */
async function measureVisibility(stage: Stage, publisher: Actor): Promise<Goal> {
  stage.say("publish: visible to readers");
  const { cookie } = stage.readers.at(-1)!;
  const lags: number[] = [];
  const answers: number[] = [];
  for (let nth = 0; nth < (stage.isQuick ? 20 : 50); nth++) {
    const title = `Published just now, number ${nth}.`;
    const id = await draftForEverybody(stage, publisher, title);
    await stage.product.publishMessage(publisher, id, 1);
    const published = performance.now();
    for (;;) {
      const asked = performance.now();
      const html = await fetchPage(stage.web.url, { path: paths.home(), headers: { cookie } });
      answers.push(performance.now() - asked);
      if (html.includes(title)) {
        lags.push(asked - published);
        break;
      }
      if (asked - published > GIVE_UP_AFTER_MS) throw new Error("A published message did not become visible.");
      await sleep(5);
    }
  }
  const figure = Math.max(...lags);
  return {
    goal: "publish: visible to who asks, at worst", unit: "ms after", figure, floor: null, ratio: null, aim: `≤ ${VISIBLE_WITHIN_MS}`,
    holds: figure <= VISIBLE_WITHIN_MS, note: `their page itself takes ${median(answers).toFixed(0)} ms`,
  };
}

/** A mail to everybody, rendered and queued for good, against one INSERT … SELECT of the same rows into a table with the same indexes. */
async function measureMails(stage: Stage, publisher: Actor): Promise<Goal[]> {
  const { client } = stage.database;
  const { rows } = await client.query<{ people: number }>("SELECT count(*)::int AS people FROM person WHERE email IS NOT NULL AND deactivated_at IS NULL");
  const { people } = rows[0]!;
  stage.say(`${people.toLocaleString("en")} mails`);
  await client.query("CREATE TABLE bench.outbox (LIKE mail_outbox INCLUDING ALL); INSERT INTO mail_content (template, language, subject, html, text, created_at) VALUES ('bench', 'it', '', '', '', now())");

  const product = async (round: number) => {
    const id = await draftForEverybody(stage, publisher, `By mail, number ${round}`, true);
    await stage.product.publishMessage(publisher, id, 1);
    const published = await client.query<{ at: Date }>("SELECT published_at AS at FROM message WHERE id = $1", [id]);
    let queued = 0;
    const milliseconds = await timeOnce(async () => (queued = await stage.product.sendMessageMail(id, published.rows[0]!.at)));
    if (queued !== people) throw new Error(`${queued} mails were queued for ${people} people.`);
    await client.query("TRUNCATE mail_outbox");
    return milliseconds;
  };
  const floor = async (round: number) => {
    const milliseconds = await timeOnce(() =>
      client.query(
        `INSERT INTO bench.outbox (content_id, person_id, address, params, batch, not_before, created_at)
         SELECT (SELECT id FROM mail_content WHERE template = 'bench'), id, email, '{}', $1, now(), now() FROM person WHERE email IS NOT NULL AND deactivated_at IS NULL`,
        [`floor ${round}`],
      ),
    );
    await client.query("TRUNCATE bench.outbox");
    return milliseconds;
  };
  // The generator made its session quick and careless; this floor is durable.
  await client.query("SET synchronous_commit = on");
  await product(-1);
  await floor(-1);
  const time = ratioOf(await interleave(stage.rounds, product, floor), (milliseconds) => milliseconds);
  return [{ goal: `${people.toLocaleString("en")} mails rendered and queued`, unit: "ms", ...time, aim: "≤ 3 × INSERT … SELECT", holds: time.ratio <= 3 }];
}

async function draftForEverybody({ product, database }: Stage, publisher: Actor, title: string, sendsMail = false): Promise<string> {
  const { rows } = await database.client.query<{ id: string }>("SELECT id FROM department WHERE parent_id IS NULL");
  const texts = ["it", "en", "ro", "ru"].map((language) => ({ departmentId: null, language, title, body: "A text of **two** lines.\n\nAnd a second one." }));
  return product.startMessage(publisher, {
    kind: "notice",
    draft: { audienceIds: [rows[0]!.id], why: { it: "So that everybody knows.", en: "So that everybody knows." }, texts, sendsMail },
  });
}
