import { publicUrl } from "~/kernel/env.server";

/** Binds a passkey's challenge to the browser that asked for it, for five minutes. */
export function challengeCookie(token: string): string {
  const secure = publicUrl().startsWith("https://") ? "; Secure" : "";
  return `challenge=${token}; Path=/; Max-Age=${token ? 300 : 0}; HttpOnly; SameSite=Strict${secure}`;
}

export function readChallenge(request: Request): string {
  return /(?:^|;\s*)challenge=([\w-]{43})(?:;|$)/.exec(request.headers.get("Cookie") ?? "")?.[1] ?? "";
}
