import { parseServer } from "~/domain/shares/networks/mastodon";

/** The person's own Mastodon server, remembered by their browser and nowhere else. */
export function readMastodonServer(request: Request): string {
  const value = /(?:^|;\s*)mastodon=([a-z0-9.:-]{1,255})/i.exec(request.headers.get("Cookie") ?? "")?.[1];
  return parseServer(value ?? "") ?? "";
}

/** The header that remembers it; none for what is no server. */
export function rememberMastodonServer(typed: string | undefined): HeadersInit {
  const server = parseServer(typed ?? "");
  return server ? { "Set-Cookie": `mastodon=${server}; Path=/share; Max-Age=31536000; SameSite=Lax; HttpOnly` } : {};
}
