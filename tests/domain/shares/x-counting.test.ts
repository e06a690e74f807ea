import fc from "fast-check";
import twitter from "twitter-text";
import { describe, expect, it } from "vitest";
import { countWeighted } from "~/domain/shares/networks/x-counting";
import { topLevelDomains } from "~/domain/shares/networks/x-top-level-domains";

const weighted = (text: string) => twitter.parseTweet(text).weightedLength;

const emoji = [
  "👍", "🥐", "❤️", "☕", "☺️", "👍🏽", "🙋🏽", "👨‍🎤", "👩🏾‍🍳", "👨‍👩‍👧‍👦", "👩‍❤️‍💋‍👨", "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇮🇹", "🇷🇴", "🇲🇩",
  "1️⃣", "#️⃣", "©️", "™️", "⌚", "⌚︎", "☑︎", "♀️", "👩‍❤️‍👩", "🥯", "🇽🇽", "👍‍👍", "‍",
];
const links = [
  "https://example.com", "http://example.com/", "https://example.com/a/b?c=d&e=f#g", "example.com", "www.example.com/x",
  "https://Sub.Example.CO.UK:8080/path_(with)_(nested(ones))/", "https://t.co/AbCd1234", "https://t.co/AbCd1234/more",
  "https://t.co/aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde", "caffè.it", "https://caffè.it/è?q=1", "bread.It", "fine.Poi", "a.b.c.d",
  "end.Now", "nome@example.com", "#example.com", "@example.com", "$example.com", "-example.com", "/example.com", "x_example.com",
  "https://пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai", "https://localhost/x", "https://127.0.0.1/", "example.com.", "(example.com)",
  "https://example.invalidtld/abc", "example.com@me", "https://example.com/@me/", "https://example.com/?a=example.org", "日本語example.com",
  "example.com日本", "https://example.com,https://example.org", "https://example.com/é–x", "...example.com", "e.g.this", "3.50", "v1.2.3",
];
const words = [
  "bread", "Pâine", "хлеб", "パン", "빵", "שלום", "e\u0301", "’", "“quoted”", "…", "—", "\u2028", "\u00a0", "'", "1", ".", "/", "#tag", "@me", "\u200b", "\u202e", "𝐛𝐨𝐥𝐝",
];

describe("length on X", () => {
  it("agrees with the examples of X's documentation", () => {
    expect(countWeighted("Hello, world! 👋")).toBe(16);
    expect(countWeighted("👾🙋🏽👨‍🎤👨‍👩‍👧‍👦")).toBe(8);
    expect(countWeighted("cafe\u0301")).toBe(4);
    expect(countWeighted("https://example.com/very/long/path/indeed/longer/than/23")).toBe(23);
    expect(countWeighted("パン")).toBe(4);
  });

  it.each([...emoji, ...links, ...words])("weighs %j as X's library does", (text) => {
    for (const around of [text, `a ${text} b`, `${text}${text}`, `${text},`, `(${text})`]) {
      expect([around, countWeighted(around)]).toEqual([around, weighted(around)]);
    }
  });

  it.each(["🧑‍🤝‍🧑", "👁️‍🗨️", "🫀", "❤️‍🔥"])("weighs %j, younger than the library's list, 2 like every emoji", (text) => {
    expect(countWeighted(text)).toBe(2);
  });

  it("weighs any mixture of prose, emoji and links as X's library does", () => {
    const prose = fc.oneof(fc.constantFrom(...emoji), fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 5 }));
    const piece = fc.oneof(
      fc.tuple(prose, fc.constantFrom(" ", "\n", "", ", ", ". ")),
      // Two links run together are no link a person means; the library and we may take them apart differently.
      fc.tuple(fc.constantFrom(...links), fc.constantFrom(" ", "\n", ", ", ". ", ") ", "! ", "\u3000")),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
        const text = parts.flat().join("");
        expect(countWeighted(text)).toBe(weighted(text));
      }),
      { numRuns: 1_500 },
    );
  });

  it("knows the top-level domains of X's library and no other", () => {
    const candidates = new Set([...topLevelDomains, "invalidtld", "poi", "aurorabakery"]);
    for (const domain of candidates) {
      expect([domain, weighted(`abcdefghij-klmnopqrst.${domain}`) === 23]).toEqual([domain, topLevelDomains.has(domain)]);
    }
  });

  it("weighs a stray variation selector as X's library does, and never less", () => {
    expect(countWeighted("a\uFE0F")).toBe(weighted("a\uFE0F"));
    expect(countWeighted("👍\uFE0F")).toBe(weighted("👍\uFE0F"));
    expect(countWeighted("⌚\uFE0F")).toBeGreaterThanOrEqual(weighted("⌚\uFE0F"));
  });

  it("stays quick on a long text without spaces", () => {
    const started = performance.now();
    countWeighted("パン".repeat(5_000) + "a.b".repeat(1_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
