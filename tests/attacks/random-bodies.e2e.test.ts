import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleFor } from "./opening-rules";
import { PEOPLE, signedIn } from "./support/company";
import { hostileTexts } from "./support/hostile-texts";
import { actionAddressOf, dataAddressOf, readAddresses } from "./support/route-table";
import { leadsTo, send } from "./support/sending";
import { isDeep, useSystem } from "./support/system";

const system = useSystem();
const actions = readAddresses().filter(({ hasAction }) => hasAction);

const types = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data", "multipart/form-data; boundary=", "application/json", "text/plain", "text/x-script", "image/svg+xml", "", "application/x-www-form-urlencoded; charset=utf-7", "x".repeat(300)];

const name = fc.oneof(fc.constantFrom("title", "body", "language", "act", "revision", "audience", "version", "choice", "words", "captionText", "remove", "parentId", "grantId", "role", "id", "session", "password", "picture", "decision"), fc.string({ maxLength: 12 }));
const value = fc.oneof(fc.constantFrom(...hostileTexts, randomUUID(), "1", "yes"), fc.string({ unit: "binary", maxLength: 200 }));
const pairs = fc.array(fc.tuple(name, value), { maxLength: 8 });
const part = (fields: [string, string][]) => fields.map(([field, text]) => `--b\r\nContent-Disposition: form-data; name="${field.replace(/["\r\n]/g, "")}"${text.length % 3 ? "" : '; filename="../x.svg"'}\r\n\r\n${text}\r\n`).join("") + "--b--\r\n";
const body = fc.oneof(
  pairs.map((fields) => new URLSearchParams(fields).toString()),
  pairs.map(part),
  pairs.map((fields) => part(fields).slice(0, -9)),
  fc.json().map(String),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ maxLength: 300 }),
);

describe("whatever is sent to whatever action", () => {
  it("is answered without a fault, and the process stays well", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actions), fc.constantFrom(...PEOPLE, null), fc.constantFrom(...types), body, fc.boolean(), fc.constantFrom("POST", "POST", "POST", "PUT", "DELETE", "PATCH"), fc.nat(), async (route, who, type, sent, asData, method, pick) => {
        const rule = ruleFor(route.path);
        const things = system.company.things.filter(({ kind }) => kind === rule?.kind);
        const address = actionAddressOf(route, { ...rule?.fill, id: things[pick % Math.max(1, things.length)]?.id ?? randomUUID() });
        const answer = await send(system.url, asData ? dataAddressOf(address) : address, {
          method, body: sent, cookie: who ? system.cookies[who] : undefined, headers: { Origin: system.url, "Content-Type": type },
        });
        expect(answer.status, address).toBeLessThan(500);
        expect(answer.status).toBeGreaterThanOrEqual(200);
        // Some of these bodies sign people out; the next ones shall get further than to the door.
        if (who && leadsTo(answer)?.startsWith("/sign-in")) system.cookies[who] = await signedIn(system.company.people[who]);
      }),
      { numRuns: isDeep ? 5_000 : 150, endOnFailure: true },
    );
    expect((await send(system.url, "/healthz")).status).toBe(200);
    expect(system.complaints()).toEqual([]);
  });
});
