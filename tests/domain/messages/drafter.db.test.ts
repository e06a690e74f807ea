import { beforeAll, expect, it } from "vitest";
import { startMessage } from "~/domain/messages/drafting.server";
import { getPublicationPage, withinScope, getEditable } from "~/domain/messages/editing-page.server";
import { publishNotice } from "~/domain/messages/noticing.server";
import { publishMessage } from "~/domain/messages/publishing.server";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { NotFound } from "~/kernel/errors";
import { useDatabase } from "../../support/database";
import { createWorld, type World } from "./world";

useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const notice = (audienceIds: string[]) => ({ why: { it: "Perché" }, audienceIds, texts: [{ departmentId: null, language: "it", title: "Titolo", body: "Testo" }] });

it("lets a drafter write for their departments, and never publish; their publishers do", async () => {
  const { turin, shops } = world.departments;
  const drafter = await world.person("turin", { roles: [{ role: "drafter", departmentId: turin }] });
  expect(withinScope(drafter, await departmentChoices()).map(({ id }) => id)).toEqual([turin]);
  await expect(startMessage(drafter, { kind: "notice", draft: notice([shops]) })).rejects.toMatchObject({ fields: { audience: "studio-messages:errors.audienceScope" } });
  const id = await startMessage(drafter, { kind: "notice", draft: notice([turin]) });
  expect((await getPublicationPage(drafter, await getEditable(drafter, id))).canPublish).toBe(false);
  await expect(publishMessage(drafter, id, 1)).rejects.toBeInstanceOf(NotFound);

  const other = await world.person("turin", { roles: [{ role: "drafter", departmentId: turin }] });
  await expect(getEditable(other, id)).rejects.toBeInstanceOf(NotFound);
  const publisher = await world.person("shops", { roles: [{ role: "publisher", departmentId: shops }] });
  await publishMessage(publisher, id, 1);

  const form = { id: crypto.randomUUID(), audienceIds: [turin], why: "Perché", title: "Titolo", body: "Testo" };
  expect(await publishNotice(drafter, form as never, "it")).toMatchObject({ isPublished: false });
});
