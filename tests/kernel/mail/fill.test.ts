import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMailAddress } from "~/kernel/mail/address";
import { escapeHtml, fillHtml, fillSubject, fillText } from "~/kernel/mail/fill";

describe("filling in", () => {
  it("puts parameters in and leaves what is somebody's text", () => {
    expect(fillText("{{a}} {{b}} {{ a }} {a}", { a: "1" })).toBe("1 {{b}} {{ a }} {a}");
    expect(fillText("{{constructor}} {{__proto__}}", {})).toBe("{{constructor}} {{__proto__}}");
  });

  it("never searches a value for placeholders", () => {
    expect(fillText("{{a}}", { a: "{{b}}", b: "secret" })).toBe("{{b}}");
  });

  it("escapes values in HTML, between tags and in attributes", () => {
    expect(fillHtml('<a href="{{a}}">{{a}}</a>', { a: `"><script>'&` })).toBe(
      '<a href="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</a>',
    );
  });

  it("lets no value leave its place in HTML", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(fillHtml("<b>{{v}}</b>", { v: value }).slice(3, -4)).not.toMatch(/[<>"']/);
    }));
  });

  it("keeps a subject on one line, whatever it is made of", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (title, name) => {
      const subject = fillSubject(`${title} {{name}} \r\nBcc: x@example.com`, { name: `${name}\r\nTo: y@example.com` });
      // eslint-disable-next-line no-control-regex
      expect(subject).not.toMatch(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/);
      expect([...subject].length).toBeLessThanOrEqual(250);
    }));
  });

  it("escapes what HTML needs and nothing else", () => {
    expect(escapeHtml("Ștefan & Лев <3")).toBe("Ștefan &amp; Лев &lt;3");
  });
});

describe("isMailAddress", () => {
  it.each(["a@b.co", "employee@aurora.example", "o'neil+news@mail.example.com", `${"x".repeat(64)}@example.com`])("takes %s", (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each([
    "", "a", "a@", "@b.co", "a@b", "a b@c.de", "a@b.co\r\nBcc: c@d.ef", "a@b.co\n", "a@b.co,c@d.ef", "<a@b.co>", "A <a@b.co>", '"a b"@c.de',
    "a..b@c.de", ".a@c.de", "a@-c.de", "a@c-.de", "a@c..de", "a@[127.0.0.1]", "a@b.co\u0000", "a;b@c.de", `${"x".repeat(65)}@example.com`,
    `a@${"x.".repeat(130)}de`,
  ])("refuses %j", (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
