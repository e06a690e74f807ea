import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { networks } from "~/domain/shares/networks/all";
import { type NetworkId, networkIds } from "~/domain/shares/networks/network";
import { composeShareText } from "~/domain/shares/share-text";
import { createI18n, type Language, type TextGroup } from "~/locales/i18n";
import { TextsProvider } from "~/locales/texts";
import { NetworkPreview } from "~/domain/shares/ui/network-preview";
import { languages } from "./texts";

const catalogues = Object.fromEntries(
  languages.map((language) => [language, JSON.parse(readFileSync(`app/locales/${language}/networks.json`, "utf8")) as TextGroup]),
);

const link = "https://aurora.example/s/k7wq3mzb";
const words =
  "I have sold bread for nine years, and I never met the miller until this spring. He knows every field by name. If you ever asked me where our flour comes from, here is the whole story. <script>";
const card = { title: "The mill that feeds our ovens", host: "aurora.example", imageUrl: "/pictures/mill.webp", imageAlt: "Fields of wheat" };

function render(network: NetworkId, language: string, shownCard: typeof card | null = card) {
  const i18n = createI18n(language as Language, { networks: catalogues[language]! });
  const disclosure = { companyName: "Aurora Bakeries", shortName: "Aurora", language: "en" };
  const text = composeShareText({ words, disclosure, link, network: networks[network], hashtags: ["rye"] });
  return renderToStaticMarkup(
    <TextsProvider i18n={i18n}>
      <NetworkPreview
        network={network}
        person={{ name: "Giulia Rossi", jobTitle: "Shop lead", initials: "GR" }}
        companyName="Aurora Bakeries"
        text={text}
        card={shownCard}
      />
    </TextsProvider>,
  );
}

describe("the preview", () => {
  it.each(networkIds.flatMap((network) => languages.map((language) => [network, language] as const)))("of %s speaks %s", (network, language) => {
    const html = render(network, language);
    expect(html).toContain("I work at Aurora.");
    expect(html).not.toMatch(/preview\.[a-z]|name\.[a-z]|\{\{/);
    expect(html).not.toContain("<script>");
    expect(render(network, language, null)).toContain("I work at Aurora.");
  });

  it("has each network's own traits", () => {
    expect(render("linkedin", "en")).toContain("Shop lead at Aurora Bakeries");
    expect(render("linkedin", "en")).toContain("… more");
    expect(render("linkedin", "en")).not.toContain("the whole story");
    expect(render("bluesky", "en")).toContain("the whole story");
    expect(render("bluesky", "en")).toContain("aurora.example/s/k7wq3mzb");
    expect(render("mail", "en")).not.toContain("mill.webp");
    expect(render("instagram", "en", null)).toContain("Instagram needs one");
    const instagram = render("instagram", "en");
    expect(instagram.indexOf("mill.webp")).toBeLessThan(instagram.indexOf("I work at Aurora"));
    const reddit = render("reddit", "en");
    expect(reddit.indexOf("I work at Aurora")).toBeLessThan(reddit.indexOf("mill.webp"));
  });
});

describe("the catalogue of networks", () => {
  const keys = (texts: TextGroup, path = ""): string[] =>
    Object.entries(texts).flatMap(([key, value]) => (typeof value === "string" ? [`${path}${key}`] : keys(value, `${path}${key}.`)));

  it("is complete in every language, for every network", () => {
    const expected = keys(catalogues.en ?? {}).sort();
    for (const language of languages) {
      expect(keys(catalogues[language] ?? {}).sort()).toEqual(expected);
      for (const group of ["name", "handOff", "counts", "tip"]) {
        expect(Object.keys((catalogues[language] as TextGroup)[group] as TextGroup).sort()).toEqual([...networkIds].sort());
      }
    }
  });
});
