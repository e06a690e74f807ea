import { describe, expect, it } from "vitest";
import { captionRows, postForm } from "~/domain/library/post-form";
import { parseForm } from "~/web/form.server";

function form(over: [string, string][] = [], captions: [network: string, language: string, text: string][] = []): FormData {
  const data = new FormData();
  for (const [name, value] of [["title", "The mill"], ["language", "en"], ["revision", "3"], ["act", "save"], ...over] as [string, string][]) data.append(name, value);
  for (const [network, language, text] of captions) {
    data.append("captionId", "");
    data.append("captionNetwork", network);
    data.append("captionLanguage", language);
    data.append("captionText", text);
  }
  return data;
}

function read(over?: [string, string][], captions?: [string, string, string][]) {
  const parsed = parseForm(postForm, form(over, captions));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
}

function refusal(over?: [string, string][], captions?: [string, string, string][]) {
  const parsed = parseForm(postForm, form(over, captions));
  return parsed.ok ? {} : parsed.errors;
}

describe("the editor's form", () => {
  it("needs a title and nothing else", () => {
    expect(read().content).toMatchObject({ title: "The mill", linkUrl: "", captions: [], audience: [], validUntil: null });
    expect(refusal([["title", ""]])).toEqual({});
    const empty = form();
    empty.set("title", "  ");
    const parsed = parseForm(postForm, empty);
    expect(parsed.ok ? {} : parsed.errors).toEqual({ title: "errors:field.required" });
  });

  it("leaves empty captions out and names the row of a wrong one as it is shown", () => {
    const captions: [string, string, string][] = [["", "it", " "], ["x", "en", "One"], ["", "en", ""], ["", "no such language", "Two"]];
    expect(read([], captions.slice(0, 3)).content.captions).toEqual([{ id: null, network: "x", language: "en", text: "One" }]);
    expect(refusal([], captions)).toEqual({ "captions.1.language": "errors:field.invalid" });
  });

  it("moves and removes rows without script, by the row's own button", () => {
    const captions: [string, string, string][] = [["", "it", "A"], ["", "it", "B"], ["", "it", "C"]];
    const order = (wish: string) => read([["arrange", wish]], captions).content.captions.map(({ text }) => text).join("");
    expect([order("up:1"), order("up:0"), order("down:0"), order("down:2"), order("remove:1"), order("remove:9"), order("shuffle")]).toEqual(["BAC", "ABC", "BAC", "ABC", "AC", "ABC", "ABC"]);
    expect(captionRows({ captionText: "only one" })).toEqual([{ id: "", network: "", language: "", text: "only one" }]);
  });

  it("tidies facts and hashtags", () => {
    const { content } = read([["facts", "- One\n\n  • Two  \nThree"], ["hashtags", "#rye, Bread  #bread soda-water ##"]]);
    expect(content).toMatchObject({ facts: "One\nTwo\nThree", hashtags: "rye bread sodawater" });
  });

  it.each([["example.com/a b", "https://example.com/a%20b"], ["http://example.com", "http://example.com/"], ["HTTPS://Example.com", "https://example.com/"]])("takes %s as a link", (typed, address) => {
    expect(read([["linkUrl", typed]]).content.linkUrl).toBe(address);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "https://name:word@example.com", "localhost", "https://", "ftp://example.com", "example", "//x y"])("refuses %s as a link", (typed) => {
    expect(refusal([["linkUrl", typed]])).toEqual({ linkUrl: "studio-files:link.malformed" });
  });

  it("asks the page of a link that is new, or when told to", () => {
    const link: [string, string] = ["linkUrl", "https://example.com/"];
    expect(read([link]).wantsPreview).toBe(true);
    expect(read([link, ["linkBefore", "https://example.com/"]]).wantsPreview).toBe(false);
    expect(parseForm(postForm, (() => { const data = form([link, ["linkBefore", "https://example.com/"]]); data.set("act", "preview"); return data; })())).toMatchObject({ value: { wantsPreview: true } });
    expect(read([["linkBefore", "https://example.com/"]]).wantsPreview).toBe(false);
  });

  it("refuses days that are none, or end before they begin", () => {
    expect(refusal([["validUntil", "31/12/2026"]])).toEqual({ validUntil: "studio-library:error.day" });
    expect(refusal([["validFrom", "2026-02-30"]])).toEqual({ validFrom: "studio-library:error.day" });
    expect(refusal([["validFrom", "2026-12-31"], ["validUntil", "2026-12-30"]])).toEqual({ validUntil: "studio-library:error.endsBeforeStart" });
  });
});
