import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownToText, renderMarkdown } from "~/kernel/markdown.server";

describe("renderMarkdown", () => {
  it("knows emphasis, lists and links, which say nothing of where one comes from", () => {
    expect(renderMarkdown("**a** *b*\n\n- c")).toBe("<p><strong>a</strong> <em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n");
    expect(renderMarkdown("[x](https://example.com)")).toContain('<a href="https://example.com" rel="noopener nofollow">x</a>');
    expect(renderMarkdown("see https://example.com/a?b=1")).toContain('href="https://example.com/a?b=1"');
  });

  it("aligns no table by a style of its own", () => {
    expect(renderMarkdown("| a |\n| --: |\n| b |")).not.toContain("style");
  });

  it("leaves the page its one h1", () => {
    expect(renderMarkdown("# a")).toBe("<h3>a</h3>\n");
    expect(renderMarkdown("# a\n## b", 1)).toBe("<h2>a</h2>\n<h3>b</h3>\n");
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x]( javascript:alert(1) )",
    "![x](https://tracker.example/x.png)",
    "<javascript:alert(1)>",
    '[x](https://a.example "onmouseover=alert(1)")',
    "[x]: javascript:alert(1)\n\n[x]",
  ])("does nothing but show %s", (text) => {
    const html = renderMarkdown(text);
    expect(html).not.toMatch(/<(script|img|iframe|svg)|<[^>]*\s(href="(?!https?:|mailto:)|on\w+=)/i);
  });

  it("writes only the tags it knows, whatever is typed", () => {
    const pieces = fc.constantFrom("<", ">", '"', "'", "&", "[", "](", ")", "javascript:", "https://a.b", "`", "*", "#", "\n", "- ", "|", "!", "x", "on=", "\\");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const [, name, attributes] of renderMarkdown(parts.join("")).matchAll(/<([a-z0-9]+)([^>]*)>/g)) {
          expect(["p", "br", "a", "em", "strong", "s", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"]).toContain(name);
          for (const [, attribute] of attributes!.matchAll(/\s([a-z-]+)=/g)) expect(["href", "rel", "title", "start", "class"]).toContain(attribute);
        }
      }),
    );
  });
});

describe("markdownToText", () => {
  it("keeps the words and drops the marks", () => {
    expect(markdownToText("# T\n\n**a** [b](https://x.y)\n\n- c\n- `d`")).toBe("T\na b\nc\nd");
  });
});
