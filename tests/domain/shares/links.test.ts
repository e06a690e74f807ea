import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeTargetUrl, isSlug, slugify } from "~/domain/shares/links";
import { newSlug } from "~/domain/shares/links.server";

const tag = (link: string) => composeTargetUrl(link, { network: "linkedin", campaign: "The mill that feeds our ovens" });
const tags = "utm_source=linkedin&utm_medium=employee&utm_campaign=the-mill-that-feeds-our-ovens";

describe("where a short link leads", () => {
  it.each([
    ["https://aurora.example", `https://aurora.example?${tags}`],
    ["https://aurora.example/mill", `https://aurora.example/mill?${tags}`],
    ["https://aurora.example/mill#film", `https://aurora.example/mill?${tags}#film`],
    ["https://aurora.example/mill?a=1&b=%20x#film?x", `https://aurora.example/mill?a=1&b=%20x&${tags}#film?x`],
    ["https://aurora.example/mill?", `https://aurora.example/mill?${tags}`],
    ["https://aurora.example/mill?a=1&", `https://aurora.example/mill?a=1&${tags}`],
    ["https://aurora.example/mill?utm_source=radio", "https://aurora.example/mill?utm_source=radio"],
    ["https://aurora.example/mill?UTM_Medium=x#y", "https://aurora.example/mill?UTM_Medium=x#y"],
    ["mailto:bread@aurora.example", "mailto:bread@aurora.example"],
    ["not a link", "not a link"],
    ["https://", "https://"],
  ])("%s → %s", (link, target) => {
    expect(tag(link)).toBe(target);
    expect(tag(target)).toBe(target);
  });

  it("keeps every byte of any web address", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (link) => {
        const target = tag(link);
        const [address = "", ...fragment] = link.split("#");
        expect(target.startsWith(address)).toBe(true);
        expect(target.split("#").slice(1)).toEqual(fragment);
        expect(new URL(target).searchParams.get("utm_source")).toBe("linkedin");
      }),
    );
  });
});

describe("names in a link", () => {
  it.each([
    ["Pâinea bună: măr & secară", "painea-buna-mar-secara"],
    ["Мельница, которая кормит наши печи", "melnitsa-kotoraya-kormit-nashi-pechi"],
    ["Ёлка Йод", "elka-iod"],
    ["🥐", "post"],
    ["a".repeat(100), "a".repeat(60)],
    [`${"a".repeat(59)} b`, "a".repeat(59)],
  ])("%j is called %j", (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it("short ones are eight characters without vowels, all different and evenly drawn", () => {
    const slugs = Array.from({ length: 2_000 }, newSlug);
    expect(new Set(slugs).size).toBe(2_000);
    for (const slug of slugs) expect(slug).toMatch(/^[23456789bcdfghjkmnpqrstvwxz]{8}$/);
    expect(slugs.every(isSlug)).toBe(true);
    expect(new Set(slugs.join("")).size).toBe(27);
  });

  it.each(["", "short", "k7wq3mzb2", "K7WQ3MZB", "k7wq3mza", "../../etc", "k7wq3mzb\n"])("%j is none", (value) => {
    expect(isSlug(value)).toBe(false);
  });
});
