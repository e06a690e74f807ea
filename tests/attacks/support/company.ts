import { createHash, randomBytes } from "node:crypto";
import { requestPostApproval, approvePost } from "~/domain/library/approval.server";
import { savePost, startPost } from "~/domain/library/drafting.server";
import type { PostContent, PostRules } from "~/domain/library/post";
import { findPostRecord } from "~/domain/library/post-record.server";
import { requestApproval } from "~/domain/messages/approval.server";
import { takeSnapshot } from "~/domain/insights/take-snapshot.job.server";
import { setApprovalRule } from "~/domain/messages/approval-rules.server";
import { startMessage } from "~/domain/messages/drafting.server";
import { publishMessage } from "~/domain/messages/publishing.server";
import { findActor } from "~/domain/people/actors.server";
import { addLocation } from "~/domain/people/locations.server";
import { addComment } from "~/domain/wins/answering.server";
import { removeWin } from "~/domain/wins/changing.server";
import { addChannel } from "~/domain/wins/chat/channels.server";
import { giveThanks } from "~/domain/wins/thanking.server";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { createWorld, type World } from "../../domain/messages/world";

/** The kinds of things that addresses name. */
export type Kind = "message" | "post" | "share" | "person" | "department" | "location" | "grant" | "import" | "guest";

/** Of wins, and where they are told. */
export type WinKind = "win" | "channel";

export interface Thing {
  kind: Kind | WinKind;
  /** What it is, for failures: "published for shops". */
  name: string;
  id: string;
}

export interface Company extends World {
  people: Record<PersonName, Actor>;
  things: Thing[];
  thing(kind: Thing["kind"], name: string): Thing;
}

export const PEOPLE = ["employee", "itEmployee", "shopsPublisher", "publisher", "shopsApprover", "approver", "leader", "moderator", "administrator", "colleague", "guest"] as const;
export type PersonName = (typeof PEOPLE)[number];

/** A company with somebody in every role, and things of every kind in every state, for some and for all. */
export async function foundCompany(): Promise<Company> {
  const world = await createWorld();
  const { shops, operations } = world.departments;
  const people: Company["people"] = {
    employee: await world.person("turin"),
    itEmployee: await world.person("it", { language: "en" }),
    shopsPublisher: await world.person("shops", { roles: [{ role: "publisher", departmentId: shops }] }),
    publisher: await world.person("hr", { roles: [{ role: "publisher" }] }),
    shopsApprover: await world.person("operations", { roles: [{ role: "approver", departmentId: operations }] }),
    approver: await world.person("office", { roles: [{ role: "approver" }] }),
    leader: await world.person("company", { roles: [{ role: "leader" }] }),
    moderator: await world.person("it", { roles: [{ role: "moderator" }] }),
    administrator: await world.person("company", { language: "en", roles: [{ role: "administrator" }] }),
    colleague: await world.person("turin", { language: "ro" }),
    guest: await inviteGuest(world),
  };
  const driver = await world.person("turin");
  await query(sql`UPDATE person SET email = NULL, personnel_number = '70001' WHERE id = ${driver.id}::uuid`);
  const gone = await world.person("turin");
  await query(sql`UPDATE person SET deactivated_at = now() WHERE id = ${gone.id}::uuid`);
  const things: Thing[] = [
    { kind: "person", name: "a colleague", id: people.colleague.id },
    { kind: "person", name: "the employee", id: people.employee.id },
    { kind: "person", name: "the administrator", id: people.administrator.id },
    { kind: "person", name: "somebody without mail", id: driver.id },
    { kind: "person", name: "somebody who left", id: gone.id },
    { kind: "person", name: "a guest", id: people.guest.id },
    { kind: "guest", name: "of an agency", id: people.guest.id },
    { kind: "guest", name: "no guest at all", id: people.colleague.id },
    { kind: "department", name: "the company", id: world.departments.company },
    { kind: "department", name: "shops", id: shops },
    { kind: "import", name: "the last one", id: await writeImport(people.administrator) },
    { kind: "location", name: "a shop", id: await addLocation(people.administrator, { name: "Torino", country: "IT", timeZone: "Europe/Rome" }) },
    ...(await writeMessages(world, people)),
    ...(await writePosts(world, people)),
    ...(await giveWins(people)),
    await openChannel(people.administrator),
  ];
  const offered = things.find(({ kind, name }) => kind === "post" && name === "offered to all")!;
  things.push({ kind: "share", name: "the employee's", id: await recordShare(people.employee, offered.id, "bcdfghj2") });
  things.push({ kind: "share", name: "the publisher's", id: await recordShare(people.publisher, offered.id, "bcdfghj3") });
  await takeSnapshot();
  const thing = (kind: Thing["kind"], name: string) => {
    const found = things.find((one) => one.kind === kind && one.name === name);
    if (!found) throw new Error(`The company has no ${kind} "${name}".`);
    return found;
  };
  return { ...world, people, things, thing };
}

/** Somebody of an agency who drafts for the shops. */
async function inviteGuest(world: World): Promise<Actor> {
  const { id } = await world.person("shops", { roles: [{ role: "drafter", departmentId: world.departments.shops }] });
  await query(sql`UPDATE person SET is_guest = true, guest_until = now() + interval '30 days', agency = 'Studio Bruno' WHERE id = ${id}::uuid`);
  return (await findActor(id))!;
}

/** A file of people that was looked through and put aside. */
async function writeImport({ id: personId }: Actor): Promise<string> {
  const id = crypto.randomUUID();
  await query(sql`
    INSERT INTO people_import (id, state, file_name, created_by_id, created_at, updated_at, columns, encoding, creates_departments, missing_leave, total)
    VALUES (${id}::uuid, 'abandoned', 'people.csv', ${personId}::uuid, now(), now(), '[]', 'utf-8', false, false, 0)`);
  return id;
}

async function writeMessages({ departments }: World, people: Company["people"]): Promise<Thing[]> {
  const write = (author: Actor, department: string, title: string) =>
    startMessage(author, {
      kind: "message",
      draft: { why: { it: "Perché conta" }, audienceIds: [department], asksConfirmation: true, texts: [{ departmentId: null, language: "it", title, body: "Testo" }] },
    });
  const published = async (author: Actor, department: string, title: string) => {
    const id = await write(author, department, title);
    await publishMessage(author, id, 1);
    return id;
  };
  const made = {
    "published for all": await published(people.publisher, departments.company, "Per tutti"),
    "published for shops": await published(people.shopsPublisher, departments.shops, "Per i negozi"),
    "published for office": await published(people.publisher, departments.office, "Per gli uffici"),
    "draft for all": await write(people.publisher, departments.company, "Bozza"),
    "draft for shops": await write(people.shopsPublisher, departments.shops, "Bozza negozi"),
    "a guest's draft": await write(people.guest, departments.shops, "Bozza dell'agenzia"),
    "waiting for shops": await write(people.shopsPublisher, departments.turin, "In attesa"),
  };
  await setApprovalRule(people.administrator, { departmentId: departments.turin, reason: "Torino", coversNotices: true });
  await requestApproval(people.shopsPublisher, made["waiting for shops"], 1);
  return Object.entries(made).map(([name, id]) => ({ kind: "message", name, id }));
}

/** The library's rules as they are without networks of its own: every caption fits. */
export const roomyRules: PostRules = { languages: ["it", "en", "ro", "ru"], networks: ["linkedin"], countCaption: () => ({ used: 1, limit: 1_000 }) };

export async function writePost(author: Actor, over: Partial<PostContent> & { title: string; audience: string[] }): Promise<string> {
  const { title } = over;
  const id = await startPost(author, { title, language: "it" });
  const content: PostContent = {
    summary: "In breve", why: "Perché conta", language: "it", linkUrl: "https://www.aurora.example/mulino", linkTitle: "Il mulino", linkDescription: "Tutto sul mulino",
    pictureAlt: "", facts: "Un mulino", hashtags: "mulino", disclosure: "", validFrom: "", validUntil: "",
    captions: [{ id: null, network: null, language: "it", text: "Il nostro mulino macina ancora" }],
    ...over,
  };
  await savePost(author, id, { revision: 1, content }, roomyRules);
  return id;
}

export async function offerPost(author: Actor, approver: Actor, id: string): Promise<void> {
  const { revision } = (await findPostRecord(id))!;
  await requestPostApproval(author, id, revision);
  const { contentHash } = (await findPostRecord(id))!;
  await approvePost(approver, id, { contentHash, note: "" });
}

async function writePosts({ departments }: World, people: Company["people"]): Promise<Thing[]> {
  const made = {
    "offered to all": await writePost(people.publisher, { title: "Per tutti", audience: [departments.company] }),
    "offered to office": await writePost(people.publisher, { title: "Per gli uffici", audience: [departments.office] }),
    "draft for all": await writePost(people.publisher, { title: "Bozza", audience: [departments.company] }),
    "draft for shops": await writePost(people.shopsPublisher, { title: "Bozza negozi", audience: [departments.shops] }),
    "a guest's draft": await writePost(people.guest, { title: "Bozza dell'agenzia", audience: [departments.turin] }),
    "waiting for all": await writePost(people.publisher, { title: "In attesa", audience: [departments.company] }),
    "waiting for shops": await writePost(people.shopsPublisher, { title: "In attesa negozi", audience: [departments.shops] }),
  };
  await offerPost(people.publisher, people.approver, made["offered to all"]);
  await offerPost(people.publisher, people.approver, made["offered to office"]);
  for (const name of ["waiting for all", "waiting for shops"] as const) {
    const { revision } = (await findPostRecord(made[name]))!;
    await requestPostApproval(name === "waiting for all" ? people.publisher : people.shopsPublisher, made[name], revision);
  }
  return Object.entries(made).map(([name, id]) => ({ kind: "post", name, id }));
}

async function openChannel(administrator: Actor): Promise<Thing> {
  const id = crypto.randomUUID();
  await addChannel(administrator, { id, name: "#notizie", network: "slack", address: "https://hooks.slack.example/services/T1/B1/planted", scope: "milestones", language: "it" });
  return { kind: "channel", name: "a channel", id };
}

async function giveWins(people: Company["people"]): Promise<Thing[]> {
  const thank = async (giver: Actor, ...thanked: Actor[]) => {
    const id = crypto.randomUUID();
    await giveThanks(giver, { id, person: thanked.map((each) => each.id), team: [], text: "Grazie", pictureAlt: "" });
    return id;
  };
  const made = {
    "by the employee": await thank(people.employee, people.colleague),
    "by the publisher": await thank(people.publisher, people.employee, people.itEmployee),
    removed: await thank(people.colleague, people.employee),
  };
  await addComment(people.employee, made["by the publisher"], { id: crypto.randomUUID(), body: "Grazie a voi" });
  await removeWin(people.moderator, made.removed, { reason: "Regola 3" });
  return Object.entries(made).map(([name, id]) => ({ kind: "win", name, id }));
}

/** A share with its short link, as handing over leaves them. @returns the share's id */
export async function recordShare({ id: personId }: Actor, postId: string, slug: string): Promise<string> {
  const [shareId, linkId] = [crypto.randomUUID(), crypto.randomUUID()];
  await query(sql`
    INSERT INTO link (id, slug, target_url, post_id, person_id, network, created_at)
    VALUES (${linkId}::uuid, ${slug}, 'https://www.aurora.example/mulino', ${postId}::uuid, ${personId}::uuid, 'linkedin', now())`);
  await query(sql`
    INSERT INTO share (id, request_key, person_id, post_id, network, way, text, wording_hash, link_id, handed_over_at)
    VALUES (${shareId}::uuid, ${crypto.randomUUID()}::uuid, ${personId}::uuid, ${postId}::uuid, 'linkedin', 'copy', 'Lavoro qui', ${slug}, ${linkId}::uuid, now())`);
  return shareId;
}

/** A signed-in device. @returns the value of its Cookie header */
export async function signedIn({ id }: Pick<Actor, "id">): Promise<string> {
  const token = Array.from(randomBytes(40), (byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
  await query(sql`
    INSERT INTO session (id, person_id, expires_at, created_at, device)
    VALUES (${createHash("sha256").update(token).digest("hex")}, ${id}::uuid, now() + interval '30 days', now(), 'Test')`);
  return `vouch=${token}`;
}

/** Somebody who came by a link to a new password. @returns the value of their Cookie header */
export async function resetCookie({ id }: Pick<Actor, "id">): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await query(sql`
    INSERT INTO password_reset (id, person_id, created_at, expires_at)
    VALUES (${createHash("sha256").update(token).digest("hex")}, ${id}::uuid, now(), now() + interval '1 hour')`);
  return `reset=${token}`;
}
