import { readdir, readFile } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { photo, pngChunk, pngPromising } from "../support/pictures";
import { readForms, type PageForm } from "./support/forms";
import { multipart, type SentFile } from "./support/multipart";
import { send, type Answer } from "./support/sending";
import { useSystem } from "./support/system";

const system = useSystem();
const TYPED = "Typed beside the picture";
const RUN = "<script>window.__pwned=1</script>";

/** The editor's form as its page shows it, with another title typed. */
async function editorForm(): Promise<PageForm> {
  const address = `/studio/library/${system.company.thing("post", "draft for all").id}`;
  const page = await send(system.url, address, { cookie: system.cookies.publisher });
  const form = readForms(page.body, address).find(({ files }) => files.includes("picture"));
  if (!form) throw new Error("The editor has no field for a picture.");
  const isButton = (name: string) => ["act", "arrange", "removePicture", "takePagePicture"].includes(name);
  return { ...form, fields: form.fields.filter(([name]) => !isButton(name)).map(([name, value]) => [name, name === "title" ? TYPED : value]) };
}

async function upload(file: Partial<SentFile> & { bytes: Buffer }, ...more: SentFile[]): Promise<Answer> {
  const form = await editorForm();
  return send(system.url, form.action, { cookie: system.cookies.publisher, ...multipart(system.url, form.fields, { name: "picture", fileName: "picture.png", type: "image/png", ...file }, ...more) });
}

const storedFiles = async () => (await readdir(path.join(system.dataFolder, "files"), { recursive: true }).catch(() => [] as string[])).filter((name) => name.includes("."));
const pictures = async () => (await query<{ count: number }>(sql`SELECT count(*)::int AS count FROM picture`))[0]!.count;

const svg = Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1"><script>window.__pwned=1</script></svg>`);
const tiny = photo(60, 40);

describe("an upload that is no picture", () => {
  const wrong: Record<string, () => Promise<Partial<SentFile> & { bytes: Buffer }>> = {
    "an SVG": async () => ({ bytes: svg, fileName: "x.svg", type: "image/svg+xml" }),
    "an SVG called PNG": async () => ({ bytes: svg }),
    "a packed SVG": async () => ({ bytes: Buffer.from("H4sIAAAAAAAAA7MpLsu2AwAAAP//", "base64"), fileName: "x.svgz", type: "image/svg+xml" }),
    "a web page": async () => ({ bytes: Buffer.from(`<!doctype html>${RUN}`), fileName: "x.html", type: "text/html" }),
    "a web page called JPEG": async () => ({ bytes: Buffer.from(`<!doctype html>${RUN}`), fileName: "x.jpg", type: "image/jpeg" }),
    "the head of a GIF before a script": async () => ({ bytes: Buffer.from(`GIF89a/*${RUN}*/=1;`), fileName: "x.gif", type: "image/gif" }),
    "a PDF": async () => ({ bytes: Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>"), fileName: "x.pdf", type: "application/pdf" }),
    "a program": async () => ({ bytes: Buffer.from("\x7fELF\x02\x01\x01", "latin1"), fileName: "x" }),
    "a ZIP": async () => ({ bytes: Buffer.from("PK\x03\x04" + "\0".repeat(60), "latin1"), fileName: "x.png.zip" }),
    "half a PNG": async () => ({ bytes: (await photo(400, 300).png().toBuffer()).subarray(0, 2_000) }),
    "a PNG that promises 50,000 by 50,000": async () => ({ bytes: pngPromising(50_000, 50_000, Buffer.alloc(1_000)) }),
    "a bomb of a PNG": async () => ({ bytes: pngPromising(16_000, 16_000, Buffer.alloc(60_000_000)) }),
    "a PNG with a text bomb": async () => ({ bytes: Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), pngChunk("zTXt", Buffer.concat([Buffer.from("x\0\0"), deflateSync(Buffer.alloc(50_000_000))]))]) }),
    "more than ten megabytes": async () => ({ bytes: Buffer.concat([await tiny.clone().png().toBuffer(), Buffer.alloc(11_000_000)]) }),
    "noise": async () => ({ bytes: Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 256)) }),
    "nothing with a name": async () => ({ bytes: Buffer.alloc(0), fileName: "empty.png" }),
  };

  it.each(Object.keys(wrong))("is refused with a sentence, and what was typed is kept: %s", async (what) => {
    const [files, rows] = [await storedFiles(), await pictures()];
    const answer = await upload(await wrong[what]!());
    expect(answer.status, what).toBe(422);
    expect(answer.body).toContain(TYPED);
    expect(answer.body).not.toContain("__pwned");
    expect([await storedFiles(), await pictures()]).toEqual([files, rows]);
  });

  it("is refused also under another field's name, twice, or as a form that breaks off", async () => {
    const [files, rows] = [await storedFiles(), await pictures()];
    const bytes = await tiny.clone().png().toBuffer();
    const file: SentFile = { name: "picture", fileName: "a.png", type: "image/png", bytes };
    expect((await upload(file, { ...file, name: "avatar" })).status).toBe(422);
    expect((await upload(file, file)).status).toBe(422);
    const form = await editorForm();
    const { body, headers } = multipart(system.url, form.fields, file);
    for (const cut of [10, 200, bytes.length]) {
      const answer = await send(system.url, form.action, { cookie: system.cookies.publisher, body: (body as Buffer).subarray(0, (body as Buffer).length - cut), headers });
      expect(answer.status).toBe(422);
    }
    expect([await storedFiles(), await pictures()]).toEqual([files, rows]);
  });

  it("with a length that lies is cut off, and the process goes on", async () => {
    const form = await editorForm();
    const { body, headers } = multipart(system.url, form.fields, { name: "picture", fileName: "a.png", type: "image/png", bytes: await tiny.clone().png().toBuffer() });
    const { hostname, port } = new URL(system.url);
    const rows = await pictures();
    for (const length of [10, (body as Buffer).length + 5_000]) {
      const head = [`POST ${form.action} HTTP/1.1`, `Host: ${hostname}:${port}`, `Cookie: ${system.cookies.publisher}`, ...Object.entries(headers!).map(([name, value]) => `${name}: ${String(value)}`), `Content-Length: ${length}`, "Connection: close"];
      const heard = await new Promise<string>((resolve) => {
        let text = "";
        const socket = net.connect(Number(port), hostname, () => {
          socket.write(`${head.join("\r\n")}\r\n\r\n`);
          socket.end(body as Buffer);
        });
        socket.on("data", (chunk) => (text += chunk.toString("latin1")));
        socket.on("error", () => resolve(text));
        socket.on("close", () => resolve(text));
      });
      expect(heard).not.toMatch(/^HTTP\/1\.1 (5|3|2)/);
    }
    expect(await pictures()).toBe(rows);
    expect((await send(system.url, "/healthz")).status).toBe(200);
  });
});

describe("an upload that is a picture", () => {
  it("is made anew: what else was in it is gone, whatever it was called", async () => {
    const png = await photo(700, 500).withExif({ IFD0: { Copyright: "canary-in-exif" } }).png().toBuffer();
    const names = ["../../../../etc/cron.d/x.png", "..\\..\\x.png", "/etc/passwd", "x.png\0.html", "a\r\nX-Planted: 1.png", ".htaccess", `${"n".repeat(2_000)}.png`, "x.svg"];
    for (const fileName of names.map((name) => name.replace(/[\r\n]/g, ""))) {
      const answer = await upload({ bytes: Buffer.concat([png, Buffer.from(`canary-behind${RUN}`)]), fileName, type: "text/html" });
      expect(answer.status, fileName).toBe(302);
    }
    const stored = await storedFiles();
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.filter((name) => !/^pictures\/[\da-f-]{36}\/\d+\.(webp|avif)$/.test(name))).toEqual([]);
    for (const name of stored) expect((await readFile(path.join(system.dataFolder, "files", name))).includes("canary")).toBe(false);
  });

  it("is served as what it was made into and nothing else, to signed-in people alone", async () => {
    const [name] = await storedFiles();
    const address = `/${name!}`;
    const served = await send(system.url, address, { cookie: system.cookies.employee });
    expect(served.status).toBe(200);
    expect(served.headers["content-type"]).toMatch(/^image\/(webp|avif)$/);
    expect(served.headers["x-content-type-options"]).toMatch(/^nosniff/);
    expect([served.headers["content-security-policy"] ?? ""].flat().join()).toContain("default-src 'none'");
    expect(served.headers["cache-control"]).toContain("private");
    expect((await send(system.url, address)).status).toBe(302);
    for (const other of [address.replace(/\.\w+$/, ".svg"), address.replace(/\.\w+$/, ".html"), `${address}.html`, address.replace(/\/[^/]+$/, "/0.webp"), address.replace(/\/[^/]+$/, "/..%2f..%2f..%2fkeys")]) {
      expect((await send(system.url, other, { cookie: system.cookies.employee })).status, other).toBe(404);
    }
    expect(system.complaints()).toEqual([]);
  });
});
