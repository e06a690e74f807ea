import { expect, it } from "vitest";
import { joinInterests, splitInterests } from "~/domain/people/interests";

const listed = ["Cycling", "Baking at home", "Chess"];

it("keeps the company's words in its order, own ones after them, and each once", () => {
  expect(joinInterests(listed, ["Chess", "Cycling", "not of the list"], ["sailing", "chess"])).toEqual(["Cycling", "Chess", "sailing"]);
  expect(joinInterests([], ["Chess"], ["Chess"])).toEqual(["Chess"]);
});

it("tells them apart again, also after a word was taken off the list", () => {
  expect(splitInterests(["Cycling"], ["Cycling", "Chess", "sailing"])).toEqual({ chosen: ["Cycling"], own: ["Chess", "sailing"] });
});
