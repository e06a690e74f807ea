import { expect, it } from "vitest";
import { inTreeOrder } from "~/domain/people/tree-order";

const branch = (id: string, parentId: string | null, name = id) => ({ id, parentId, name });

it("puts parents before their children, and siblings as the language sorts them", () => {
  const branches = [branch("c", "a", "Zürich"), branch("d", "a", "Äpfel"), branch("b", "c"), branch("a", null), branch("e", "a", "Shop 10"), branch("f", "a", "Shop 9")];
  expect(inTreeOrder(branches, "en").map(({ id, depth }) => `${id}${depth}`)).toEqual(["a0", "d1", "f1", "e1", "c1", "b2"]);
});

it("keeps departments of ten thousand in one level together", () => {
  const wide = [branch("top", null), ...Array.from({ length: 10_000 }, (_, at) => branch(`${at}`, "top"))];
  expect(inTreeOrder(wide, "ro")).toHaveLength(10_001);
});
