import { describe, expect, it } from "vitest";

import { parseContentType } from "~/kernel/http/content-type";
import { decodeBody } from "~/kernel/http/decode-body";

const bytes = (...values: number[]) => Uint8Array.from(values);
/** "Привет" in windows-1251 and in KOI8-R; "ăș" in ISO-8859-16. */
const cp1251 = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
const koi8 = Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]);
const page = (meta: string, text: Buffer) => Buffer.concat([Buffer.from(`<html><head>${meta}<title>`), text]);

describe("the encoding of a page", () => {
  it("is its byte order mark's, against everything else", () => {
    expect(decodeBody(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa8), "windows-1251")).toBe("è");
    expect(decodeBody(bytes(0xff, 0xfe, 0x41, 0x04), "utf-8")).toBe("с");
    expect(decodeBody(bytes(0xfe, 0xff, 0x04, 0x41), "utf-8")).toBe("с");
  });

  it("is the header's, against the page's own", () => {
    expect(decodeBody(page('<meta charset="utf-8">', cp1251), "windows-1251")).toContain("Привет");
    expect(decodeBody(koi8, "KOI8-R")).toBe("Привет");
  });

  it.each(['<meta charset="windows-1251">', "<META CHARSET=windows-1251 >", '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">'])(
    "is what %s says when the header is silent",
    (meta) => {
      expect(decodeBody(page(meta, cp1251))).toContain("Привет");
    },
  );

  it.each(["no-such-encoding", "utf-7", "replacement", "x".repeat(500), "'\"><"])("is guessed when it is called %s", (label) => {
    expect(decodeBody(Buffer.from("perché"), label)).toBe("perché");
    expect(decodeBody(page(`<meta charset="${label}">`, Buffer.from("perché")))).toContain("perché");
  });

  it("is UTF-8 when valid (also cut in half), else windows-1252", () => {
    expect(decodeBody(Buffer.from("perché").subarray(0, 6))).toBe("perch\ufffd");
    expect(decodeBody(bytes(0x70, 0x65, 0x72, 0x63, 0x68, 0xe9, 0x20))).toBe("perché ");
  });

  it("can't be UTF-16 by the page's own word", () => {
    expect(decodeBody(page('<meta charset="utf-16le">', Buffer.from("perché")))).toContain("perché");
  });

  it("is not looked for beyond the first kilobyte", () => {
    expect(decodeBody(page(`${" ".repeat(1_100)}<meta charset="windows-1251">`, cp1251))).not.toContain("Привет");
  });
});

describe("a content type", () => {
  it.each([
    ["text/html", "text/html", null], ['TEXT/html; charset="UTF-8"', "text/html", "utf-8"], ["text/html;foo=bar; charset='koi8-r'", "text/html", "koi8-r"],
    ["", "", null], [undefined, "", null], [";;;charset=", "", null],
  ])("%j is taken apart", (header, mediaType, charset) => {
    expect(parseContentType(header)).toEqual({ mediaType, charset });
  });
});
