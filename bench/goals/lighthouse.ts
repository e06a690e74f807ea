import { createServer, type AddressInfo } from "node:net";
import runLighthouse from "lighthouse";
import { paths } from "~/paths";
import { launchBrowser } from "../../tests/support/chromium";
import { interleave, ratioOf } from "../measure/interleave";
import { median } from "../measure/statistics";
import { onEnd } from "../stage/cleanup";
import type { Goal, Measurement } from "./goal";
import { cookiesOf } from "./requests";

/** Lighthouse's own method: the middle of five cold visits. */
const ROUNDS = 5;
const ROUNDS_QUICK = 3;

interface Audited {
  /** 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  /** Milliseconds until the largest thing of the first view stands, on the phone that Lighthouse imagines. */
  largestPaint: number;
  /** Cumulative layout shift, without a unit. */
  shift: number;
}

/** The signed-in home page on a slow phone, as Lighthouse sees it, against F1 in turns. */
export const lighthouse: Measurement = {
  name: "lighthouse",
  async measure(stage) {
    const port = await freePort();
    const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
    const close = () => browser.close();
    onEnd(close);
    const [cookie] = cookiesOf(stage);
    const rounds = stage.isQuick ? ROUNDS_QUICK : ROUNDS;
    const look = (url: string, headers: Record<string, string>) => (round: number) => {
      stage.say(`Lighthouse at ${url}, ${round + 1} of ${rounds}`);
      return audit(url, headers, port);
    };
    const compared = await interleave(rounds, look(stage.web.url + paths.home(), { cookie: cookie! }), look(`${stage.floors.url}/`, {}));
    await close();
    const middle = (value: (audited: Audited) => number) => median(compared.product.map(value));
    const score = (name: string, figure: number, least: number): Goal => ({ goal: `home page, Lighthouse ${name}`, unit: "of 100", figure, floor: null, ratio: null, aim: `≥ ${least}`, holds: figure >= least });
    const paint = ratioOf(compared, ({ largestPaint }) => largestPaint);
    const shift = middle((audited) => audited.shift);
    return [
      score("performance", middle(({ performance }) => performance), 98),
      score("accessibility", middle(({ accessibility }) => accessibility), 100),
      score("best practices", middle(({ bestPractices }) => bestPractices), 100),
      { goal: "home page, largest contentful paint", unit: "ms", ...paint, aim: "≤ 1.25 × F1", holds: paint.ratio <= 1.25 },
      { goal: "home page, cumulative layout shift", unit: "", figure: shift, floor: null, ratio: null, aim: "≤ 0.02", holds: shift <= 0.02 },
    ];
  },
};

/** One visit with nothing kept from earlier ones. @throws Error when the page or a figure of it could not be had */
async function audit(url: string, extraHeaders: Record<string, string>, port: number): Promise<Audited> {
  const result = await runLighthouse(url, { port, extraHeaders, logLevel: "silent", onlyCategories: ["performance", "accessibility", "best-practices"] });
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${result?.lhr.runtimeError?.message ?? "no result"}`);
  const { categories, audits } = result.lhr;
  const known = (value: number | null | undefined, what: string) => {
    if (typeof value !== "number") throw new Error(`Lighthouse has no ${what} of ${url}.`);
    return value;
  };
  const score = (name: string) => Math.round(known(categories[name]?.score, name) * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    largestPaint: known(audits["largest-contentful-paint"]?.numericValue, "largest contentful paint"),
    shift: known(audits["cumulative-layout-shift"]?.numericValue, "layout shift"),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
