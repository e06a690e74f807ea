import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readForms } from "./support/forms";
import { send, type Answer } from "./support/sending";
import { useSystem } from "./support/system";

const system = useSystem();
const TYPED = "Typed beside the link";

/** Somebody inside who must never hear of it. */
let heard = 0;
const inside = http.createServer((_, response) => {
  heard++;
  response.end("<title>the secret of the inside</title>");
});
inside.on("connection", () => heard++);
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => inside.listen(0, "127.0.0.1", resolve));
  port = (inside.address() as AddressInfo).port;
});
afterAll(() => void inside.close());

async function preview(link: string): Promise<Answer> {
  const address = `/studio/library/${system.company.thing("post", "draft for all").id}`;
  const page = await send(system.url, address, { cookie: system.cookies.publisher });
  const form = readForms(page.body, address).find(({ fields }) => fields.some(([name]) => name === "linkUrl"))!;
  const typed: Record<string, string> = { title: TYPED, linkUrl: link };
  const fields = form.fields.filter(([name]) => !["act", "arrange", "removePicture", "takePagePicture"].includes(name)).map(([name, value]): [string, string] => [name, typed[name] ?? value]);
  return send(system.url, form.action, { cookie: system.cookies.publisher, form: [...fields, ["act", "preview"]] });
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("a link that points inside", () => {
  it("is refused with a sentence at its field, everything typed is kept, and nobody inside hears of it", async () => {
    const links = [
      `http://127.0.0.1:${port}/`, `http://localhost:${port}/`, `http://[::1]:${port}/`, `http://127.1:${port}/`, `http://2130706433:${port}/`, `http://0x7f000001:${port}/`, `http://0177.0.0.1:${port}/`, `http://0.0.0.0:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`, `http://[::]:${port}/`,
      `http://\uFF11\uFF12\uFF17.0.0.1:${port}/`, `http://127.0.0.1.:${port}/`, `http://user@127.0.0.1:${port}/`, `http://www.aurora.example@127.0.0.1:${port}/`, `http://169.254.169.254/latest/meta-data/`, "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://[fe80::1]/", "http://[fd00::1]/",
      "http://printer.local/", "http://intranet/", "http://db.internal/", "https://[64:ff9b::7f00:1]/", "http://224.0.0.1/", "http://255.255.255.255/", `http://8.8.8.8:${port}/`, "http://8.8.8.8:22/", "ftp://www.aurora.example/", "file:///etc/passwd", "gopher://127.0.0.1:6379/_x", "javascript:alert(1)", "data:text/html,x", "//127.0.0.1/", "http://", "http://%31%32%37.0.0.1/",
    ];
    for (const link of links) {
      const answer = await preview(link);
      expect(answer.status, link).toBe(422);
      expect(answer.body, link).toContain(TYPED);
      expect(answer.body, link).toContain(escaped(link));
      // The field itself says what is wrong with it.
      expect(answer.body, link).toMatch(/<[^>]*(?:name="linkUrl"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="linkUrl")/);
      expect(answer.body, link).not.toContain("the secret of the inside");
    }
    expect(heard).toBe(0);
    expect(system.complaints()).toEqual([]);
  });

  it("is not tried for ever: one person's previews are limited", async () => {
    let limited = 0;
    for (let index = 0; index < 30; index++) {
      const answer = await preview(`http://127.0.0.1:${port}/${index}`);
      expect(answer.status).toBe(422);
      if (index >= 28) limited++;
    }
    expect(limited).toBeGreaterThan(0);
    expect(heard).toBe(0);
  });
});
