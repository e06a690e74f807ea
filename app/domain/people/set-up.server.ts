import { createHash, randomInt } from "node:crypto";
import type { z } from "zod";
import { now } from "~/kernel/clock";
import { prisma, transaction } from "~/kernel/db.server";
import { publicUrl } from "~/kernel/env.server";
import { Invalid, NotFound } from "~/kernel/errors";
import { line } from "~/kernel/fields";
import { paths } from "~/paths";
import { findCompany } from "./company.server";
import { storePassword } from "./credentials.server";
import { founding, foundCompany } from "./founding.server";
import { hashPassword } from "./password-hashing.server";
import { findPasswordFault } from "./password-rules";
import { password } from "./person-fields";

export const setUp = founding.extend({ code: line(40), password });

/** Codes of this many starts work side by side. */
const CODES_KEPT = 8;
/** Without letters and digits that look alike. */
const PLAIN = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * While the installation is empty, prints a one-time code and where to use it. Only its SHA-256 is
 * stored, so a process that starts beside another one, or again, can't print the same: each adds a
 * code of its own, the last eight work, and using one ends them all.
 */
export async function announceSetUp(print: (line: string) => void = console.log): Promise<void> {
  if (await findCompany()) return;
  const groups = Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => PLAIN[randomInt(PLAIN.length)]).join(""));
  const code = groups.join("-");
  await transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO installation (id, created_at) VALUES (1, ${now()}::timestamptz) ON CONFLICT (id) DO NOTHING`;
    await tx.$queryRaw`SELECT 1 FROM installation WHERE id = 1 FOR UPDATE`;
    const { setupCodeHash } = await tx.installation.findUniqueOrThrow({ where: { id: 1 } });
    const hashes = [hashCode(code), ...split(setupCodeHash)].slice(0, CODES_KEPT);
    await tx.installation.update({ where: { id: 1 }, data: { setupCodeHash: hashes.join(" ") } });
  });
  print(`Set up your company at ${publicUrl()}${paths.setUp()}\nThe code it asks for: ${code}\n`);
}

/** Whether there is no company yet. */
export async function isEmpty(): Promise<boolean> {
  return (await findCompany()) === null;
}

/**
 * Begins the company with its first administrator, exactly once.
 * @returns the administrator's id. @throws NotFound where there is a company; Invalid at `code` or `password`
 */
export async function setUpCompany({ code, password: chosen, ...found }: z.infer<typeof setUp>): Promise<string> {
  if (!(await isEmpty())) throw new NotFound("set-up");
  const { setupCodeHash } = (await prisma.installation.findUnique({ where: { id: 1 } })) ?? { setupCodeHash: null };
  requireCode(code, setupCodeHash);
  const own = { ...found, companyShortName: found.shortName };
  const fault = findPasswordFault(chosen, own);
  if (fault) throw new Invalid({ password: `auth:password.${fault}` });
  const passwordHash = await hashPassword(chosen);
  return transaction(async (tx) => {
    // Of two at once, the second waits here and finds the code used.
    const rows = await tx.$queryRaw<{ hash: string | null }[]>`SELECT setup_code_hash AS hash FROM installation WHERE id = 1 FOR UPDATE`;
    requireCode(code, rows[0]?.hash ?? null);
    const { administratorId } = await foundCompany(tx, found);
    await storePassword(tx, administratorId, passwordHash);
    // A company begins with quiet nights; its settings change them.
    await tx.company.update({ where: { id: 1 }, data: { quietFrom: "20:00", quietUntil: "07:00" } });
    await tx.installation.update({ where: { id: 1 }, data: { setupCodeHash: null } });
    return administratorId;
  });
}

function requireCode(code: string, stored: string | null): void {
  if (!split(stored).includes(hashCode(code))) throw new Invalid({ code: "auth:setUp.wrongCode" });
}

const split = (stored: string | null) => (stored ?? "").split(" ").filter(Boolean);

/** Typed with or without its dashes, in capitals or not. */
function hashCode(code: string): string {
  return createHash("sha256").update(code.toUpperCase().replace(/[^A-Z\d]/g, "")).digest("hex");
}
