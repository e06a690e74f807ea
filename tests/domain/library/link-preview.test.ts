import type http from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";

import { fetchLinkPreview } from "~/domain/library/link-preview.server";
import { photo } from "../../support/pictures";
import { startStandIn, type StandIn } from "../../support/stand-in";

const open: StandIn[] = [];

/** A site of pages and pictures by path; what is not there is a 404. */
async function site(pages: Record<string, { type: string; body: string | Buffer; headers?: http.OutgoingHttpHeaders }>): Promise<StandIn> {
  const started = await startStandIn((request, response) => {
    const page = pages[request.url ?? ""];
    if (page) response.writeHead(200, { "content-type": page.type, ...page.headers }).end(page.body);
    else response.writeHead(404).end();
  });
  open.push(started);
  return started;
}

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const head = (title: string, image = "") =>
  `<head><title>${title}</title>${image ? `<meta property="og:image" content="${image}">` : ""}</head>`;

describe("a preview of a link", () => {
  it("has the page's words in their own encoding, and its picture made anew", async () => {
    const { port, policy } = await site({
      "/news": { type: "text/html; charset=windows-1251", body: Buffer.concat([Buffer.from("<title>"), Buffer.from([0xd5, 0xeb, 0xe5, 0xe1]), Buffer.from('</title><meta property="og:image" content="/bread.jpg">')]) },
      "/bread.jpg": { type: "image/jpeg", body: await photo(330, 200).jpeg().toBuffer() },
    });
    const preview = await fetchLinkPreview(`http://www.bakery.example.com:${port}/news`, policy);
    expect(preview).toMatchObject({ url: `http://www.bakery.example.com:${port}/news`, title: "Хлеб", siteName: "bakery.example.com" });
    expect(preview.image).toMatchObject({ width: 330, height: 200, widths: [320, 330] });
  });

  it.each([
    ["is not there", "/missing.jpg"],
    ["is no picture", "/page.jpg"],
    ["is an SVG", "/drawing.svg"],
    ["is an SVG that calls itself PNG", "/drawing.png"],
    ["is inside", "http://169.254.169.254/latest/meta-data/"],
    ["is on another port inside", "http://127.0.0.1:1/x.png"],
    ["is a file", "file:///etc/passwd"],
    ["is in the page", "data:image/png;base64,AAAA"],
  ])("is whole but for its picture when that %s", async (_what, image) => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const { origin, policy } = await site({
      "/": { type: "text/html", body: head("Bread", image) },
      "/page.jpg": { type: "text/html", body: "<html>" },
      "/drawing.svg": { type: "image/svg+xml", body: svg },
      "/drawing.png": { type: "image/png", body: svg },
    });
    expect(await fetchLinkPreview(origin, policy)).toMatchObject({ title: "Bread", image: null });
  });

  it("reads no more than the beginning of a huge page, packed or not", async () => {
    const body = `${head("Bread")}${"<p>crumbs</p>".repeat(400_000)}`;
    const { origin, policy } = await site({
      "/plain": { type: "text/html", body },
      "/packed": { type: "text/html", body: gzipSync(body), headers: { "content-encoding": "gzip" } },
      "/late": { type: "text/html", body: `<head>${" ".repeat(600_000)}<title>Too late</title></head>` },
    });
    expect((await fetchLinkPreview(`${origin}/plain`, policy)).title).toBe("Bread");
    expect((await fetchLinkPreview(`${origin}/packed`, policy)).title).toBe("Bread");
    expect((await fetchLinkPreview(`${origin}/late`, policy)).title).toBe("");
  });

  it("is refused with a reason that has a sentence", async () => {
    const { origin, policy } = await site({ "/report.pdf": { type: "application/pdf", body: "%PDF" } });
    const refusal = (address: string) => fetchLinkPreview(address, policy).then(() => null, (error: unknown) => error);
    expect(await refusal(`${origin}/report.pdf`)).toMatchObject({ reason: "content-type", messageKey: "studio-files:link.contentType" });
    expect(await refusal(`${origin}/gone`)).toMatchObject({ reason: "status", messageKey: "studio-files:link.status" });
    expect(await refusal("http://127.0.0.1:1/")).toMatchObject({ reason: "address", messageKey: "studio-files:link.address" });
    expect(await refusal("localhost:3000/admin")).toMatchObject({ reason: "address" });
    expect(await refusal("javascript:alert(1)")).toMatchObject({ reason: "scheme" });
    expect(await refusal("  ")).toMatchObject({ reason: "malformed" });
  });
});
