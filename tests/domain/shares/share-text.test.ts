import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DisclosureOptions, hasDisclosureInPlace } from "~/domain/shares/disclosure";
import { networks } from "~/domain/shares/networks/all";
import { networkIds } from "~/domain/shares/networks/network";
import { composeShareText, parseHashtags } from "~/domain/shares/share-text";
import { anyText, languages } from "./texts";

const link = "https://aurora.example/s/k7wq3mzb";
const disclosure: DisclosureOptions = { companyName: "Aurora Bakeries", shortName: "Aurora", language: "en" };
const compose = (id: (typeof networkIds)[number], words: string, hashtags: string[] = []) =>
  composeShareText({ words, disclosure, link, network: networks[id], hashtags });

describe("the text handed over", () => {
  it("has disclosure, words, hashtags and link where the network wants them", () => {
    expect(compose("linkedin", "Rye is back.", ["rye"])).toBe("I work at Aurora. Rye is back.\n\n#rye");
    expect(compose("x", "Rye is back.", ["rye"])).toBe(`I work at Aurora. Rye is back.\n\n#rye\n\n${link}`);
    expect(compose("instagram", "Rye is back.")).toBe("I work at Aurora. Rye is back.");
    expect(compose("reddit", "Rye\n\nis back.", ["rye"])).toBe("I work at Aurora. Rye is back. #rye");
  });

  it("repeats neither link nor hashtag nor disclosure", () => {
    const own = `We at Aurora bake with #Rye: ${link}`;
    expect(compose("bluesky", own, ["rye"])).toBe(own);
  });

  it("takes what forms and clipboards bring", () => {
    expect(compose("linkedin", "  I work at Aurora.\r\nRye\u0000 is back\ud800 ")).toBe("I work at Aurora.\nRye is back\uFFFD");
  });

  it("reads hashtags as people type them", () => {
    expect(parseHashtags("rye, #Bread; soda-water ＃Pâine #rye #1 🥐")).toEqual(["rye", "Bread", "sodawater", "Pâine"]);
  });

  it("keeps promise 5 for any words on every network, composes itself to itself, and counts", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...networkIds), fc.constantFrom(...languages), (words, id, language) => {
        const network = networks[id];
        const options = { ...disclosure, language };
        const input = { disclosure: options, link, network, hashtags: ["rye", "bread"] };
        const text = composeShareText({ ...input, words });
        expect(hasDisclosureInPlace(text, options)).toBe(true);
        expect(composeShareText({ ...input, words: text })).toBe(text);
        expect(text.includes(link) || network.linkPlacement !== "in-text").toBe(true);
        const count = network.count(text);
        expect(count.over).toBe(count.used > count.limit);
        if (count.over) expect(count.problem).toBe("too_long");
        const address = network.composeShareUrl({ text, url: link, title: "The mill", server: "mastodon.social" });
        if (address !== null) expect(new URL(address).href.length).toBeGreaterThan(0);
      }),
      { numRuns: 800 },
    );
  });
});
