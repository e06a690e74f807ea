import { paths } from "~/paths";
import { ratioOf } from "../measure/interleave";
import type { LoadRequest } from "../measure/load";
import { median } from "../measure/statistics";
import type { Goal, Measurement, Stage } from "./goal";
import { compareLoads, cookiesOf, warmUp } from "./requests";

const CONNECTIONS = [1, 16, 64];
const MIDDLE = 16;

/** The signed-in home page against F1: a bare page of one statement and twenty cards. */
export const home: Measurement = {
  name: "home",
  async measure(stage) {
    const requests = cookiesOf(stage).map((cookie) => ({ path: paths.home(), headers: { cookie } }));
    await warmUp(stage, stage.web.url, requests);
    await warmUp(stage, stage.floors.url, [{ path: "/" }]);
    const goals: Goal[] = [];
    for (const connections of CONNECTIONS) goals.push(...(await compare(stage, requests, connections)));
    return goals;
  },
};

async function compare(stage: Stage, requests: LoadRequest[], connections: number): Promise<Goal[]> {
  stage.say(`home page at ${connections} connections`);
  const compared = await compareLoads(stage, connections, requests, [{ path: "/" }]);
  const rate = ratioOf(compared, ({ perSecond }) => perSecond);
  const goals: Goal[] = [
    { goal: `home page, ${connections} connection${connections > 1 ? "s" : ""}`, unit: "requests/s", ...rate, aim: "≥ 0.5 × F1", holds: rate.ratio >= 0.5 },
  ];
  if (connections !== MIDDLE) return goals;
  const slow = ratioOf(compared, ({ p95 }) => p95);
  const spread = median(compared.product.map(({ p50, p99 }) => p99 / p50));
  return [
    ...goals,
    { goal: `home page, p95 at ${connections}`, unit: "ms", ...slow, aim: "≤ 2.2 × F1", holds: slow.ratio <= 2.2 },
    { goal: `home page, p99 / p50 at ${connections}`, unit: "×", figure: spread, floor: null, ratio: null, aim: "≤ 4", holds: spread <= 4 },
  ];
}
