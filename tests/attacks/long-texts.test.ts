import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countGraphemes, splitGraphemes } from "~/domain/shares/networks/counting";
import { networks } from "~/domain/shares/networks/all";
import { hostileTexts } from "./support/hostile-texts";

const piece = fc.constantFrom("a", " ", "\r\n", "e\u0301", "\u{1F1EE}\u{1F1F9}", "\u{1F1EE}", "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}", "\u{1F44D}\u{1F3FD}", "\u0915\u094D\u0937", "\u1112\u1161\u11AB", "\u0301".repeat(40), "\ud83d", "\u200d", ...hostileTexts.slice(-60));

describe("a very long text", () => {
  it("is split into the same characters as when it is read as a whole", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const text = pieces.join("");
        const whole = Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text), ({ segment }) => segment);
        expect(splitGraphemes(text)).toEqual(whole);
      }),
    );
    // One character longer than any window.
    expect(countGraphemes(`a${"\u0301".repeat(3_000)}b`)).toBe(2);
  });

  // As long as a form lets it be; before, one of them held a process for many seconds.
  it.each(["y", "y ", "a.it ", "http://a.it/ ", "\u{1F600}", "\u0451. ", "@a #b ", "\u0301"])("made of %j is counted by every network without holding up the others", (unit) => {
    const text = unit.repeat(90_000 / unit.length);
    const counts = Object.values(networks).map((network) => network.count(text));
    expect(counts.every(({ used, limit }) => used <= limit)).toBe(false);
  });
});
