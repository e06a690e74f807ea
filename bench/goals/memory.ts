import { paths } from "~/paths";
import { load } from "../measure/load";
import { proportionalSetSize, watchMemory } from "../measure/memory";
import type { Goal, Measurement } from "./goal";
import { messageRequests, postRequests } from "./details";
import { cookiesOf, warmUp } from "./requests";

const CONNECTIONS = 64;
const MEGABYTE = 2 ** 20;

/** What a web process holds at 64 connections, and whether it grows over many requests. */
export const memory: Measurement = {
  name: "memory",
  async measure(stage) {
    const { web } = stage;
    if ((await proportionalSetSize(web.pid)) === null) {
      stage.say("memory: this system does not tell the proportional set size of a process");
      return [];
    }
    const amount = stage.isQuick ? 5_000 : 50_000;
    stage.say(`memory over ${amount.toLocaleString("en")} requests`);
    const homes = cookiesOf(stage).map((cookie) => ({ path: paths.home(), headers: { cookie } }));
    const requests = [...homes, ...(await messageRequests(stage)).slice(0, homes.length), ...(await postRequests(stage)).slice(0, homes.length)];
    const use = (requestsToSend: number) =>
      watchMemory(web.pid, () => load({ url: web.url, connections: CONNECTIONS, requests, amount: requestsToSend }));
    // A heap takes its size from the load: it is compared under the same load, a tenth of all requests at each end.
    await warmUp(stage, web.url, requests);
    await use(amount / 5);
    const first = await use(amount / 10);
    const between = await use((amount * 8) / 10);
    const last = await use(amount / 10);
    const largest = Math.max(first.largest, between.largest, last.largest) / MEGABYTE;
    const growth = (last.usual / first.usual - 1) * 100;
    return [
      { goal: `memory of a web process, ${CONNECTIONS} connections`, unit: "MB", figure: largest, floor: null, ratio: null, aim: "≤ 300", holds: largest <= 300 },
      {
        goal: `memory growth over ${amount.toLocaleString("en")} requests`, unit: "%", figure: growth, floor: null, ratio: null, aim: "≤ 10",
        holds: growth <= 10, note: `${(first.usual / MEGABYTE).toFixed(0)} MB to ${(last.usual / MEGABYTE).toFixed(0)} MB`,
      } satisfies Goal,
    ];
  },
};
