import type { SharedUse } from "~/domain/people/sessions.server";
import { SHARED_IDLE, SHARED_LIFETIME } from "~/domain/people/sessions.server";
import { now } from "~/kernel/clock";
import { publicUrl } from "~/kernel/env.server";

const secure = () => (publicUrl().startsWith("https://") ? "; Secure" : "");

/** Remembers, on the device itself, that several people use it: the next sign-in begins with that. */
export function sharedDeviceCookie(isShared: boolean): string {
  return `shared=${isShared ? "yes" : ""}; Path=/; Max-Age=${isShared ? 31_536_000 : 0}; HttpOnly; SameSite=Lax${secure()}`;
}

export function isSharedDevice(request: Request): boolean {
  return /(?:^|;\s*)shared=yes(?:;|$)/.test(request.headers.get("Cookie") ?? "");
}

/** Remembers that this device is a kiosk. */
export function kioskCookie(token: string): string {
  return `kiosk=${token}; Path=/; Max-Age=${token ? 31_536_000 : 0}; HttpOnly; SameSite=Lax${secure()}`;
}

/** The kiosk's own token; empty on every other device. */
export function readKioskToken(request: Request): string {
  return /(?:^|;\s*)kiosk=([\w-]{43})(?:;|$)/.exec(request.headers.get("Cookie") ?? "")?.[1] ?? "";
}

/** What a page on a shared device says of its time: seconds until it signs out by itself, and at the latest. */
export function describeSharedUse(shared: SharedUse) {
  const secondsFrom = (start: Date, lifetime: number) => Math.max(0, Math.round((new Date(start).getTime() + lifetime - now().getTime()) / 1000));
  return { idleSeconds: SHARED_IDLE / 1000, lastSeconds: secondsFrom(shared.startedAt, SHARED_LIFETIME), kioskName: shared.kioskName };
}

/** Makes the browser drop what it kept of the pages of whoever leaves. (Honoured over https and on loopback.) */
export const LEAVES_NOTHING = { "Clear-Site-Data": '"cache", "storage"', "Cache-Control": "no-store" } as const;
