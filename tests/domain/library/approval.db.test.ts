import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { approvePost, declinePost, endPost, requestPostApproval } from "~/domain/library/approval.server";
import { findApprovers } from "~/domain/library/approvers.server";
import { savePost } from "~/domain/library/drafting.server";
import type { PostContent } from "~/domain/library/post";
import { getOfferedPost } from "~/domain/library/offering.server";
import { getPostReview, listPostsToReview } from "~/domain/library/reviewing.server";
import { now, useClock } from "~/kernel/clock";
import { prisma, query } from "~/kernel/db.server";
import { Conflict, Forbidden, Invalid, NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "../messages/world";
import { askFor, contentOf, getPost, offerPost, rules, writePost } from "./posts";

useDatabase();

let world: World;
let author: Actor;
let colleague: Actor;
let approver: Actor;
let reader: Actor;
let administrator: Actor;

beforeAll(async () => {
  world = await createWorld();
  author = await world.person("hr", { roles: [{ role: "publisher" }] });
  colleague = await world.person("hr", { roles: [{ role: "publisher" }, { role: "approver" }] });
  approver = await world.person("operations", { language: "en", roles: [{ role: "approver" }] });
  reader = await world.person("turin");
  administrator = await world.person("office", { roles: [{ role: "administrator" }] });
});

const approve = async (who: Actor, id: string, note = "") => approvePost(who, id, { contentHash: (await getPost(id)).contentHash, note });
const edit = async (who: Actor, id: string, change: Partial<PostContent>) => {
  const { revision, content } = await contentOf(id);
  return savePost(who, id, { revision, content: { ...content, ...change } }, rules);
};
const countMails = async (batch: string) => (await prisma.mailOutbox.findMany({ where: { batch: { startsWith: batch } } })).length;

/** One change of each part that a form can change; each differs from `wholePost`. */
const word = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(..."abcxyz") });
const texts = ["title", "summary", "why", "linkTitle", "linkDescription", "pictureAlt", "facts", "hashtags", "disclosure"] as const;
const changes: fc.Arbitrary<Partial<PostContent>> = fc.oneof<fc.Arbitrary<Partial<PostContent>>[]>(
  fc.tuple(fc.constantFrom(...texts), word).map(([part, text]) => ({ [part]: `new ${text}` })),
  fc.constantFrom<Partial<PostContent>>(
    { language: "ro" },
    { linkUrl: "https://www.aurora.example/other" },
    { validFrom: "2020-01-01" },
    { validUntil: "2999-12-31" },
    { captions: [] },
  ),
  word.map((text) => ({ captions: [{ id: null, network: null, language: "it", text }] })),
);

describe("an approval", () => {
  it("is void by any edit, and the post is off offer at once", async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (change) => {
        const id = await offerPost(author, approver);
        await expect(getOfferedPost(reader, id)).resolves.toMatchObject({ id });
        const saved = await edit(colleague, id, change);
        expect(saved.voided).toBe("approved");
        const post = await getPost(id);
        expect(post).toMatchObject({ state: "draft", approvedAt: null, revision: 3 });
        expect(post.approvals[0]).toMatchObject({ decision: "void", decidedBy: { id: approver.id }, voidedBy: { id: colleague.id } });
        expect(post.approvals[0]?.voidedParts.length).toBeGreaterThan(0);
        await expect(getOfferedPost(reader, id)).rejects.toThrow(NotFound);
        expect(await query(sql`SELECT 1 FROM post_audience WHERE post_id = ${id}::uuid AND approved_at IS NOT NULL`)).toEqual([]);
      }),
      { numRuns: process.env.VOUCH_DEEP ? 300 : 10 },
    );
  });

  it("is void by an edit while it waits, and the old answer no longer counts", async () => {
    const id = await askFor(author);
    const { contentHash } = await getPost(id);
    expect((await edit(author, id, { why: "Another why" })).voided).toBe("waiting");
    await expect(approvePost(approver, id, { contentHash, note: "" })).rejects.toThrow(Conflict);
    await requestPostApproval(author, id, 3);
    await expect(approvePost(approver, id, { contentHash, note: "" })).rejects.toThrow(Conflict);
    expect(await getPost(id)).toMatchObject({ state: "in_review" });
  });

  it("stands when a save changes nothing", async () => {
    const id = await offerPost(author, approver);
    expect(await edit(colleague, id, {})).toEqual({ revision: 2, isUnchanged: true, voided: null });
    expect(await getPost(id)).toMatchObject({ state: "approved", revision: 2 });
    expect((await getPost(id)).editors.map((editor) => editor.id)).toEqual([author.id]);
  });

  it("is given by nobody who created or edited it", async () => {
    const both = await world.person("hr", { roles: [{ role: "publisher" }, { role: "approver" }] });
    const id = await askFor(both);
    await expect(approve(both, id)).rejects.toThrow(Forbidden);
    await edit(colleague, id, { summary: "Edited by the colleague" });
    await requestPostApproval(both, id, 3);
    await expect(approve(colleague, id)).rejects.toThrow(Forbidden);
    expect((await getPostReview(colleague, id)).hindrance).toBe("edited");
    await approve(approver, id);
    expect(await getPost(id)).toMatchObject({ state: "approved" });
  });

  it("is given by nobody without the role for its audience", async () => {
    const id = await askFor(author, { audience: [world.departments.office] });
    const elsewhere = await world.person("hr", { roles: [{ role: "approver", departmentId: world.departments.operations }] });
    await expect(approve(reader, id)).rejects.toThrow(NotFound);
    await expect(approve(elsewhere, id)).rejects.toThrow(NotFound);
    await expect(approve(author, id)).rejects.toThrow(Forbidden);
    await approve(await world.person("hr", { roles: [{ role: "approver", departmentId: world.departments.office }] }), id);
  });

  it("has one effect when it is sent twice, also at the same moment", async () => {
    const id = await writePost(author);
    await Promise.all([1, 2, 3].map(() => requestPostApproval(author, id, 2)));
    const { approvals, contentHash } = await getPost(id);
    expect(approvals).toHaveLength(1);
    expect(await countMails(`post-approval:${approvals[0]?.id}`)).toBe((await findApprovers(await getPost(id))).forThisPost);
    await Promise.all([1, 2, 3].map(() => approvePost(approver, id, { contentHash, note: "Fine" })));
    expect(await prisma.event.count({ where: { type: "post.approved", subjectId: id } })).toBe(1);
    expect(await countMails(`post-decision:${approvals[0]?.id}`)).toBe(1);
  });

  it("goes to the first of two who decide at once; the other one is told", async () => {
    const id = await askFor(author);
    const { contentHash } = await getPost(id);
    const other = await world.person("operations", { roles: [{ role: "approver" }] });
    const answers = await Promise.allSettled([
      approvePost(approver, id, { contentHash, note: "" }),
      declinePost(other, id, { contentHash, note: "The year is wrong" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getPost(id)).approvals[0]?.decision).toBe(answers[0].status === "fulfilled" ? "approved" : "declined");
  });

  it("never offers what was edited at the same moment", async () => {
    for (let round = 0; round < 8; round++) {
      const id = await askFor(author);
      const { contentHash } = await getPost(id);
      await Promise.allSettled([approvePost(approver, id, { contentHash, note: "" }), edit(author, id, { why: `Why ${round}` })]);
      const post = await getPost(id);
      if (post.state === "approved") expect(post.contentHash).toBe(contentHash);
      else expect(await query(sql`SELECT 1 FROM post_audience WHERE post_id = ${id}::uuid AND approved_at IS NOT NULL`)).toEqual([]);
    }
  });

  it("asks for a note to send something back, and the requester reads it", async () => {
    const id = await askFor(author);
    const { contentHash, approvals } = await getPost(id);
    await expect(declinePost(approver, id, { contentHash, note: "" })).rejects.toThrow(Invalid);
    await declinePost(approver, id, { contentHash, note: "The year is wrong" });
    const [mail] = await prisma.mailOutbox.findMany({ where: { batch: `post-decision:${approvals[0]?.id}` }, include: { content: true } });
    expect(mail).toMatchObject({ personId: author.id, content: { language: "it" } });
    expect(mail?.content.text).toContain("The year is wrong");
    expect(await getPost(id)).toMatchObject({ state: "draft", approvals: [{ decision: "declined", note: "The year is wrong" }] });
  });

  it("is not asked for while something is missing", async () => {
    const missing: Partial<PostContent>[] = [{ why: "" }, { linkUrl: "" }, { captions: [] }, { validUntil: "2020-01-01" }, { audience: [] }];
    for (const change of missing) await expect(askFor(author, change), JSON.stringify(change)).rejects.toThrow(Invalid);
  });

  it("may be given by an administrator once its deadline has passed", async () => {
    const id = await askFor(author);
    await expect(approve(administrator, id)).rejects.toThrow(NotFound);
    expect((await listPostsToReview(administrator)).map((post) => post.id)).not.toContain(id);
    const later = new Date(now().getTime() + 6 * 24 * 3_600_000);
    const restore = useClock({ now: () => later });
    try {
      expect((await listPostsToReview(administrator)).map((post) => post.id)).toContain(id);
      await approve(administrator, id);
    } finally {
      restore();
    }
    expect(await getPost(id)).toMatchObject({ state: "approved" });
  });

  it("stands in the audit, and so does its end and what voids it", async () => {
    const id = await offerPost(author, approver);
    await endPost(author, id);
    await endPost(author, id);
    await expect(getOfferedPost(reader, id)).rejects.toThrow(NotFound);
    expect(await getPost(id)).toMatchObject({ state: "ended" });
    await edit(author, id, { title: "Once more" });
    const types = (await prisma.event.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(({ type }) => type);
    const entries = await prisma.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["post.approved", approver.id],
      ["post.ended", author.id],
      ["post.approval_voided", author.id],
    ]);
    expect(types).toEqual(["post.started", "post.edited", "post.approval_requested", "post.approved", "post.ended", "post.edited", "post.approval_voided"]);
  });
});

describe("a company without an approver", () => {
  it("is asked to invite one", async () => {
    await prisma.roleGrant.deleteMany({ where: { role: "approver" } });
    const id = await writePost(author);
    expect(await findApprovers(await getPost(id))).toMatchObject({ inCompany: 0, forThisPost: 0 });
    await expect(requestPostApproval(author, id, 2)).rejects.toThrow(Invalid);
  });
});
