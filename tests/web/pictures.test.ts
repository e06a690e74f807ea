import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readEnv, setEnv } from "~/kernel/env.server";
import { files } from "~/kernel/files.server";
import { PictureRefused } from "~/kernel/pictures/picture-refused";
import { placePicture, removePictureFiles } from "~/kernel/pictures/storing.server";
import { paths } from "~/paths";
import { Picture } from "~/ui/picture";
import { servePicture } from "~/web/pictures.server";
import { photo } from "../support/pictures";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vouch-pictures-"));
  setEnv({ ...readEnv({ NODE_ENV: "test" }), dataFolder: folder });
  (globalThis as { __vouchFiles?: unknown }).__vouchFiles = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Asks for a picture as the route does, from the address that screens use. */
const serve = (address: string) => {
  const [, , id, file] = address.split("/");
  return servePicture({ id, file });
};

describe("a placed picture", () => {
  it("is served in each of its sizes by the type it was made in, for ever and for this reader only", async () => {
    const placed = await placePicture(await photo(400, 300).jpeg().toBuffer());
    expect(placed).toMatchObject({ width: 400, height: 300, widths: [320, 400] });
    for (const width of placed.widths) {
      for (const format of ["webp", "avif"] as const) {
        const response = await serve(paths.picture(placed.id, width, format));
        expect(response.status).toBe(200);
        expect(Object.fromEntries(response.headers)).toEqual({
          "content-type": `image/${format}`,
          "content-length": String((await response.clone().arrayBuffer()).byteLength),
          "content-disposition": "inline",
          "content-security-policy": "default-src 'none'; sandbox",
          "x-content-type-options": "nosniff",
          "cache-control": "private, max-age=31536000, immutable",
        });
      }
    }
    const open = await servePicture({ id: placed.id, file: "320.webp" }, { isPublic: true });
    expect(open.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");

    await removePictureFiles(placed);
    expect((await serve(paths.picture(placed.id, 320, "webp"))).status).toBe(404);
  });

  it("that is refused leaves no file", async () => {
    await expect(placePicture(Buffer.from("<svg/>"))).rejects.toThrow(PictureRefused);
  });

  it("is shown with its place kept, and late unless it is the first", async () => {
    const picture = { id: "5b0f8a1c-0000-4000-8000-000000000000", width: 400, height: 300, placeholder: "#a0b0c0", widths: [320, 400] };
    const html = renderToStaticMarkup(createElement(Picture, { picture, alt: "Bread", sizes: "100vw" }));
    expect(html).toContain(`srcSet="/pictures/${picture.id}/320.avif 320w, /pictures/${picture.id}/400.avif 400w"`);
    expect(html).toMatch(/<img[^>]*width="400" height="300" alt="Bread" loading="lazy"/);
    expect(html).toContain('fill="#a0b0c0"');
    expect(html).not.toContain("style=");
    const seenFirst = renderToStaticMarkup(createElement(Picture, { picture: { ...picture, placeholder: "" }, alt: "", sizes: "100vw", eager: true }));
    expect(seenFirst).toContain('loading="eager"');
    expect(seenFirst).toContain('fetchpriority="high"');
    expect(seenFirst).not.toContain("<svg");
  });
});

describe("anything else", () => {
  const id = "5b0f8a1c-0000-4000-8000-000000000000";

  it.each([
    [id, "320.webp"], [id, "320.svg"], [id, "320.html"], [id, "320"], [id, "0320.webp"], [id, "-1.webp"], [id, "99999.webp"], [id, "320.webp/.."],
    [id, "../../secret.webp"], [id, "320.webp\n"], [id, ""], [id, undefined], [id.toUpperCase(), "320.webp"], ["..", "320.webp"], ["../../etc", "320.webp"],
    [`${id}/..`, "320.webp"], ["%2e%2e", "320.webp"], ["", "320.webp"], [undefined, "320.webp"], ["__proto__", "320.webp"], ["'; DROP TABLE picture; --", "1.webp"],
  ])("(%j, %j) is not found, and not kept", async (pictureId, file) => {
    await files().putFile("secret.webp", Buffer.from("secret"));
    const response = await servePicture({ id: pictureId, file });
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toBe("");
  });
});
