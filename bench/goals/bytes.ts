import path from "node:path";
import { get } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { paths } from "~/paths";
import type { Goal, Measurement, Stage } from "./goal";

const KILOBYTE = 1024;

/**
 * What a browser loads of the home page before anybody can use it, as the server sends it to a browser that takes gzip:
 * the document, its style sheets, and every script it names or preloads, with what these import and the texts of its language.
 */
export const bytes: Measurement = {
  name: "bytes",
  async measure(stage) {
    stage.say("bytes of the home page");
    const { cookie } = stage.readers.at(-1)!;
    const document = await fetchZipped(stage, paths.home(), cookie);
    const html = document.text;
    const styles = await sum(stage, [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].flatMap(([tag]) => addressesIn(tag)));
    const scripts = await sum(stage, await scriptsOf(stage, html));
    return [
      goalOf("home page, HTML", document, 12),
      goalOf("home page, script before the first interaction", scripts, 120),
      goalOf("home page, CSS", styles, 20),
    ];
  },
};

interface Sent {
  /** As they came over the wire. */
  sent: number;
  /** The same content through gzip. */
  zipped: number;
}

function goalOf(goal: string, { sent, zipped }: Sent, most: number): Goal {
  const figure = sent / KILOBYTE;
  const note = sent > zipped * 1.05 ? `${(zipped / KILOBYTE).toFixed(1)} with gzip: the server sends it larger` : undefined;
  return { goal, unit: "KB gzip", figure, floor: null, ratio: null, aim: `≤ ${most}`, holds: figure <= most, note };
}

async function sum(stage: Stage, addresses: string[]): Promise<Sent> {
  const all = await Promise.all(addresses.map((address) => fetchZipped(stage, address)));
  return { sent: all.reduce((total, { sent }) => total + sent, 0), zipped: all.reduce((total, { zipped }) => total + zipped, 0) };
}

function fetchZipped({ web }: Stage, address: string, cookie = ""): Promise<Sent & { text: string }> {
  return new Promise((resolve, reject) => {
    get(web.url + address, { headers: { "accept-encoding": "gzip", accept: "text/html,*/*", cookie } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode !== 200) return reject(new Error(`${address} answers ${response.statusCode}`));
        const body = Buffer.concat(chunks);
        const content = response.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
        resolve({ sent: body.length, zipped: gzipSync(content).length, text: content.toString() });
      });
    }).on("error", reject);
  });
}

/** Follows what the document names to the end of its static imports, with the texts that hydration waits for. */
async function scriptsOf(stage: Stage, html: string): Promise<string[]> {
  const language = /<html[^>]+lang="([a-z]+)"/.exec(html)?.[1] ?? "en";
  const catalogue = new RegExp(`import\\("(\\./${language}-[^"]+\\.js)"\\)`);
  const found = new Set(addressesIn(html).filter((address) => address.endsWith(".js")));
  let hasCatalogue = false;
  for (const address of found) {
    const { text } = await fetchZipped(stage, address);
    const [, texts] = catalogue.exec(text) ?? [];
    hasCatalogue ||= texts !== undefined;
    const imported = [...text.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)].map(([, name]) => name!);
    for (const name of texts ? [...imported, texts] : imported) found.add(path.posix.join(path.posix.dirname(address), name));
  }
  if (!hasCatalogue) throw new Error(`No script of the home page loads the texts in "${language}".`);
  return [...found];
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address]) => address!);
}
