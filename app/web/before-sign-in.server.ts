import { redirect } from "@remix-run/node";
import { findCompany, type CompanyProfile } from "~/domain/people/company.server";
import { publicUrl } from "~/kernel/env.server";
import { paths } from "~/paths";

/** The company whose door this is. While the installation is empty, everybody is led to its set-up. */
export async function requireCompany(): Promise<CompanyProfile> {
  const company = await findCompany();
  if (!company) throw redirect(paths.setUp());
  return company;
}

const RESET = /(?:^|;\s*)reset=([\w-]{43})(?:;|$)/;

/**
 * Keeps the token of a link to a new password out of the address: it comes once with the link and is
 * then carried by this cookie, so that no history, log or further page sees it.
 */
export function resetCookie(token: string): string {
  const secure = publicUrl().startsWith("https://") ? "; Secure" : "";
  return `reset=${encodeURIComponent(token)}; Path=/; Max-Age=${token ? 3600 : 0}; HttpOnly; SameSite=Lax${secure}`;
}

/** The token that the link brought; empty when there is none. */
export function readResetToken(request: Request): string {
  return RESET.exec(request.headers.get("Cookie") ?? "")?.[1] ?? "";
}

const INVITATION = /(?:^|;\s*)invitation=([\w-]{43})(?:;|$)/;

/** The same for the link of an invitation. */
export function invitationCookie(token: string): string {
  const secure = publicUrl().startsWith("https://") ? "; Secure" : "";
  return `invitation=${encodeURIComponent(token)}; Path=/; Max-Age=${token ? 3600 : 0}; HttpOnly; SameSite=Lax${secure}`;
}

export function readInvitation(request: Request): string {
  return INVITATION.exec(request.headers.get("Cookie") ?? "")?.[1] ?? "";
}
