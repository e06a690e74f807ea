import http from "node:http";

export interface LiveStream {
  status: number;
  /** Resolves with the moment (ms) at which the server ended it. */
  ended: Promise<number>;
  /** All topics so far. */
  heard(): string;
  close(): void;
}

/** Listens to a process's event stream as a browser does. Resolves once the head of the answer is here. */
export function openStream(base: string, cookie: string): Promise<LiveStream> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${base}/live`, { headers: { Cookie: cookie, Accept: "text/event-stream" } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      const ended = new Promise<number>((done) => {
        response.on("close", () => done(Date.now()));
        response.on("error", () => done(Date.now()));
      });
      resolve({ status: response.statusCode ?? 0, ended, heard: () => text, close: () => request.destroy() });
    });
    request.on("error", reject);
  });
}
