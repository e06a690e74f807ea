import type { Page } from "playwright-core";

const PERSON = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const SCANNER = "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)";

/** Plays every network for a page and the windows it opens: nothing leaves the machine. Returns the addresses asked for. */
export async function playOutside(page: Page): Promise<URL[]> {
  const asked: URL[] = [];
  await page.context().route(
    (url) => url.protocol.startsWith("http") && url.hostname !== "127.0.0.1",
    (route) => {
      asked.push(new URL(route.request().url()));
      return route.fulfill({ contentType: "text/html", body: '<!doctype html><link rel="icon" href="data:,"><title>Outside</title>' });
    },
  );
  return asked;
}

/** Somebody follows a short link, from a phone of their own or as a network's scanner. */
export function follow(link: string, by: "person" | "scanner"): Promise<Response> {
  return fetch(link, { redirect: "manual", headers: { "user-agent": by === "person" ? PERSON : SCANNER, accept: "text/html" } });
}
