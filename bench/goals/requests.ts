import { interleave, type Compared } from "../measure/interleave";
import { load, type LoadRequest, type LoadResult } from "../measure/load";
import type { Stage } from "./goal";

/** Of the employees who are signed in. */
export function cookiesOf({ readers }: Pick<Stage, "readers">): string[] {
  return readers.slice(1).map(({ cookie }) => cookie);
}

/** Lets a server compile its code and open its connections before it is measured. */
export async function warmUp({ isQuick }: Pick<Stage, "isQuick">, url: string, requests: readonly LoadRequest[]): Promise<void> {
  await load({ url, connections: 16, requests, amount: isQuick ? 200 : 2_000 });
}

/** How long a run takes, about: the machine's own unrest should meet each of them alike. */
const secondsOf = ({ isQuick }: Pick<Stage, "isQuick">) => (isQuick ? 2 : 8);
/** However slow a server is, each connection sends a few requests. */
const FEWEST_A_CONNECTION = 6;

/** The product and a floor under the same number of connections, in turns. Each gets as many requests as it answers in a run's time. */
export async function compareLoads(
  stage: Stage,
  connections: number,
  product: readonly LoadRequest[],
  floor: readonly LoadRequest[],
): Promise<Compared<LoadResult>> {
  const run = async (url: string, requests: readonly LoadRequest[]) => {
    const few = connections * FEWEST_A_CONNECTION;
    const { perSecond } = await load({ url, connections, requests, amount: few });
    const amount = Math.max(few, Math.round(perSecond * secondsOf(stage)));
    return () => load({ url, connections, requests, amount });
  };
  return interleave(stage.rounds, await run(stage.web.url, product), await run(stage.floors.url, floor));
}

/** One page as text. @throws Error when it is not answered with 200 */
export async function fetchPage(url: string, { path, headers }: LoadRequest): Promise<string> {
  const response = await fetch(url + path, { headers, redirect: "manual" });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  return text;
}
