import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DisclosureOptions, ensureDisclosure } from "~/domain/shares/disclosure";
import { isWordless, NEAR_COPY, normaliseWording, similarity } from "~/domain/shares/wording";
import { wordingHash } from "~/domain/shares/wording.server";
import { anyText } from "./texts";

const link = "https://aurora.example/s/k7wq3mzb";
const disclosure: DisclosureOptions = { companyName: "Aurora Bakeries", shortName: "Aurora", language: "en" };
const normal = (text: string, options = disclosure) => normaliseWording(text, { link, disclosure: options });
const hash = (text: string) => wordingHash(normal(text));

const original = "I never met the miller until this spring. He knows every field by name.";

describe("comparison form of a text", () => {
  it("holds the words alone", () => {
    expect(normal(`I work at Aurora. ${original} #rye ${link}`)).toBe(
      skeletonOf("i never met the miller until this spring he knows every field by name"),
    );
  });

  it.each([
    ["another disclosure", `My team at Aurora, ${original}`],
    ["two disclosures", `I work at Aurora. I work for Aurora Bakeries. ${original}`],
    ["a disclosure with invisible characters", `I work at Aurora. I wo\u200brk at Au\u00adrora. ${original}`],
    ["another link", `${original} https://aurora.example/s/zzzzzzzz`],
    ["a link in full-width letters", `${original} ｈｔｔｐｓ：／／aurora.example/x`],
    ["hashtags anywhere", `#bread ${original} #rye #Turin`],
    ["full-width hashtags", `${original} ＃rye`],
    ["case", original.toUpperCase()],
    ["emoji", `🥐${original.replaceAll(" ", " 🌾 ")}🇮🇹👨‍👩‍👧‍👦`],
    ["punctuation", original.replaceAll(".", "!!!").replace(" the", ", “the")],
    ["blanks and lines", original.replaceAll(" ", "\u00a0\n\u3000")],
    ["spaced-out letters", [...original].join(" ")],
    ["zero-width characters", [...original].join("\u200b")],
    ["soft hyphens and variation selectors", [...original].join("\u00ad\ufe0f")],
    ["bidi controls", `\u202d${original}\u202c`],
    ["accents", original.replaceAll("e", "é")],
    ["decomposed accents", original.replaceAll("e", "e\u0301\u0302")],
    ["struck-out letters", [...original].join("\u0336")],
    ["Cyrillic look-alikes", original.replaceAll("e", "е").replaceAll("o", "о").replaceAll("a", "а").replaceAll("p", "р")],
    ["Greek look-alikes", original.replaceAll("o", "ο").replaceAll("v", "ν")],
    ["mathematical bold", original.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97))],
    ["full-width letters", original.replace(/[a-z]/g, (letter) => String.fromCodePoint(0xff41 + letter.charCodeAt(0) - 97))],
    ["control characters and half surrogates", `\u0000${original}\ud800`],
  ])("is the same with %s", (_difference, text) => {
    expect(hash(text)).toBe(hash(original));
  });

  it.each(["I never met the miller until this summer. He knows every field by name.", "He knows every field by name.", "Я никогда не встречала мельника."])(
    "differs for other words: %s",
    (text) => {
      expect(hash(text)).not.toBe(hash(original));
    },
  );

  it("tells real words of one script apart", () => {
    const words = ["мука", "муки", "хлеб", "рожь", "пекарня", "мельник", "поле", "полё", "αλεύρι", "ψωμί", "ברד", "パン", "パンツ", "हिंदी", "हद"];
    const forms = words.map((word) => normal(word));
    // "поле" and "полё" are one on purpose: people leave the dots out.
    expect(new Set(forms).size).toBe(words.length - 1);
    expect(forms).not.toContain("");
  });

  it.each(["", " ", "🥐🥐", "...", link, `#rye ${link}`, `I work at Aurora. ${link}`, "I work at Aurora! #rye 🥐", "\u200b\u3164"])(
    "is wordless for %j, and all of these are the same text",
    (text) => {
      expect(isWordless(normal(text))).toBe(true);
      expect(hash(text)).toBe(hash(""));
    },
  );

  it("does not depend on how the disclosure got there", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normal(ensureDisclosure(text, disclosure))).toBe(normal(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it("of itself is itself", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseWording(text);
        expect(normaliseWording(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is quick on a hostile text", () => {
    const started = performance.now();
    normal("I work at Aurora. ".repeat(3_000) + "https://".repeat(2_000) + "#".repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("similarity", () => {
  it("is PostgreSQL's: the example of pg_trgm", () => {
    // SELECT similarity('word', 'two words') = 0.363636 (PostgreSQL documentation, pg_trgm).
    expect(similarity("word", "two words")).toBeCloseTo(4 / 11, 6);
  });

  it("finds a near copy and leaves own words alone", () => {
    const near = "I never met the miller until this spring. He really knows every field by name.";
    const own = "If you ever asked me where our flour comes from, here is the story of a man and his fields.";
    expect(similarity(normal(original), normal(near))).toBeGreaterThanOrEqual(NEAR_COPY);
    expect(similarity(normal(original), normal(own))).toBeLessThan(0.4);
  });

  it("is symmetric, between 0 and 1, and 1 for the same text", () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [first, second] = [normaliseWording(one), normaliseWording(other)];
        const value = similarity(first, second);
        expect(value).toBe(similarity(second, first));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(first, first)).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});

/** The expected words in the comparison form's own letters ("v" and "y" keep theirs; nothing here is replaced). */
function skeletonOf(words: string): string {
  return words;
}
