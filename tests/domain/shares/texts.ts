import fc from "fast-check";

export const languages = ["en", "it", "ro", "ru"] as const;

const pieces = [
  "bread", "Pâine bună", "хлеб", "パン", "שלום", "مرحبا", "🥐", "👨‍👩‍👧‍👦", "🇮🇹", "👍🏽", "1️⃣", "e\u0301", "\u200b", "\u202e", "\u2066",
  "\u200d", "\ufe0f", "\n", "\n\n\n", "\r\n", "\t", " ", "#tag", "@me@example.social", "https://example.com/a?b=c#d", "I work at Aurora", "not",
  "Not.", "I do not work at Aurora", "Lavoro in Aurora", "Lucrez la Aurora", "Я работаю в Aurora", "Aurora", "'s competitor", "?", "!", ".", ",",
  "\ud800", "\u0000", "\u0336", "ﬁ", "Ａ", "İ", "ß", "&", "%", "<b>", "…", "\u2028",
];

/** Texts that people and attackers write, and random ones. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(" ", "", "\n", ", ")), { maxLength: 20 }).map((parts) => parts.flat().join("")),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
);
