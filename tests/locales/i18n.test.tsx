import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createI18n, type Catalogue } from "~/locales/i18n";
import { TextsProvider, useTranslation } from "~/locales/texts";

const catalogue: Catalogue = {
  cake: {
    title: "Cake",
    for: "Cake for {{name}}, {{ name }} and {{other}}",
    nested: { deep: { text: "Down here" } },
    pieces_zero: "No piece",
    pieces_one: "{{count}} piece",
    pieces_few: "{{count}} pieces, few",
    pieces_many: "{{count}} pieces, many",
    pieces_other: "{{count}} pieces",
    with: "With {{items, list}}.",
  },
};
const { t, exists } = createI18n("en", catalogue);

describe("texts", () => {
  it("are found by namespace and path", () => {
    expect(t("cake:title")).toBe("Cake");
    expect(t("cake:nested.deep.text")).toBe("Down here");
  });

  it("are filled in as often as they name it, and with nothing where nothing is given", () => {
    expect(t("cake:for", { name: "Ada & <b>" })).toBe("Cake for Ada & <b>, Ada & <b> and ");
    expect(t("cake:for", { name: null, other: 0 })).toBe("Cake for ,  and 0");
  });

  it("take what is filled in as it is, whatever it looks like", () => {
    expect(t("cake:for", { name: "{{other}}", other: "$&" })).toBe("Cake for {{other}}, {{other}} and $&");
  });

  it("have the plural form of the language", () => {
    expect([0, 1, 2].map((count) => t("cake:pieces", { count }))).toEqual(["No piece", "1 piece", "2 pieces"]);
    const russian = createI18n("ru", catalogue).t;
    expect([1, 2, 5, 21, 1.5].map((count) => russian("cake:pieces", { count }))).toEqual(["1 piece", "2 pieces, few", "5 pieces, many", "21 piece", "1.5 pieces"]);
    expect(createI18n("ro", catalogue).t("cake:pieces", { count: 20 })).toBe("20 pieces");
    expect(t("cake:title", { count: 3 })).toBe("Cake");
  });

  it("join lists as the language does", () => {
    expect(t("cake:with", { items: ["flour", "eggs", "milk"] })).toBe("With flour, eggs, and milk.");
    expect(createI18n("it", catalogue).t("cake:with", { items: ["a", "b"] })).toBe("With a e b.");
  });

  it("show the key where there is no text, and no part of the language itself", () => {
    for (const key of ["cake:missing", "cake:nested", "cake:title.length", "cake:constructor", "nothing:at.all", "__proto__:x", "cake:nested.__proto__"]) {
      expect(t(key)).toBe(key.slice(key.indexOf(":") + 1));
      expect(exists(key)).toBe(false);
    }
    expect(exists("cake:nested.deep.text")).toBe(true);
  });

  it("reach the screen, with a namespace of its own or without", () => {
    function Screen() {
      const { t: inCake, i18n } = useTranslation("cake");
      const { t: plain } = useTranslation();
      return <p lang={i18n.language}>{[inCake("title"), inCake("cake:title"), plain("cake:title")].join()}</p>;
    }
    expect(renderToStaticMarkup(<TextsProvider i18n={createI18n("en", catalogue)}><Screen /></TextsProvider>)).toBe('<p lang="en">Cake,Cake,Cake</p>');
    expect(() => renderToStaticMarkup(<Screen />)).toThrow();
  });
});
