import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseUpload, type UploadRules } from "~/web/uploads.server";

const rules: UploadRules = { fileFields: ["picture"], maxFileBytes: 1_000, maxFieldBytes: 100 };
const boundary = "----VouchTest";

interface SendOptions {
  type?: string;
  headers?: Record<string, string>;
  /** Bytes per chunk; the body in one piece by default. */
  chunk?: number;
}

function send(body: string | Buffer, { type = `multipart/form-data; boundary=${boundary}`, headers = {}, chunk }: SendOptions = {}) {
  const bytes = Buffer.from(body as string, "utf8");
  const size = chunk ?? Math.max(1, bytes.length);
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
      at += size;
    },
  });
  const request = new Request("http://vouch.example/", {
    method: "POST", headers: { "content-type": type, ...headers }, body: stream, duplex: "half",
  } as RequestInit);
  return parseUpload(request, rules);
}

const text = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, fileName: string, content: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: image/png\r\n\r\n${content}\r\n`;
const end = `--${boundary}--\r\n`;

describe("a form with a file", () => {
  it.each([1, 2, 3, 7, 64, 100_000])("is read as it was sent, in pieces of %i bytes", async (chunk) => {
    const body = `preamble\r\n${text("title", "Pâine; „nouă”")}${text("empty", "")}${file("picture", "a; b=%22c.png", "é")}${end}epilogue`;
    const upload = await send(body, { chunk });
    expect(upload.errors).toEqual({});
    expect([...upload.formData]).toEqual([["title", "Pâine; „nouă”"], ["empty", ""]]);
    expect(upload.files.get("picture")).toEqual({ name: 'a; b="c.png', bytes: Buffer.from("é") });
  });

  it("keeps every byte of it, also bytes that look like a boundary", async () => {
    const content = `\r\n--${boundary.slice(0, -1)}X\r\n${boundary}\r\n--\r\n\0\r\n`;
    for (let chunk = 1; chunk < 60; chunk++) {
      const { files, errors } = await send(file("picture", "x.png", content) + end, { chunk });
      expect(errors).toEqual({});
      expect(files.get("picture")?.bytes.toString("latin1")).toBe(content);
    }
  });

  it("without a chosen file has none, and no error", async () => {
    expect(await send(text("title", "x") + file("picture", "", "") + end)).toMatchObject({ errors: {}, files: new Map() });
  });

  it("reads what the platform's own reader reads", async () => {
    const entry = fc.tuple(fc.string({ minLength: 1, maxLength: 10 }), fc.string({ unit: "grapheme", maxLength: 20 }));
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 50 }), async (entries, content, chunk) => {
        const form = new FormData();
        for (const [name, value] of entries) form.append(`f${name}`, value);
        form.append("picture", new File([new Uint8Array(content)], "x;y.png"));
        const sent = new Response(form);
        const upload = await send(Buffer.from(await sent.clone().arrayBuffer()), { type: sent.headers.get("content-type")!, chunk });
        expect(upload.errors).toEqual({});
        const expected = await sent.formData();
        expect([...upload.formData]).toEqual([...expected].filter(([, value]) => typeof value === "string"));
        expect(upload.files.get("picture")).toEqual({ name: "x;y.png", bytes: Buffer.from(content) });
      }),
    );
  });

  it.each([["../../etc/passwd", "passwd"], ["C:\\\\temp\\\\x.png", "x.png"], ["a\u202egnp.exe", "agnp.exe"], ["%22.png", '".png'], ["x".repeat(900), "x".repeat(200)]])(
    "calls the file %j %j",
    async (sent, shown) => {
      expect((await send(file("picture", sent, "x") + end)).files.get("picture")?.name).toBe(shown);
    },
  );

  it("may come without being multipart: what was typed is there, the file is not", async () => {
    const type = "application/x-www-form-urlencoded";
    expect([...(await send("title=Bread&title=Milk&picture=", { type })).formData]).toEqual([["title", "Bread"], ["title", "Milk"]]);
    expect((await send("title=Bread&picture=x.png", { type })).errors).toEqual({ picture: "studio-files:upload.unexpected" });
  });
});

describe("a file that is refused leaves what was typed", () => {
  const typed = [["before", "1"], ["after", "2"]];
  const between = (...parts: string[]) => [text("before", "1"), ...parts, text("after", "2"), end].join("");

  it.each([
    ["too large", between(file("picture", "x.png", "x".repeat(1_001))), { picture: "studio-files:upload.tooLarge" }],
    ["far too large", between(file("picture", "x.png", "x".repeat(3_000_000))), { picture: "studio-files:upload.tooLarge" }],
    ["empty", between(file("picture", "x.png", "")), { picture: "studio-files:upload.empty" }],
    ["sent twice", between(file("picture", "x.png", "x"), file("picture", "y.png", "y")), { picture: "studio-files:upload.onlyOne" }],
    ["under an unknown name", between(file("other", "x.png", "x")), { "": "studio-files:upload.unexpected" }],
    ["under a dangerous name", between(file("__proto__", "x.png", "x")), { "": "studio-files:upload.unexpected" }],
    ["a text in a file's place", between(text("picture", "x")), { picture: "studio-files:upload.unexpected" }],
  ])("%s", async (_what, body, errors) => {
    for (const chunk of [17, 65_536]) {
      const upload = await send(body, { chunk });
      expect(upload.errors).toEqual(errors);
      expect(upload.files.size).toBe(0);
      expect([...upload.formData]).toEqual(typed);
    }
  });

  it("exactly as large as allowed is taken", async () => {
    expect((await send(file("picture", "x.png", "x".repeat(1_000)) + end)).files.get("picture")?.bytes).toHaveLength(1_000);
  });

  it("a text that is too long is named", async () => {
    expect((await send(text("title", "x".repeat(101)) + end)).errors).toEqual({ title: "studio-files:upload.fieldTooLong" });
  });
});

describe("a body that is broken", () => {
  const malformed = { "": "studio-files:upload.malformed" };

  it.each([
    ["nothing", ""],
    ["no delimiter", "hello"],
    ["an end that is missing", text("title", "x")],
    ["an end in the middle of a head", `--${boundary}\r\nContent-Disp`],
    ["a delimiter with something behind it", `--${boundary}x\r\n${end}`],
    ["a part without a head", `--${boundary}\r\n\r\n\r\nx\r\n${end}`],
    ["a part without a name", `--${boundary}\r\nContent-Disposition: form-data; filename="x"\r\n\r\nx\r\n${end}`],
    ["a part of another kind", `--${boundary}\r\nContent-Disposition: attachment; name="x"\r\n\r\nx\r\n${end}`],
    ["a head without end", `--${boundary}\r\nX: ${"x".repeat(50_000)}`],
    ["a head that is too long", `--${boundary}\r\nContent-Disposition: form-data; name="${"x".repeat(9_000)}"\r\n\r\nx\r\n${end}`],
    ["thousands of parts", text("a", "").repeat(5_000) + end],
    ["a boundary that is not the one it names", text("a", "b").replaceAll(boundary, "other")],
  ])("%s", async (_what, body) => {
    for (const chunk of [13, 1_000_000]) expect((await send(body, { chunk })).errors).toEqual(malformed);
  });

  it.each([
    "multipart/form-data", "multipart/form-data; boundary=", 'multipart/form-data; boundary=""', "multipart/mixed; boundary=x", "text/plain", "application/json",
    `multipart/form-data; boundary=${"x".repeat(80)}`,
  ])("by its content type %j", async (type) => {
    expect((await send(text("title", "x") + end, { type })).errors).toEqual(malformed);
  });

  it("that breaks off says so, and keeps what had come", async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from(text("title", "x") + file("picture", "x.png", "y").slice(0, -2)));
      },
      pull(controller) {
        controller.error(new Error("aborted"));
      },
    });
    const request = new Request("http://vouch.example/", {
      method: "POST", headers: { "content-type": `multipart/form-data; boundary=${boundary}` }, body, duplex: "half",
    } as RequestInit);
    const upload = await parseUpload(request, rules);
    expect(upload.errors).toEqual(malformed);
    expect([...upload.formData]).toEqual([["title", "x"]]);
    expect(upload.files.size).toBe(0);
  });

  it("that announces or sends far too much is not read to its end", async () => {
    expect((await send(text("a", "b") + end, { headers: { "content-length": "99999999999" } })).errors).toEqual({ "": "studio-files:upload.bodyTooLarge" });
    let pulled = 0;
    const piece = Buffer.alloc(1024 * 1024, "x");
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(pulled++ === 0 ? Buffer.from(file("picture", "x.png", "").slice(0, -2)) : new Uint8Array(piece));
      },
    });
    const request = new Request("http://vouch.example/", {
      method: "POST", headers: { "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": "5" }, body, duplex: "half",
    } as RequestInit);
    const upload = await parseUpload(request, rules);
    expect(upload.errors).toMatchObject({ picture: "studio-files:upload.tooLarge", "": "studio-files:upload.bodyTooLarge" });
    expect(pulled).toBeLessThan(70);
  });

  it("in any way is an error by field and nothing worse", async () => {
    const piece = fc.constantFrom("\r\n", "\r", "\n", "--", `--${boundary}`, boundary, "Content-Disposition: form-data; ", 'name="a"', 'filename="', '"', ";", ":", "\0", "=", "\r\n\r\n");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), async (pieces, chunk) => {
        const { errors } = await send(pieces.join(""), { chunk });
        for (const key of Object.values(errors)) expect(key).toMatch(/^studio-files:upload\./);
      }),
    );
  });
});
