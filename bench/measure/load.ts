import autocannon from "autocannon";
import { percentile } from "./statistics";

export interface LoadRequest {
  path: string;
  headers?: Record<string, string>;
}

export interface Load {
  /** Origin of the server. */
  url: string;
  connections: number;
  /** Sent over and over; dealt out to the connections, so that they do not all ask for the same at the same time. */
  requests: readonly LoadRequest[];
  /** Requests to send; all of them are answered. */
  amount: number;
  /** What every answer must be; anything else ends the bench. */
  status?: number;
}

export interface LoadResult {
  answers: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

/** Each request of each connection is kept ready as bytes. */
const MOST_REQUESTS = 2_000;

/** What a browser says of the encodings it takes. */
export const BROWSER_HEADERS = { "accept-encoding": "gzip, deflate, br", accept: "text/html" };

/**
 * Loads a server on loopback, every connection sending its next request once it has its answer.
 * @throws Error when an answer has another status than `status` (200), or a connection fails
 */
export async function load({ url, connections, requests, amount, status = 200 }: Load): Promise<LoadResult> {
  const times: number[] = [];
  const others = new Map<number, number>();
  let begun = 0;
  const all = requests.map(({ path, headers }) => ({ method: "GET" as const, path, headers: { ...BROWSER_HEADERS, ...headers } }));
  const startedAt = performance.now();
  let lastAt = startedAt;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections,
        amount,
        timeout: 20,
        setupClient(client) {
          const nth = begun++;
          const own = all.filter((_, at) => at % connections === nth % connections).slice(0, MOST_REQUESTS);
          client.setRequests(own.length > 0 ? own : all.slice(0, MOST_REQUESTS));
        },
      },
      (error, whole) => (error ? reject(error as Error) : resolve(whole)),
    );
    run.on("response", (_client, code, _bytes, milliseconds) => {
      lastAt = performance.now();
      if (code === status) times.push(milliseconds);
      else others.set(code, (others.get(code) ?? 0) + 1);
    });
  });
  const faults = [...others].map(([code, count]) => `${count} × ${code}`);
  if (result.errors > 0) faults.push(`${result.errors} × no answer`);
  if (faults.length > 0) throw new Error(`${url}${all[0]?.path ?? ""} answered otherwise than ${status}: ${faults.join(", ")}`);
  return {
    answers: times.length,
    perSecond: times.length / ((lastAt - startedAt) / 1000),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  };
}
