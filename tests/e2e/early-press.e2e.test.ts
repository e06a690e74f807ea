import { expect, it } from "vitest";
import { useDemo } from "../support/app";
import { DESKTOP, useBrowser } from "../support/browser";
import { useCast } from "./cast";

const cast = useCast(useDemo(), useBrowser());

it("is heard by a page that is only just waking up", async () => {
  const page = await cast.open("employee", DESKTOP);
  // Pressed in the one moment in which the page listens already and has nothing put together yet.
  await page.addInitScript(() => {
    const listen = document.addEventListener.bind(document);
    let isFirst = true;
    document.addEventListener = (type: string, ...rest: [EventListenerOrEventListenerObject]) => {
      listen(type, ...rest);
      if (type !== "click" || !isFirst) return;
      isFirst = false;
      queueMicrotask(() => {
        document.querySelector("main")!.click();
        document.documentElement.dataset.pressed = "yes";
      });
    };
  });
  await page.goto("/wins");
  await page.getByRole("button", { name: "Pause live updates" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.pressed)).toBe("yes");
});
