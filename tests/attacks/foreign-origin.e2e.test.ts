import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { ruleFor } from "./opening-rules";
import { fingerprint } from "./support/fingerprint";
import { gatherForms, type GatheredForm } from "./support/gathering";
import { actionAddressOf, dataAddressOf, readAddresses } from "./support/route-table";
import { each, send } from "./support/sending";
import { isDeep, useSystem } from "./support/system";

const system = useSystem();
const addresses = readAddresses();
let forms: GatheredForm[];

beforeAll(async () => {
  forms = await gatherForms(system, addresses, (route, { kind }) => (route.params.includes("id") ? system.company.things.filter((thing) => thing.kind === kind).slice(0, isDeep ? undefined : 1) : [null]));
});

/** Every Origin that is not ours. */
function foreignOrigins(): (string | undefined)[] {
  const { hostname, port } = new URL(system.url);
  return [
    undefined,
    "null",
    "https://evil.example",
    `http://evil.${hostname}:${port}`,
    `http://${hostname}.evil.example:${port}`,
    `https://${hostname}:${port}`,
    `http://${hostname}:${Number(port) + 1}`,
    `http://${hostname}`,
    `http://localhost:${port}`,
    `${system.url}/`,
    `${system.url} https://evil.example`,
    system.url.toUpperCase(),
    `http://user@${hostname}:${port}`,
    "file://",
  ];
}

describe("a form that comes from elsewhere", () => {
  it("is refused by every action, as a document and as data, and changes nothing", async () => {
    const before = await fingerprint();
    const cookie = system.cookies.administrator;
    const cases = addresses.filter(({ hasAction }) => hasAction).flatMap((route, turn) => {
      const form = forms.find((one) => one.route.id === route.id);
      const address = form?.action ?? actionAddressOf(route, { ...ruleFor(route.path)?.fill, id: randomUUID() });
      return foreignOrigins().filter((_, index) => isDeep || index < 4 || (index + turn) % 3 === 0)
        .flatMap((origin) => [address, dataAddressOf(address)].map((one) => ({ address: one, origin, form: form?.fields ?? [["remove", "yes"] as [string, string]] })));
    });
    const wrong: string[] = [];
    await each(cases, async ({ address, origin, form }) => {
      const { status } = await send(system.url, address, { cookie, form, headers: { Origin: origin ?? "" } });
      if (status !== 403) wrong.push(`${address} from ${origin}: ${status}`);
    });
    expect(cases.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it("is refused whatever the method, the type of its body and the headers that claim otherwise", async () => {
    const tricks: { method: string; headers: Record<string, string> }[] = [
      ...["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "post"].map((method) => ({ method, headers: { Origin: "https://evil.example" } })),
      { method: "POST", headers: { Origin: "https://evil.example", Referer: `${system.url}/settings` } },
      { method: "POST", headers: { Referer: `${system.url}/settings` } },
      { method: "POST", headers: { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example", Host: "evil.example" } },
      { method: "POST", headers: { Origin: "https://evil.example", "X-HTTP-Method-Override": "GET" } },
      { method: "POST", headers: { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" } },
      { method: "POST", headers: { Origin: "https://evil.example", "Content-Type": "text/plain" } },
      { method: "POST", headers: { Origin: "https://evil.example", "Content-Type": "application/json" } },
    ];
    const before = await fingerprint();
    for (const { method, headers } of tricks) {
      const answer = await send(system.url, "/settings?index", { method, cookie: system.cookies.employee, body: "language=en&theme=dark&timeZone=&quiet=company&quietFrom=&quietUntil=", headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers } }).catch(() => ({ status: 0 }));
      // Node itself hangs up on methods that it does not know.
      expect([0, 400, 403], `${method} ${JSON.stringify(headers)}`).toContain(answer.status);
    }
    expect(await fingerprint()).toEqual(before);
  });

  it("keeps its session: our own form still works afterwards", async () => {
    const answer = await send(system.url, "/settings?index", { cookie: system.cookies.employee, form: { language: "it", theme: "", timeZone: "", quiet: "company", quietFrom: "", quietUntil: "" } });
    expect(answer.status).toBe(302);
  });
});
