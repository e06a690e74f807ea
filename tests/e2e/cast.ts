import type { BrowserContextOptions, Page } from "playwright-core";
import { DEMO_PASSWORD } from "../../prisma/seed/aurora/people";
import type { useDemo } from "../support/app";
import { signIn, type useBrowser } from "../support/browser";

type Opening = BrowserContextOptions & { tolerate?: RegExp };
type State = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

/**
 * The demo's people at their own devices, signed in. Each signs in by the form once in a file and is
 * remembered, as a browser remembers them.
 */
export function useCast(demo: ReturnType<typeof useDemo>, browser: ReturnType<typeof useBrowser>) {
  const remembered = new Map<string, State>();
  return {
    /** @param who the part before the @ of their address */
    async open(who: string, options: Opening): Promise<Page> {
      const page = await browser.open({ ...options, baseURL: demo.url, storageState: remembered.get(who) });
      if (!remembered.has(who)) {
        await signIn(page, `${who}@aurora.example`, DEMO_PASSWORD);
        remembered.set(who, await page.context().storageState());
      }
      return page;
    },
  };
}
