import { describe, expect, it } from "vitest";
import { storePassword } from "~/domain/people/credentials.server";
import { hashPassword } from "~/domain/people/password-hashing.server";
import { transaction } from "~/kernel/db.server";
import { each, send, type Answer } from "./support/sending";
import { useSystem } from "./support/system";

const PASSWORD = "tre gatti sul tetto 9";
const system = useSystem({
  processes: 2,
  env: { VOUCH_TRUST_PROXY: "1" },
  prepare: async ({ people }) => {
    const hash = await hashPassword(PASSWORD);
    for (const { id } of [people.employee, people.colleague, people.leader]) await transaction((tx) => storePassword(tx, id, hash));
  },
});

let turn = 0;
/** A try from an address of its own, at the processes in turn. */
function guess(identifier: string, password: string, address = `198.51.100.${++turn % 250}`): Promise<Answer> {
  return send(system.apps[++turn % 2]!.url, "/sign-in", { form: { identifier, password }, headers: { "X-Forwarded-For": address } });
}

const mailOf = (who: "employee" | "colleague" | "leader") => system.company.people[who].email!;

describe("guessing passwords", () => {
  it("of one account ends after ten tries, from wherever, over all processes and a restart", async () => {
    const email = mailOf("employee");
    for (let index = 0; index < 10; index++) {
      // The same account, however it is spelled.
      const spelled = index % 3 === 0 ? email.toUpperCase() : index % 3 === 1 ? ` ${email} ` : email;
      expect((await guess(spelled, `wrong ${index}`)).status).toBe(422);
    }
    const refused = await guess(email, PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(60);
    expect(refused.headers["set-cookie"]?.join() ?? "").not.toContain("vouch=");
    expect(refused.body).not.toContain(PASSWORD);

    await system.apps[0]!.kill();
    await system.start(0);
    for (let index = 0; index < 4; index++) expect((await guess(email, PASSWORD)).status).toBe(429);
    // Others are not locked out with it.
    expect((await guess(mailOf("colleague"), PASSWORD)).status).toBe(302);
  });

  it("is counted for unknown accounts alike: the answers tell nothing", async () => {
    const bare = ({ body }: Answer, email: string) => body.replace(/nonce="[^"]*"/g, "").replaceAll(email, "").replaceAll(encodeURIComponent(email), "");
    const unknown = "nobody@aurora.example";
    for (let index = 0; index < 10; index++) {
      const [a, b] = [await guess(mailOf("leader"), "wrong"), await guess(unknown, "wrong")];
      expect([a.status, b.status]).toEqual([422, 422]);
      expect(bare(b, unknown).length).toBe(bare(a, mailOf("leader")).length);
    }
    expect([(await guess(mailOf("leader"), "wrong")).status, (await guess(unknown, "wrong")).status]).toEqual([429, 429]);
    for (const identifier of [mailOf("colleague"), unknown]) expect((await send(system.url, "/forgotten-password", { form: { identifier } })).status).toBe(200);
  });

  it("from one address ends after a hundred tries, over all accounts and processes", async () => {
    const address = "203.0.113.7";
    const statuses: number[] = [];
    await each(Array.from({ length: 104 }, (_, index) => index), async (index) => {
      statuses.push((await guess(`person-${index}@aurora.example`, "wrong", address)).status);
    });
    expect(statuses.filter((status) => status === 422)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    expect((await guess(mailOf("colleague"), PASSWORD, address)).status).toBe(429);
    expect((await guess(mailOf("colleague"), PASSWORD, "203.0.113.8")).status).toBe(302);
    // Only the proxy's own word counts: what stands before it was sent by the visitor.
    expect((await guess(mailOf("colleague"), PASSWORD, `192.0.2.1, ${address}`)).status).toBe(429);
    expect(system.complaints()).toEqual([]);
  });
});
