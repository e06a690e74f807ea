import http from "node:http";

export interface Sent {
  method?: string;
  headers?: Record<string, string | string[]>;
  /** Value of the Cookie header. */
  cookie?: string;
  /** A form (urlencoded, with our own Origin), or raw bytes as they are. */
  form?: Record<string, string | string[]> | [string, string][];
  body?: string | Buffer;
  /** Ends the exchange once the head of the answer is here: for streams. */
  headOnly?: boolean;
  /** Longest wait for the answer, in ms. */
  patience?: number;
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/**
 * One request, exactly as written: nothing is followed, completed or put right on the way, as fetch would.
 * A form is sent with the Origin of the server, like from its own pages, unless headers say otherwise.
 */
export function send(base: string, address: string, { method, headers = {}, cookie, form, body, headOnly, patience = 30_000 }: Sent = {}): Promise<Answer> {
  const content = form ? new URLSearchParams(pairs(form)).toString() : body;
  const sent: http.OutgoingHttpHeaders = {
    ...(form ? { Origin: base, "Content-Type": "application/x-www-form-urlencoded" } : {}),
    ...(cookie ? { Cookie: cookie } : {}),
    ...(content === undefined ? {} : { "Content-Length": Buffer.byteLength(content) }),
    ...headers,
  };
  for (const [name, value] of Object.entries(sent)) if (value === "") delete sent[name];
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const request = http.request({ agent: headOnly ? undefined : agent, hostname, port, path: address, method: method ?? (content === undefined ? "GET" : "POST"), headers: sent, timeout: patience }, (response) => {
      const chunks: Buffer[] = [];
      const done = () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString("utf8") });
      if (headOnly) {
        done();
        response.destroy();
        return;
      }
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", done);
      response.on("error", reject);
    });
    request.on("timeout", () => request.destroy(new Error(`${address} was not answered within ${patience} ms`)));
    request.on("error", reject);
    request.end(content);
  });
}

function pairs(form: NonNullable<Sent["form"]>): [string, string][] {
  return Array.isArray(form) ? form : Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
}

/** Where an answer leads, whether to a document or to script; null when it leads nowhere. */
export function leadsTo({ status, headers, body }: Answer): string | null {
  if (status >= 300 && status < 400) return headers.location ?? null;
  // Remix tells its own script of a redirect in a body with this status.
  if (status === 202) return /"redirect","([^"]*)"/.exec(body)?.[1] ?? "";
  return null;
}

/** Runs `work` over all of these, a few at a time. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 8): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
}
