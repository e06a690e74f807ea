import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DISCLOSURE_REACH, type DisclosureOptions, disclosurePhrase, ensureDisclosure, findDisclosure, hasDisclosureInPlace, isDisclosure } from "~/domain/shares/disclosure";
import { networks } from "~/domain/shares/networks/all";
import { anyText, languages } from "./texts";

const aurora = (language: string, more: Partial<DisclosureOptions> = {}): DisclosureOptions => ({
  companyName: "Aurora Bakeries",
  shortName: "Aurora",
  language,
  ...more,
});

describe("natural wordings that say it", () => {
  it.each([
    ["en", "I work at Aurora, I have sold bread for nine years, and I never met the miller until this spring."],
    ["en", "i work at aurora bakeries"],
    ["en", "I’ve worked at Aurora for nine years."],
    ["en", "Hi everyone, I work for Aurora and love it"],
    ["en", "Full disclosure: I work at Aurora. Now the bread."],
    ["en", "As a baker at Aurora, I get up at three."],
    ["en", "I'm a shop lead at Aurora in Turin."],
    ["en", "My team at Aurora met the miller."],
    ["en", "My colleagues at Aurora met the miller."],
    ["en", "I'm part of the Aurora team."],
    ["en", "We at Aurora bake with rye."],
    ["en", "Here at our bakery, Aurora, rye is back."],
    ["en", "🥐 I work at Aurora 🥐"],
    ["en", "#bread #rye! I work at @Aurora."],
    ["en", "What a spring. I work at “Aurora”, and we bake."],
    ["en", "Good morning!\nI work at Aurora"],
    ["en", "For nine years I have worked at Aurora."],
    ["en", "I work at Aurora's bakery in Turin."],
    ["it", "Lavoro in Aurora e il mugnaio lo conosco."],
    ["it", "Lavoro da Aurora da nove anni."],
    ["it", "Lavoro all'Aurora, a Torino"],
    ["it", "Ciao a tutti, lavoro per Aurora."],
    ["it", "Sono una panettiera di Aurora e mi alzo alle tre."],
    ["it", "Faccio parte del team di Aurora."],
    ["it", "Il mio team in Aurora ha conosciuto il mugnaio."],
    ["it", "Da nove anni lavoro in Aurora."],
    ["ro", "Lucrez la Aurora și am cunoscut morarul."],
    ["ro", "Lucrez la brutăria Aurora."],
    ["ro", "Bună tuturor! Sunt brutar la Aurora."],
    ["ro", "Echipa mea de la Aurora a cunoscut morarul."],
    ["ro", "Sunt angajată a Aurorei, din Cluj."],
    ["ro", "Fac parte din echipa Aurora."],
    ["ru", "Я работаю в Aurora, и я видела мельника."],
    ["ru", "Работаю в пекарне «Aurora»."],
    ["ru", "Всем привет! Я работаю в компании Aurora."],
    ["ru", "Моя команда в Aurora познакомилась с мельником."],
    ["ru", "Я пекарь в Aurora."],
    ["ru", "Мы в Aurora печём ржаной хлеб."],
    ["ru", "Я сотрудница Aurora."],
  ])("%s: %s", (language, text) => {
    expect(hasDisclosureInPlace(text, aurora(language))).toBe(true);
    expect(ensureDisclosure(text, aurora(language))).toBe(text);
  });

  it.each([
    ["Я работаю в Авроре.", "ru", "Аврора"],
    ["Я из команды Авроры.", "ru", "Аврора"],
    ["Работаю в Колосе, пеку хлеб", "ru", "Колос"],
    ["Lucrez la Painea Buna.", "ro", "Pâinea Bună"],
    ["Lucrez la Pâinea Bună.", "ro", "PAINEA BUNA"],
    ["I work at Yahoo! And I like it.", "en", "Yahoo!"],
    ["I work at Aurora Inc. Come by.", "en", "Aurora Inc."],
    ["I work at 7-Eleven, on nights.", "en", "7-Eleven"],
    ["I work at C++ & Sons (Milan).", "en", "C++ & Sons"],
  ])("knows the name in %s", (text, language, companyName) => {
    expect(hasDisclosureInPlace(text, { companyName, language })).toBe(true);
  });
});

describe("texts that do not say it", () => {
  it.each([
    ["en", ""],
    ["en", "Read how our flour is made."],
    ["en", "Aurora bakes the best bread."],
    ["en", "I love working with bread. Aurora rocks."],
    ["en", "I do not work at Aurora"],
    ["en", "I don't work at Aurora."],
    ["en", "I never worked at Aurora."],
    ["en", "I used to work at Aurora."],
    ["en", "I wish I work at Aurora."],
    ["en", "If I work at Aurora, so what."],
    ["en", "Nobody says I work at Aurora."],
    ["en", "I work at Aurora?"],
    ["en", "I work at Aurora, not."],
    ["en", "I work at Aurora – just kidding."],
    ["en", "I work at Aurora no more"],
    ["en", "I work at Aurora's competitor."],
    ["en", "I work at Aurora Borealis Tours."],
    ["en", "I work at Auroras."],
    ["en", "We at Aurora Borealis bake."],
    ["en", "Our team at Aurora Dairy bakes."],
    ["en", "I work at a competitor of Aurora."],
    ["en", "My friend is with Aurora."],
    ["en", "He says: I work at Aurora."],
    ["en", "#IworkatAurora"],
    ["en", "https://example.com/?q=I work at Aurora"],
    ["en", "I\u200b work at Au\u200brora"],
    ["en", "I work at Аurоrа"],
    ["en", "\u202EI work at Aurora"],
    ["en", "𝐈 𝐰𝐨𝐫𝐤 𝐚𝐭 𝐀𝐮𝐫𝐨𝐫𝐚"],
    ["en", [..."I work at Aurora"].join("\u0336") + "\u0336"],
    ["en", `I work at Aurora`.replace(/[a-z]/g, "$&\u0300\u0301\u0302\u0303\u0304")],
    ["en", "\n\n\nGood\n\nmorning\nI work at Aurora"],
    ["en", `${"bread ".repeat(15)}. I work at Aurora.`],
    ["en", `${" ".repeat(90)}I work at Aurora.`],
    ["en", `https://example.com/${"a".repeat(90)} I work at Aurora.`],
    ["en", "Lavoro in Aurora."],
    ["it", "Non lavoro in Aurora."],
    ["it", "Io non lavoro in Aurora"],
    ["it", "Lavoro in Aurora, magari."],
    ["it", "Lavoravo in Aurora."],
    ["it", "I work at Aurora."],
    ["ro", "Nu lucrez la Aurora."],
    ["ro", "Lucrez la Aurora, glumesc."],
    ["ru", "Я не работаю в Aurora."],
    ["ru", "Я работаю в Aurora, шучу."],
    ["ru", "Я работал бы в Aurora."],
  ])("%s: %s", (language, text) => {
    expect(hasDisclosureInPlace(text, aurora(language))).toBe(false);
    const ensured = ensureDisclosure(text, aurora(language));
    expect(ensured.startsWith(disclosurePhrase(aurora(language)))).toBe(true);
    expect(ensured.endsWith(text.replace(/^[\s\u202e]+/u, ""))).toBe(true);
  });
});

describe("the words put in front", () => {
  it("are in the language of the post", () => {
    const built = languages.map((language) => ensureDisclosure("🥐", aurora(language)));
    expect(built).toEqual(["I work at Aurora. 🥐", "Lavoro in Aurora. 🥐", "Lucrez la Aurora. 🥐", "Я работаю в Aurora. 🥐"]);
  });

  it("are the approved ones where these say it, the post's before the company's", () => {
    const phrases = ["We are Aurora", "Buy at Aurora", "I'm on the Aurora team!"];
    expect(disclosurePhrase(aurora("en", { phrases }))).toBe("I'm on the Aurora team");
    expect(disclosurePhrase(aurora("en", { phrases: ["", null, undefined] }))).toBe("I work at Aurora");
  });

  it("may be of a language we have no grammar for, if they name the company", () => {
    const german = aurora("de-DE", { phrases: ["Guten Tag", "Ich arbeite bei Aurora"] });
    expect(ensureDisclosure("Brot.", german)).toBe("Ich arbeite bei Aurora. Brot.");
    expect(hasDisclosureInPlace("Ich arbeite bei Aurora. Brot.", german)).toBe(true);
    expect(hasDisclosureInPlace("Ich arbeite nicht bei Aurora. Brot.", german)).toBe(false);
    expect(disclosurePhrase(aurora("de"))).toBe("I work at Aurora");
  });

  it("leave Hebrew and Arabic their own direction", () => {
    expect(ensureDisclosure("שלום", aurora("en"))).toBe("I work at Aurora.\nשלום");
    expect(ensureDisclosure("🥐 مرحبا", aurora("en"))).toBe("I work at Aurora.\n🥐 مرحبا");
  });

  it("are judged before a company takes them", () => {
    expect(isDisclosure("I work at Aurora.", aurora("en"))).toBe(true);
    expect(isDisclosure("Buy at Aurora", aurora("en"))).toBe(false);
    expect(isDisclosure("I do not work at Aurora", aurora("en"))).toBe(false);
    expect(isDisclosure("I work at \u202EAurora", aurora("en"))).toBe(false);
  });

  it("need a name", () => {
    expect(() => disclosurePhrase({ companyName: " \u200b ", language: "en" })).toThrow(RangeError);
  });

  it("can be pointed at in the text", () => {
    const text = "🥐 Good morning! I work at Aurora, you know.";
    const place = findDisclosure(text, aurora("en"));
    expect(place && text.slice(place.start, place.end)).toBe("I work at Aurora");
  });
});

describe("promise 5", () => {
  const companies = fc.record({
    companyName: fc.oneof(
      fc.constantFrom("Aurora Bakeries", "Pâinea Bună S.R.L.", "Аврора", "Yahoo!", "7-Eleven", "C++ & Sons (Milan)", "אורורה", "🥐", "A", "Not", "x".repeat(300), "Dr. Oetker…", "$& Co", "Name"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }).filter((name) => /[\p{L}\p{N}]/u.test(name)),
    ),
    shortName: fc.option(fc.constantFrom("Aurora", "Oţel", "Хлеб?", "and"), { nil: undefined }),
    language: fc.constantFrom(...languages, "de", "pt-BR", "he"),
    phrases: fc.array(fc.oneof(fc.constantFrom("I work at Aurora", "Ich arbeite bei Aurora!", "x".repeat(200)), fc.string({ unit: "grapheme", maxLength: 120 })), { maxLength: 2 }),
  });

  it("holds for any text, company and language, before the fold of every network", () => {
    fc.assert(
      fc.property(anyText, companies, (text, options) => {
        const ensured = ensureDisclosure(text, options);
        const place = findDisclosure(ensured, options);
        expect(place).not.toBeNull();
        const before = ensured.slice(0, place?.end ?? 0);
        const lines = before.split("\n").length;
        expect(Array.from(before).length).toBeLessThanOrEqual(DISCLOSURE_REACH);
        for (const { fold } of Object.values(networks)) {
          if (fold === null) continue;
          expect(Array.from(before).length).toBeLessThanOrEqual(fold.characters);
          expect(lines).toBeLessThanOrEqual(fold.lines);
        }
        expect(ensureDisclosure(ensured, options)).toBe(ensured);
      }),
      { numRuns: 300 },
    );
  });
});
