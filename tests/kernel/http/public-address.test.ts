import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findDestination, publicInternetOnly, type FetchPolicy } from "~/kernel/http/destination.server";
import { isPublicAddress } from "~/kernel/http/public-address";

/** Every name resolves to a public address here, so that only what stands in the address itself can refuse it. */
const everyNameIsPublic: FetchPolicy = { ...publicInternetOnly, resolve: async () => ["93.184.215.14"] };

const refusalOf = (address: string, policy: FetchPolicy = everyNameIsPublic) =>
  findDestination(address, policy).then(
    ({ addresses }) => `let through to ${addresses.join()}`,
    (error: { reason?: string }) => error.reason,
  );

const inside = [
  // The usual ones
  "http://127.0.0.1/", "http://127.0.0.1:80/", "https://127.1.2.3/", "http://10.0.0.1/", "http://10.255.255.255/",
  "http://172.16.0.1/", "http://172.31.255.254/", "http://192.168.0.1/", "http://192.168.255.255/", "http://0.0.0.0/",
  "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://100.100.100.200/", "http://168.63.129.16/",
  "http://192.0.0.192/", "http://192.0.2.1/", "http://198.18.0.1/", "http://198.51.100.7/", "http://203.0.113.9/",
  "http://192.88.99.1/", "http://224.0.0.1/", "http://239.255.255.250/", "http://240.0.0.1/", "http://255.255.255.255/",
  // Written otherwise: decimal, octal, hexadecimal, short, mixed
  "http://2130706433/", "http://017700000001/", "http://0x7f000001/", "http://0x7F.1/", "http://127.1/", "http://127.0.1/",
  "http://0177.0.0.1/", "http://0x7f.0x0.0x0.0x1/", "http://0/", "http://0x0/", "http://00000000177.1/", "http://3232235521/",
  "http://0xc0a80001/", "http://0xa9fea9fe/", "http://2852039166/", "http://169.254.43518/", "http://0251.0376.0251.0376/",
  // Dots, digits and letters of other scripts; percent signs; white space and tabs that browsers drop
  "http://127.0.0.1./", "http://127。0。0。1/", "http://127．0．0．1/", "http://１２７.０.０.１/", "http://①②⑦.⓪.⓪.①/",
  "http://%31%32%37.0.0.1/", "http://127.0.0.1%2e/", "  http://127.0.0.1/", "http://12\t7.0.0.1/", "http:\\\\127.0.0.1\\",
  "http:127.0.0.1/", "http:/127.0.0.1/", "http:///127.0.0.1/", "HTTP://127.0.0.1",
  // IPv6
  "http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
  "http://[::ffff:a9fe:a9fe]/", "http://[::127.0.0.1]/", "http://[::ffff:0:127.0.0.1]/", "http://[fe80::1]/", "http://[fec0::1]/",
  "http://[fc00::1]/", "http://[fd00:ec2::254]/", "http://[ff02::1]/", "http://[100::1]/", "http://[64:ff9b::7f00:1]/",
  "http://[64:ff9b::169.254.169.254]/", "http://[64:ff9b:1::a00:1]/", "http://[2002:7f00:1::]/", "http://[2002:a9fe:a9fe::1]/",
  "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", "http://[2001:db8::1]/", "http://[3fff::1]/", "http://[5f00::1]/",
  "http://[2606:4700::5efe:127.0.0.1]/", "http://[2606:4700::200:5efe:a00:1]/", "http://[4000::1]/",
  // Names that only mean something inside
  "http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://ⓛocalhost/", "http://intranet/", "http://router/",
  "http://metadata.google.internal/", "http://printer.local/", "http://nas.lan/", "http://nas.home.arpa/", "http://dc01.corp/",
  "http://host.docker.internal/", "http://kubernetes.default.svc.cluster.local/", "http://1.0.0.127.in-addr.arpa/",
];

const malformed = [
  "", "   ", "not an address", "//127.0.0.1/", "http://", "http://[::1", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/",
  "http://256.256.256.256/", "http://1.2.3.4.5/", "http://0x100000000/", "http://user@example.com/", "http://:secret@example.com/",
  "http://example.com@127.0.0.1/", "http://127.0.0.1:80@example.com/", "http://exa mple.com/", "http://example.com:99999/",
];

describe("addresses that lead inside", () => {
  it.each(inside)("%j is refused", async (address) => {
    expect(await refusalOf(address)).toBe("address");
  });

  it("are many", () => {
    expect(new Set([...inside, ...malformed]).size).toBeGreaterThan(100);
  });

  it.each(malformed)("%j is no web address", async (address) => {
    expect(await refusalOf(address)).toBe("malformed");
  });

  it.each([
    "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "javascript:alert(1)", "data:text/html,x",
    "ws://example.com/", "blob:http://example.com/x", "view-source:http://example.com/",
  ])("%j is another scheme", async (address) => {
    expect(await refusalOf(address)).toBe("scheme");
  });

  it.each(["http://example.com:22/", "http://example.com:8080/", "https://example.com:6379/", "http://93.184.215.14:5432/"])(
    "%j names another port",
    async (address) => {
      expect(await refusalOf(address)).toBe("port");
    },
  );
});

describe("addresses outside", () => {
  it.each([
    ["http://example.com/", 80], ["https://example.com./a?b#c", 443], ["https://пример.рф/", 443], ["http://example.com:443/", 443],
    ["http://8.8.8.8/", 80], ["http://134744072/", 80], ["https://[2606:4700:4700::1111]/", 443],
  ])("%j is let through", async (address, port) => {
    expect(await findDestination(address, everyNameIsPublic)).toMatchObject({ port });
  });

  it("drops the fragment", async () => {
    const { url } = await findDestination("https://example.com/a?b#c", everyNameIsPublic);
    expect(url.href).toBe("https://example.com/a?b");
  });
});

describe("names", () => {
  const resolvingTo = (...addresses: string[]): FetchPolicy => ({ ...publicInternetOnly, resolve: async () => addresses });

  it.each([
    ["127.0.0.1"], ["::1"], ["169.254.169.254"], ["10.1.2.3"], ["::ffff:10.1.2.3"], ["fe80::1%eth0"], ["64:ff9b::a00:1"],
    ["93.184.215.14", "127.0.0.1"], ["127.0.0.1", "93.184.215.14"], ["2606:4700:4700::1111", "fd00::1"], ["nonsense"],
  ])("that resolve to %s %s are refused", async (...addresses) => {
    expect(await refusalOf("http://innocent.example.com/", resolvingTo(...addresses))).toBe("address");
  });

  it("without an address, or without an answer, can't be reached", async () => {
    const failing = { ...publicInternetOnly, resolve: () => Promise.reject(new Error("ENOTFOUND")) };
    expect(await refusalOf("http://gone.example.com/", resolvingTo())).toBe("unreachable");
    expect(await refusalOf("http://gone.example.com/", failing)).toBe("unreachable");
  });

  it("are let through to an allowed address on its own port only", async () => {
    const policy = { ...resolvingTo("127.0.0.1"), allowed: new Set(["127.0.0.1:4000"]) };
    expect(await refusalOf("http://stand-in.example.com:4000/", policy)).toBe("let through to 127.0.0.1");
    expect(await refusalOf("http://stand-in.example.com:4001/", policy)).toBe("address");
    const mixed = { ...resolvingTo("127.0.0.1", "10.0.0.1"), allowed: policy.allowed };
    expect(await refusalOf("http://stand-in.example.com:4000/", mixed)).toBe("address");
  });
});

describe("for any address", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const privateV4 = fc.oneof(
    fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    fc.tuple(fc.constantFrom(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
    fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
  );
  const numberOf = ([a, b, c, d]: readonly number[]) => (((a! * 256 + b!) * 256 + c!) * 256 + d!);
  const writtenAs: ((parts: readonly number[]) => string)[] = [
    (parts) => parts.join("."),
    (parts) => `${parts.join(".")}.`,
    (parts) => String(numberOf(parts)),
    (parts) => `0x${numberOf(parts).toString(16)}`,
    (parts) => `0${numberOf(parts).toString(8)}`,
    (parts) => parts.map((part) => `0x${part.toString(16)}`).join("."),
    (parts) => parts.map((part) => `0${part.toString(8)}`).join("."),
    ([a, b, c, d]) => `${a}.${b}.${c! * 256 + d!}`,
    ([a, b, c, d]) => `${a}.${(b! * 256 + c!) * 256 + d!}`,
    (parts) => parts.join("。"),
    (parts) => `[::ffff:${parts.join(".")}]`,
    (parts) => `[::${parts.join(".")}]`,
    (parts) => `[64:ff9b::${parts.join(".")}]`,
    (parts) => `[2002:${numberOf(parts).toString(16).padStart(8, "0").replace(/(.{4})/, "$1:")}::1]`,
  ];

  it("no way of writing a private IPv4 address gets through", async () => {
    await fc.assert(
      fc.asyncProperty(privateV4, fc.constantFrom(...writtenAs), fc.constantFrom("http", "https"), async (parts, write, scheme) => {
        expect(await refusalOf(`${scheme}://${write(parts)}/path`)).toBe("address");
      }),
      { numRuns: 1_000 },
    );
  });

  it("no IPv6 address outside 2000::/3 is public", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(group, fc.array(group, { minLength: 7, maxLength: 7 }), (first, rest) => {
        fc.pre(first < 0x2000 || first > 0x3fff);
        expect(isPublicAddress([first, ...rest].map((part) => part.toString(16)).join(":"))).toBe(false);
      }),
    );
  });

  it("whatever is typed, the answer is a checked destination or a reason", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((text) => `http://${text}`)), async (text) => {
        const outcome = await refusalOf(text);
        if (!["malformed", "address", "scheme", "port"].includes(String(outcome))) {
          const { addresses } = await findDestination(text, everyNameIsPublic);
          expect(addresses.every(isPublicAddress)).toBe(true);
        }
      }),
    );
  });
});
