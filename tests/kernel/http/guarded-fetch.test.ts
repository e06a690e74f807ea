import { createServer as createTlsServer } from "node:https";
import { once } from "node:events";
import type http from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";

import { FetchRefused } from "~/kernel/http/fetch-refused";
import { guardedFetch, type GuardedFetchOptions } from "~/kernel/http/guarded-fetch.server";
import { selfSigned } from "../../support/self-signed";
import { startRawStandIn, startStandIn, type StandIn } from "../../support/stand-in";

const open: StandIn[] = [];

async function standIn(answer: http.RequestListener): Promise<StandIn> {
  const started = await startStandIn(answer);
  open.push(started);
  return started;
}

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** The reason of the refusal, or "taken". Anything that is thrown and no refusal fails the test. */
async function outcome(address: string, options: GuardedFetchOptions): Promise<string> {
  try {
    await guardedFetch(address, options);
    return "taken";
  } catch (error) {
    expect(error).toBeInstanceOf(FetchRefused);
    return (error as FetchRefused).reason;
  }
}

const html = (body: string | Buffer, headers: http.OutgoingHttpHeaders = {}): http.RequestListener =>
  (_request, response) => void response.writeHead(200, { "content-type": "text/html", ...headers }).end(body);

describe("an honest site", () => {
  it("is read with its type and charset, and told who asks and nothing more", async () => {
    let asked: http.IncomingHttpHeaders = {};
    const { origin, policy } = await standIn((request, response) => {
      asked = request.headers;
      response.writeHead(200, { "content-type": 'Text/HTML; Charset="ISO-8859-2"', "set-cookie": "a=b" }).end("hello");
    });
    const answer = await guardedFetch(`${origin}/page?q=1#part`, { policy, accept: ["text/html"], headers: { "x-own": "1" } });
    expect(answer).toMatchObject({ url: `${origin}/page?q=1`, status: 200, contentType: "text/html", charset: "iso-8859-2" });
    expect(answer.body.toString()).toBe("hello");
    expect(Object.keys(asked).sort()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent", "x-own"]);
    expect(asked).toMatchObject({ "user-agent": "Vouch (link preview)", connection: "close", accept: "text/html" });
  });

  it.each([
    ["gzip", gzipSync], ["x-gzip", gzipSync], ["deflate", deflateSync], ["deflate", deflateRawSync], ["br", brotliCompressSync],
  ] as const)("may pack its answer as %s", async (encoding, pack) => {
    const text = "Grüße ".repeat(500);
    const { origin, policy } = await standIn(html(pack(Buffer.from(text)), { "content-encoding": encoding }));
    expect((await guardedFetch(origin, { policy })).body.toString()).toBe(text);
  });

  it("may be empty", async () => {
    const { origin, policy } = await standIn((_request, response) => void response.writeHead(204, { "content-encoding": "deflate" }).end());
    expect((await guardedFetch(origin, { policy })).body).toHaveLength(0);
  });

  it("may redirect, also relatively and in its own script; our headers stay with the first origin", async () => {
    const seen: (string | undefined)[] = [];
    const other = await standIn((request, response) => {
      seen.push(request.headers["x-own"] as string | undefined);
      html("there")(request, response as never);
    });
    const first = await standIn((request, response) => {
      seen.push(request.headers["x-own"] as string | undefined);
      if (request.url === "/") response.writeHead(302, { location: Buffer.from("новости", "utf8").toString("latin1") }).end();
      else response.writeHead(308, { location: `${other.origin}/end` }).end();
    });
    const policy = { ...first.policy, allowed: new Set([...first.policy.allowed, ...other.policy.allowed]) };
    const answer = await guardedFetch(first.origin, { policy, headers: { "x-own": "1" } });
    expect(answer.url).toBe(`${other.origin}/end`);
    expect(seen).toEqual(["1", "1", undefined]);
  });
});

describe("a redirect", () => {
  it.each([
    "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://2130706433/", "//10.0.0.1/",
    "http://localhost/", "http://[::ffff:169.254.169.254]/", "http://metadata.google.internal/",
  ])("to %s is refused", async (location) => {
    const { origin, policy } = await standIn((_request, response) => void response.writeHead(302, { location }).end());
    expect(await outcome(origin, { policy })).toBe("address");
  });

  it.each([
    ["file:///etc/passwd", "scheme"], ["gopher://example.com/", "scheme"], ["http://user:secret@example.com/", "malformed"],
    ["", "redirects"], ["http://[", "redirects"],
  ])("to %j is refused as %s", async (location, reason) => {
    const { origin, policy } = await standIn((_request, response) => void response.writeHead(301, { location }).end());
    expect(await outcome(origin, { policy })).toBe(reason);
  });

  it("never opens a connection inside: the other server on loopback is not touched", async () => {
    const secret = await standIn(html("secret"));
    const { origin, policy } = await standIn((_request, response) => void response.writeHead(302, { location: secret.origin }).end());
    expect(await outcome(origin, { policy })).toBe("address");
    expect(secret.connections()).toBe(0);
  });

  it("in circles ends", async () => {
    const { origin, policy, connections } = await standIn((_request, response) => void response.writeHead(302, { location: "/" }).end());
    expect(await outcome(origin, { policy, maxRedirects: 3 })).toBe("redirects");
    expect(connections()).toBe(4);
  });
});

describe("a name server that changes its mind", () => {
  it("is asked once per hop, and what it said first is connected to", async () => {
    const { port, policy } = await standIn(html("pinned"));
    const answers = [["127.0.0.1"], ["169.254.169.254"]];
    let asked = 0;
    const rebinding = { ...policy, resolve: async () => answers[asked++] ?? [] };
    // The name exists nowhere: had anything but the checked answer been used, there would be no connection.
    const answer = await guardedFetch(`http://rebind.example.com:${port}/`, { policy: rebinding });
    expect(answer.body.toString()).toBe("pinned");
    expect(asked).toBe(1);
  });

  it("is refused when it changes between two hops", async () => {
    const { port, policy, connections } = await standIn((_request, response) => void response.writeHead(302, { location: "/again" }).end());
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    let asked = 0;
    const rebinding = { ...policy, resolve: async () => answers[asked++] ?? [] };
    expect(await outcome(`http://rebind.example.com:${port}/`, { policy: rebinding })).toBe("address");
    expect(connections()).toBe(1);
  });

  it("is not waited for beyond the deadline", async () => {
    const never = { allowed: new Set<string>(), resolve: () => new Promise<string[]>(() => {}) };
    expect(await outcome("http://slow.example.com/", { policy: never, timeoutMs: 50 })).toBe("timeout");
  });
});

describe("a slow site", () => {
  it("that accepts and says nothing is left", async () => {
    const { origin, policy } = await standIn(() => {});
    expect(await outcome(origin, { policy, timeoutMs: 100 })).toBe("timeout");
  });

  const drip = (start: string, piece: string) =>
    startRawStandIn((socket) => {
      socket.write(start);
      const timer = setInterval(() => socket.write(piece), 5);
      socket.on("close", () => clearInterval(timer));
    }).then((started) => (open.push(started), started));

  it.each([
    ["headers", "HTTP/1.1 200 OK\r\n", "x: y\r\n"],
    ["its status line", "HTTP/1.1 20", "0"],
    ["interim answers", "HTTP/1.1 103 Early Hints\r\n\r\n", "HTTP/1.1 103 Early Hints\r\n\r\n"],
    ["its body", "HTTP/1.1 200 OK\r\ncontent-length: 900000\r\n\r\n", "x"],
    ["chunks", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", "1\r\nx\r\n"],
  ])("that drips %s is left at the deadline, not kept alive by each drop", async (_what, start, piece) => {
    const { origin, policy } = await drip(start, piece);
    const before = performance.now();
    expect(["timeout", "unreachable"]).toContain(await outcome(origin, { policy, timeoutMs: 200 }));
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it("has one deadline for all of its redirects together", async () => {
    const { origin, policy } = await standIn((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: "/" }).end(), 40);
    });
    expect(await outcome(origin, { policy, timeoutMs: 150, maxRedirects: 1_000 })).toBe("timeout");
  });

  it("is not waited for once enough is there", async () => {
    const { origin, policy } = await standIn((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).write("<head></head>");
    });
    const answer = await guardedFetch(origin, { policy, isEnough: (chunk) => chunk.includes("</head>") });
    expect(answer.body.toString()).toBe("<head></head>");
  });
});

describe("too much", () => {
  const endless: http.RequestListener = (_request, response) => {
    const piece = Buffer.alloc(64 * 1024, "x");
    const write = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.writeHead(200, { "content-type": "text/html" }).on("drain", write);
    write();
  };

  it("body without end is refused at the cap, or cut there when asked", async () => {
    const { origin, policy } = await standIn(endless);
    expect(await outcome(origin, { policy, maxBytes: 100_000 })).toBe("too-large");
    const cut = await guardedFetch(origin, { policy, maxBytes: 100_000, beyond: "cut" });
    expect(cut.body).toHaveLength(100_000);
  });

  it("announced body is refused before it is read", async () => {
    const { origin, policy } = await standIn((_request, response) => {
      response.writeHead(200, { "content-length": 10_000_000_000 }).flushHeaders();
    });
    expect(await outcome(origin, { policy, maxBytes: 1_000 })).toBe("too-large");
  });

  it.each([["gzip", gzipSync], ["br", brotliCompressSync], ["deflate", deflateSync]] as const)(
    "hidden in a %s archive is refused while it unpacks",
    async (encoding, pack) => {
      const bomb = pack(Buffer.alloc(30 * 1024 * 1024));
      expect(bomb.length).toBeLessThan(64 * 1024);
      const { origin, policy } = await standIn(html(bomb, { "content-encoding": encoding }));
      expect(await outcome(origin, { policy, maxBytes: 1_000_000 })).toBe("too-large");
      expect((await guardedFetch(origin, { policy, maxBytes: 1_000, beyond: "cut" })).body).toHaveLength(1_000);
    },
  );

  it("travelling for an archive that unpacks to nothing is stopped", async () => {
    const nothing = Buffer.concat(Array.from({ length: 20_000 }, () => gzipSync("")));
    const { origin, policy } = await standIn(html(nothing, { "content-encoding": "gzip" }));
    expect(await outcome(origin, { policy, maxBytes: 1_000, beyond: "cut" })).toBe("too-large");
  });

  it.each([["one huge header", { "x-huge": "x".repeat(20_000) }], ["many headers", Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`x-${i}`, "x".repeat(20)]))]])(
    "in %s is refused",
    async (_what, headers) => {
      const { origin, policy } = await standIn(html("x", headers));
      expect(await outcome(origin, { policy })).toBe("too-large");
    },
  );
});

describe("an answer that is no answer", () => {
  it.each([400, 401, 403, 404, 429, 500, 503, 304, 300])("status %i is refused with the status", async (status) => {
    const { origin, policy } = await standIn((_request, response) => void response.writeHead(status).end());
    await expect(guardedFetch(origin, { policy })).rejects.toMatchObject({ reason: "status", status });
  });

  it.each(["application/pdf", "image/svg+xml", "text/html2", "", "*/*"])("type %j is refused for a page", async (type) => {
    const { origin, policy } = await standIn(html("x", { "content-type": type }));
    expect(await outcome(origin, { policy, accept: ["text/html"] })).toBe("content-type");
  });

  it("any picture is taken for image/*, and nothing else", async () => {
    const { origin, policy } = await standIn((request, response) => html("x", { "content-type": request.url?.slice(1) })(request, response as never));
    expect(await outcome(`${origin}/image/png`, { policy, accept: ["image/*"] })).toBe("taken");
    expect(await outcome(`${origin}/imagex/png`, { policy, accept: ["image/*"] })).toBe("content-type");
  });

  it.each(["gzip, gzip", "zstd", "compress"])("the encoding %s, which nobody asked for, is refused", async (encoding) => {
    const { origin, policy } = await standIn(html("x", { "content-encoding": encoding }));
    expect(await outcome(origin, { policy })).toBe("content-type");
  });

  it.each([
    ["an archive that is none", "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 5\r\n\r\nhello"],
    ["an archive that breaks off", `HTTP/1.1 200 OK\r\ncontent-encoding: deflate\r\ncontent-length: 2\r\n\r\n\x78\x9c`],
    ["a body that breaks off", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhello"],
    ["a chunk without measure", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"],
    ["another protocol", "SSH-2.0-OpenSSH_9.6\r\n"],
    ["two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nhello"],
    ["an upgrade", "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"],
    ["nothing", ""],
  ])("%s can't be read", async (_what, answer) => {
    const started = await startRawStandIn((socket) => void socket.end(Buffer.from(answer, "latin1")));
    open.push(started);
    expect(await outcome(started.origin, { policy: started.policy })).toBe("unreachable");
  });

  it("nobody there can't be reached", async () => {
    const gone = await startStandIn(() => {});
    await gone.close();
    expect(await outcome(gone.origin, { policy: gone.policy })).toBe("unreachable");
  });
});

describe("certificates", () => {
  it("that nobody vouches for are refused, also when the environment says otherwise", async () => {
    const server = createTlsServer(selfSigned, (_request, response) => void response.end("secret"));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const policy = { allowed: new Set([`127.0.0.1:${port}`]), resolve: async () => ["127.0.0.1"] };
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      expect(await outcome(`https://site.example.com:${port}/`, { policy })).toBe("tls");
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      server.close();
    }
  });

  it("plain HTTP behind https is refused", async () => {
    const { port, policy } = await standIn(html("x"));
    expect(await outcome(`https://site.example.com:${port}/`, { policy })).toBe("tls");
  });
});

describe("the environment's proxy", () => {
  it("is not used", async () => {
    const proxy = await standIn(html("proxied"));
    const { origin, policy } = await standIn(html("direct"));
    const names = ["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "NODE_USE_ENV_PROXY"];
    for (const name of names) process.env[name] = name === "NODE_USE_ENV_PROXY" ? "1" : proxy.origin;
    try {
      expect((await guardedFetch(origin, { policy })).body.toString()).toBe("direct");
      expect(proxy.connections()).toBe(0);
    } finally {
      for (const name of names) delete process.env[name];
    }
  });
});
