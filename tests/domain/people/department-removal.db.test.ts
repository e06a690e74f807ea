import { beforeAll, expect, it } from "vitest";
import { startMessage } from "~/domain/messages/drafting.server";
import { publishMessage } from "~/domain/messages/publishing.server";
import { removeDepartment } from "~/domain/people/departments.server";
import { prisma } from "~/kernel/db.server";
import type { Invalid } from "~/kernel/errors";
import type { Actor } from "~/policy/actor";
import { useDatabase } from "../../support/database";
import { offerPost } from "../shares/offered-post";
import { createWorld, type World } from "../messages/world";

useDatabase();

let world: World;
let administrator: Actor;
let publisher: Actor;
beforeAll(async () => {
  world = await createWorld();
  administrator = await world.person("hr", { roles: [{ role: "administrator" }] });
  publisher = await world.person("hr", { roles: [{ role: "publisher" }] });
});

const refusal = (id: string) => removeDepartment(administrator, id).then(() => null, (error: unknown) => (error as Invalid).fields[""]);

it("keeps a department that messages or posts still to come are for, and lets it go afterwards", async () => {
  const { turin } = world.departments;
  const draft = { why: { it: "perché" }, audienceIds: [turin], texts: [{ departmentId: null, language: "it", title: "Titolo", body: "Testo" }] };
  const message = await startMessage(publisher, { kind: "notice", draft });
  expect(await refusal(turin)).toBe("admin-departments:error.hasMessages");
  const { revision } = await prisma.message.findUniqueOrThrow({ where: { id: message } });
  await publishMessage(publisher, message, revision);
  const post = await offerPost(publisher, turin);
  expect(await refusal(turin)).toBe("admin-departments:error.hasPosts");
  await prisma.post.update({ where: { id: post }, data: { state: "ended" } });
  expect(await refusal(turin)).toBeNull();
  expect(await prisma.department.findUnique({ where: { id: turin } })).toBeNull();
});
