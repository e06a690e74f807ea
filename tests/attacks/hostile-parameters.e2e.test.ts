import { readdirSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ruleFor } from "./opening-rules";
import { gatherForms, type GatheredForm } from "./support/gathering";
import { hostileTexts, hugeTexts } from "./support/hostile-texts";
import { addressOf, dataAddressOf, readAddresses, type Route } from "./support/route-table";
import { each, leadsTo, send, type Answer } from "./support/sending";
import { isDeep, useSystem } from "./support/system";

const system = useSystem({ env: { DATABASE_POOL: "10" } });
const addresses = readAddresses().filter(({ path: where }) => where !== "/live");
let forms: GatheredForm[];

/** Every name that any code asks of an address's query: found in the sources, so that new ones are tried too. */
function readQueryNames(): string[] {
  const app = path.resolve(import.meta.dirname, "../../app");
  const sources = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"));
  const found = sources.flatMap((file) => [...readFileSync(path.join(app, file), "utf8").matchAll(/(?:searchParams|query)\.(?:get|getAll|has)\("(\w+)"\)/g)].map((match) => match[1]!));
  return [...new Set([...found, "_routes", "index"])];
}
const queryNames = readQueryNames();

beforeAll(async () => {
  forms = await gatherForms(system, addresses, (route, { kind }) => (route.params.includes("id") ? system.company.things.filter((thing) => thing.kind === kind).slice(0, isDeep ? 3 : 1) : [null]));
});

/** Nothing of the inside may show: no query, no stack, no path of ours. */
const INSIDE = /syntax error at or near|relation \\?"|violates|SQLSTATE|PrismaClient|invalid input syntax|node_modules|\bat [\w.<>]+ \(?(file:|\/)|build\/server|ECONNREFUSED|TypeError|RangeError/;

let wrong: string[] = [];
beforeEach(() => {
  wrong = [];
});
function judge(what: string, answer: Answer): void {
  if (answer.status >= 500) wrong.push(`${what}: ${answer.status}`);
  const inside = INSIDE.exec(answer.body);
  // What was typed may be shown again.
  if (inside && !what.includes(inside[0])) wrong.push(`${what}: shows ${JSON.stringify(inside[0])}`);
  const cookies = [answer.headers["set-cookie"] ?? []].flat();
  if (cookies.some((cookie) => cookie.startsWith("planted="))) wrong.push(`${what}: plants a cookie`);
  const target = leadsTo(answer);
  if (target && !/^\/(?![/\\])/.test(target)) wrong.push(`${what}: leads away to ${target.slice(0, 80)}`);
}

/** A long one beside them, which is no request too long for the server. */
const long = hugeTexts[0]!.slice(0, 6_000);

/** Some of the texts, others at every place, so that each is tried at many; more of them in the deep run. */
let drawn = 0;
function draw(inSample: number, inDeep: number): string[] {
  const texts = Array.from({ length: isDeep ? inDeep : inSample }, () => hostileTexts[(drawn = (drawn + 7) % hostileTexts.length)]!);
  return isDeep ? [...texts, long] : texts;
}

/** Who may use it; the pages before sign-in lead those who are signed in away. */
const who = (route: Route) => (ruleFor(route.path)?.opens === "anybody" ? undefined : system.cookies[/^\/admin/.test(route.path) ? "administrator" : "publisher"]);
const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString());
const idOf = (route: Route) => {
  const rule = ruleFor(route.path);
  return { ...rule?.fill, id: system.company.things.find(({ kind }) => kind === rule?.kind)?.id ?? "" };
};

describe("a hostile value", () => {
  it("in a path is not found or harmless", async () => {
    const cases = addresses.filter(({ params }) => params.length > 0).flatMap((route) =>
      draw(8, hostileTexts.length).flatMap((text) => route.params.map((param) => ({ route, address: route.path.replace(/:(\w+)/g, (_, name: string) => (name === param ? encode(text) || "x" : (ruleFor(route.path)?.fill?.[name] ?? "x"))) }))),
    );
    await each(cases, async ({ route, address }) => judge(address, await send(system.url, address, { cookie: who(route) })));
    const broken = ["/%", "/%E0%A4%A", "/messages/%ff%fe", "//", "//evil.example", "/\\evil.example", "/.", "/..%2f..%2fpackage.json", "/assets/..%2f..%2fserver%2findex.js", "/assets/%2e%2e/server/index.js", "/assets", "/build/server/index.js", "/.env", "/data/", "/pictures/../../x", "/l/%00", "/l/constructor", "/l/" + "x".repeat(5_000), "/healthz/", "/_root.data?_routes=nothing", "/_root.data?_routes=root,__proto__", "/__manifest", "/__manifest?p=/admin/people&version=x", `/__manifest?${"p=/x&".repeat(2_000)}`, "/" + "a/".repeat(3_000)];
    await each(broken, async (address) => {
      for (const cookie of [undefined, system.cookies.administrator]) {
        const answer = await send(system.url, address, { cookie });
        judge(address, answer);
        if (/"private": true|DATABASE_URL=/.test(answer.body)) wrong.push(`${address} shows a file of ours`);
      }
    });
    expect(wrong).toEqual([]);
  });

  it("in a query is harmless, also repeated and as an object", async () => {
    const cases = addresses.filter(({ hasLoader }) => hasLoader).flatMap((route) => {
      const base = addressOf(route, idOf(route));
      const one = draw(2, 10).flatMap((text) => queryNames.map((name) => `${base}?${name}=${encode(text)}`));
      const odd = [...queryNames.map((name) => `${base}?${name}=a&${name}=b&${name}[x]=c&${name}[]=d`), `${base}?__proto__[x]=1&constructor=2&hasOwnProperty=3`, `${base}?%ff=%c0%80&=&&&=x`];
      // A different part of them for every route.
      return [...one, ...odd].filter((_, index) => isDeep || index % 5 === route.id.length % 5).map((address) => ({ route, address }));
    });
    await each(cases, async ({ route, address }) => {
      const asked = address.length % 3 === 0 ? dataAddressOf(address) : address;
      judge(asked, await send(system.url, asked, { cookie: who(route) }));
      if (address.length % 4 === 0) judge(asked, await send(system.url, asked));
    });
    expect(cases.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it("that is too long for its field is refused there, and still stands in the answer", async () => {
    // First, while everything is still there to be edited. What a browser's own limit would keep from being sent is sent all the same.
    const text = `Kept ${"y".repeat(90_000)}`;
    const cases = forms.flatMap((form) => [...new Set(form.typed)].map((name) => ({ ...form, name })));
    const lost: string[] = [];
    await each(cases, async ({ by, action, fields, name }) => {
      const { status, body } = await send(system.url, action, { cookie: by ? system.cookies[by] : undefined, form: fields.map(([other, value]): [string, string] => [other, other === name ? text : value]) });
      if (status !== 422 || !body.replace(/<script[^]*?<\/script>/g, "").includes("Kept yyyyy")) lost.push(`${action} with ${name}: ${status}`);
    });
    expect(cases.length).toBeGreaterThan(15);
    expect(lost).toEqual([]);
  });

  it("of a great length is refused, and the process holds none of it", async () => {
    for (const text of hugeTexts) judge("a huge remark", await send(system.url, "/forgotten-password", { form: { identifier: text } }));
    const remark = `/messages/${system.company.thing("message", "published for all").id}/remarks`;
    const much = await send(system.url, remark, { cookie: system.cookies.employee, form: { id: crypto.randomUUID(), kind: "comment", body: "x".repeat(8_000_000) } });
    expect(much.status).toBe(422);
    const many = await send(system.url, "/sign-in", { form: Array.from({ length: 5_000 }, (_, index): [string, string] => [`f${index}`, "x"]) });
    expect(many.status).toBe(422);
  });

  it("in a form's field is refused or kept as the text it is", async () => {
    const cases = forms.filter(({ action }) => !/^\/sign-out|^\/settings\/sessions/.test(action)).flatMap(({ route, action, fields }, turn) =>
      (fields.length ? fields : [["x", ""] as [string, string]]).flatMap(([name], index) =>
        draw((turn + index) % 4 === 0 ? 2 : 1, 10).map((text) => ({ route, action, name, fields: fields.map(([other, value]): [string, string] => [other, other === name ? text : value]) })),
      ),
    );
    await each(cases.filter((_, index) => isDeep || index % 4 === 0), async ({ route, action, name, fields }) => {
      const form = [...fields, ["__proto__", "x"], ["constructor", "y"], [name, "twice"]] as [string, string][];
      judge(`${action} with ${name}=${JSON.stringify(fields.find(([other]) => other === name)?.[1])}`, await send(system.url, action, { cookie: who(route), form }));
    });
    expect(cases.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it("in a cookie or another header is ignored", async () => {
    const planted = ["vouch=", "vouch=x", `vouch=${"a".repeat(40)}`, `vouch=${"a".repeat(5_000)}`, "vouch=%00", "vouch=%", "vouch='; DROP TABLE session", "vouch=a; vouch=b", "done=shell:done.__proto__", "done=../../x:done.y", "language=../../etc", "language=xx", "reset=%", "mastodon=127.0.0.1:80", "mastodon=a@b", "__proto__=x", ";;;=", `x=${"y".repeat(12_000)}`];
    const headers: Record<string, string>[] = [
      { Host: "evil.example" }, { Host: "a b" }, { Host: "[::1" }, { Host: "x:99999" }, { Host: `${"h".repeat(300)}.example` }, { "X-Forwarded-Host": "evil.example" }, { "X-Forwarded-Host": "a b:c" }, { "X-Forwarded-Proto": "javascript" }, { "X-Forwarded-For": "'; DROP TABLE x" },
      { "Accept-Language": "x".repeat(4_000) }, { "Accept-Language": ",;q=,,;q=x" }, { "Accept-Encoding": "zip, br;q=9" }, { Range: "bytes=0-,-1" }, { "If-Modified-Since": "x" }, { "If-None-Match": "*" }, { "User-Agent": "" }, { "User-Agent": "\u00ff\u00fe" }, { "Content-Length": "0", Expect: "x" }, { Purpose: "prefetch" }, { Accept: "x" }, { Referer: "javascript:x" }, { "X-Remix-Reload-Document": "1" }, { "Last-Event-ID": "x" },
    ];
    for (const cookie of planted) for (const address of ["/", "/sign-in", "/new-password", "/_root.data"]) judge(`${address} with ${cookie.slice(0, 40)}`, await send(system.url, address, { cookie }));
    for (const one of headers) {
      for (const address of ["/sign-in", "/", "/assets/x", "/l/bcdfghj2"]) {
        const answer = await send(system.url, address, { headers: one, cookie: system.cookies.employee });
        if (address.startsWith("/l/") ? answer.status >= 500 : true) judge(`${address} with ${JSON.stringify(one).slice(0, 60)}`, address.startsWith("/l/") ? { ...answer, headers: {} } : answer);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("that is not even a request leaves the process healthy", async () => {
    const { hostname, port } = new URL(system.url);
    const raw = ["\0\0\0\0\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG", `POST /sign-in HTTP/1.1\r\nHost: x\r\nOrigin: ${system.url}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`, "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", `GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`];
    for (const text of raw) {
      const answer = await new Promise<string>((resolve) => {
        let heard = "";
        const socket = net.connect(Number(port), hostname, () => socket.end(text));
        socket.on("data", (chunk) => (heard += chunk.toString("latin1")));
        socket.on("close", () => resolve(heard));
        socket.on("error", () => resolve(heard));
        socket.setTimeout(5_000, () => socket.destroy());
      });
      expect(answer, JSON.stringify(text.slice(0, 60))).not.toMatch(/^HTTP\/1\.1 5\d\d/);
    }
    expect((await send(system.url, "/healthz")).status).toBe(200);
    expect(system.complaints()).toEqual([]);
  });
});
