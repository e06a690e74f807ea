import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dealCaptions } from "~/domain/shares/dealing";
import type { DisclosureOptions } from "~/domain/shares/disclosure";
import { networks } from "~/domain/shares/networks/all";
import { composeShareText } from "~/domain/shares/share-text";
import { normaliseWording } from "~/domain/shares/wording";
import { wordingHash } from "~/domain/shares/wording.server";

const caption = (id: string, uses = 0, wording = id) => ({ id, uses, wordingHash: wordingHash(wording) });
const people = Array.from({ length: 200 }, (_, index) => `person-${index}`);

describe("dealing captions", () => {
  it("deals the least used first", () => {
    const dealt = dealCaptions([caption("a", 3), caption("b", 0), caption("c", 1)], "giulia", new Set());
    expect(dealt.map(({ id }) => id)).toEqual(["b", "c", "a"]);
  });

  it("leaves out what is taken and what is there twice", () => {
    const twin = { ...caption("twin"), wordingHash: caption("b").wordingHash };
    const dealt = dealCaptions([caption("a"), caption("b"), twin], "giulia", new Set([caption("a").wordingHash]));
    expect(dealt).toHaveLength(1);
    expect(dealCaptions([caption("a")], "giulia", new Set([caption("a").wordingHash]))).toEqual([]);
  });

  it("shows one person the same order again, whatever order the captions come in", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.uuid(), uses: fc.nat(3) }), { selector: ({ id }) => id, maxLength: 12 }),
        fc.uuid(),
        (rows, person) => {
          const captions = rows.map(({ id, uses }) => caption(id, uses));
          const dealt = dealCaptions(captions, person, new Set());
          expect(dealCaptions([...captions].reverse(), person, new Set())).toEqual(dealt);
          expect(dealt).toHaveLength(captions.length);
          dealt.slice(1).forEach((each, index) => expect(each.uses).toBeGreaterThanOrEqual(dealt[index]?.uses ?? 0));
        },
      ),
    );
  });

  it("spreads people who open a post at the same moment evenly over its captions", () => {
    const captions = ["a", "b", "c", "d"].map((id) => caption(id));
    const first = new Map<string, number>();
    for (const person of people) {
      const id = dealCaptions(captions, person, new Set())[0]?.id ?? "";
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    expect(first.size).toBe(4);
    // 50 each expected; 4 standard deviations of a binomial (200, 1/4) are about 24.
    for (const count of first.values()) expect(Math.abs(count - 50)).toBeLessThan(24);
  });
});

describe("200 people share one post", () => {
  const disclosure: DisclosureOptions = { companyName: "Aurora Bakeries", shortName: "Aurora", language: "en" };
  const captions = [
    "What I tell customers who ask about our flour.",
    "Did you know the mill still runs on the river?",
    "A short film about people I buy from every day.",
  ];

  it.each(["linkedin", "x", "reddit"] as const)("on %s: no two texts are the same, and nobody gets a taken one", (id) => {
    const network = networks[id];
    const texts: string[] = [];
    const taken = new Set<string>();
    const uses = captions.map(() => 0);
    const formOf = (text: string, link: string) => wordingHash(normaliseWording(text, { link, disclosure }));

    people.forEach((person, index) => {
      const link = `https://aurora.example/s/${String(index).padStart(8, "2")}`;
      const offered = dealCaptions(
        captions.map((text, at) => ({ id: String(at), uses: uses[at] ?? 0, wordingHash: formOf(text, link) })),
        person,
        taken,
      );
      // A third change nothing; the others put a word of their own in. When no caption is left, people write.
      const at = Number(offered[0]?.id ?? -1);
      const start = at === -1 ? `My year ${index} with the miller.` : (captions[at] ?? "");
      const words = at !== -1 && index % 3 === 0 ? start : `${start} Ask me about day ${index}.`;
      const text = composeShareText({ words, disclosure, link, network, hashtags: ["rye"] });
      const form = formOf(text, link);
      expect(taken.has(form)).toBe(false);
      taken.add(form);
      if (at !== -1) uses[at] = (uses[at] ?? 0) + 1;
      texts.push(text);
    });

    expect(new Set(texts).size).toBe(200);
    expect(taken.size).toBe(200);
  });
});
