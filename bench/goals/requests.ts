import { load, type LoadRequest } from "../measure/load";
import type { Stage } from "./goal";

/** Of the employees who are signed in. */
export function cookiesOf({ readers }: Pick<Stage, "readers">): string[] {
  return readers.slice(1).map(({ cookie }) => cookie);
}

/** Lets a server compile its code and open its connections before it is measured. */
export async function warmUp({ isQuick }: Pick<Stage, "isQuick">, url: string, requests: readonly LoadRequest[]): Promise<void> {
  await load({ url, connections: 16, requests, amount: isQuick ? 300 : 2_000 });
}

/** One page as text. @throws Error when it is not answered with 200 */
export async function fetchPage(url: string, { path, headers }: LoadRequest): Promise<string> {
  const response = await fetch(url + path, { headers, redirect: "manual" });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  return text;
}
