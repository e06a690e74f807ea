import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readPageDescription } from "~/domain/library/page-description";

const url = "https://www.bakery.example/news/bread?x=1";
const read = (head: string) => readPageDescription(`<!doctype html><html><head>${head}</head><body>text</body></html>`, url);

describe("what a page says about itself", () => {
  it("is read from Open Graph first", () => {
    const page = read(`
      <title>Plain title</title>
      <meta name="description" content="Plain description">
      <meta name="twitter:title" content="Tweeted title">
      <meta property="og:title" content="Pane &amp; pizza">
      <meta property="og:description" content="New&nbsp;flour,&#10;old   oven">
      <meta property="og:site_name" content="The Bakery">
      <meta property="og:url" content="/news/bread">
      <meta property="og:image" content="../pictures/bread.jpg">`);
    expect(page).toEqual({
      title: "Pane & pizza",
      description: "New flour, old oven",
      siteName: "The Bakery",
      canonicalUrl: "https://www.bakery.example/news/bread",
      imageUrl: "https://www.bakery.example/pictures/bread.jpg",
    });
  });

  it("falls back to Twitter's, then to the page's own", () => {
    expect(read(`<meta name="twitter:title" content="Tweeted"><title>Plain</title>`).title).toBe("Tweeted");
    expect(read(`<title>Plain</title><meta name=description content=Words>`)).toMatchObject({ title: "Plain", description: "Words" });
    expect(read("")).toEqual({ title: "", description: "", siteName: "bakery.example", canonicalUrl: null, imageUrl: null });
  });

  it("takes the first that is not empty, whatever the case and the attribute", () => {
    const page = read(`<META PROPERTY="OG:TITLE" CONTENT="  "><meta name="og:title" content="First"><meta property="og:title" content="Second">`);
    expect(page.title).toBe("First");
  });

  it("is not what drawings, comments, scripts or templates in it say", () => {
    const page = read(`<!-- <title>comment</title> --><script>"<title>script</title>"</script><title>Real</title><svg><title>drawing</title></svg>`);
    expect(page.title).toBe("Real");
  });

  it("may stand in the body when the head says nothing, and in a page that is cut off", () => {
    expect(readPageDescription("<body><meta property=og:title content=Late>", url).title).toBe("Late");
    expect(readPageDescription("<head><title>Cut o", url).title).toBe("Cut o");
  });

  it("counts relative addresses from the page's base", () => {
    expect(read(`<base href="https://cdn.bakery.example/x/"><meta property="og:image" content="a.png">`).imageUrl).toBe(
      "https://cdn.bakery.example/x/a.png",
    );
  });

  it("may not claim another site's address", () => {
    expect(read(`<meta property="og:url" content="https://bank.example/">`).canonicalUrl).toBeNull();
    expect(read(`<link rel=canonical href="https://bakery.example/short">`).canonicalUrl).toBe("https://bakery.example/short");
  });

  it.each(["javascript:alert(1)", "data:image/png;base64,AAAA", "file:///etc/passwd", "http://a:b@bakery.example/x.png", "http://[", `/${"x".repeat(3_000)}`])(
    "names no picture at %s",
    (address) => {
      expect(read(`<meta property="og:image" content="${address}">`).imageUrl).toBeNull();
    },
  );

  it("is plain text without tricks: overrides, invisible characters and control characters are gone", () => {
    const page = read(`<title>Pay\u202egnp.exe\u2066 now\u0000\u0007\u200b\ufeff\u{e0041}!\ud800</title>`);
    expect(page.title).toBe("Paygnp.exe now!");
  });

  it("keeps what emoji and scripts need", () => {
    expect(read("<title>👩‍🍳 क्‍ष é</title>").title).toBe("👩‍🍳 क्‍ष é");
  });

  it("keeps markup as the text it is", () => {
    expect(read("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>").title).toBe("<script>alert(1)</script>");
  });

  it("ends at a word when it is too long", () => {
    const { title } = read(`<title>${"bread and butter ".repeat(100)}</title>`);
    expect([...title].length).toBeLessThanOrEqual(200);
    expect(title).toMatch(/(bread|and|butter)…$/);
    expect([...read(`<title>${"🍞".repeat(3_000)}</title>`).title]).toHaveLength(200);
  });

  it("whatever the page holds, it is short, clean and harmless", () => {
    const fragment = fc.constantFrom(
      "<title>", "</title>", '<meta property="og:title" content="', '">', "<base href='", "'>", "<svg>", "</head>", "<!--", "-->", "<script>",
      "&#x202e;", "&#0;", "<meta name=description content=", '<meta property="og:image" content="javascript:1">', "<![CDATA[", "\u202e", "\0",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.string({ unit: "binary" })), { maxLength: 40 }), (pieces) => {
        const page = readPageDescription(pieces.join(""), url);
        expect([...page.title].length).toBeLessThanOrEqual(200);
        expect([...page.description].length).toBeLessThanOrEqual(500);
        expect(page.title + page.description + page.siteName).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        for (const address of [page.imageUrl, page.canonicalUrl]) if (address) expect(address).toMatch(/^https?:/);
      }),
    );
  });

  it.each(["<", "<meta ", "&amp", "<title>", "<!--", "a=b ", "<svg>", "<a><b>", "<p><table>", "<div a='&amp;' b>", "</"])(
    "half a megabyte of %j does not hold up everybody else",
    (piece) => {
      const before = performance.now();
      readPageDescription(piece.repeat(Math.ceil((512 * 1024) / piece.length)), url);
      expect(performance.now() - before).toBeLessThan(2_000);
    },
  );
});
