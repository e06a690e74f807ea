import type { z } from "zod";
import { query } from "~/kernel/db.server";
import { sql } from "~/kernel/sql";
import { verifyPassword, type signInForm } from "../credentials.server";
import { mayComeIn } from "../standing.server";
import { verifyPin, type PinAnswer } from "./pins.server";

/** "ended": it is them, and their time as a guest is over. */
export type SignInAnswer = PinAnswer | "ended";

/**
 * Checks a sign-in by mail address or personnel number, and password or PIN: six digits can only be a
 * PIN, since passwords are longer. Which of the two it was does not show what the account has.
 */
export async function verifySignIn({ identifier, password }: z.infer<typeof signInForm>): Promise<SignInAnswer> {
  const digits = password.replace(/\s/g, "");
  if (!identifier.includes("@") && /^[0-9]{6}$/.test(digits)) return verifyPin(identifier, digits);
  const personId = await verifyPassword({ identifier, password });
  return personId ? answerFor(personId) : "wrong";
}

/** Said only to whoever has shown that it is them. */
export async function answerFor(personId: string): Promise<SignInAnswer> {
  const here = await query<{ id: string }>(sql`SELECT p.id FROM person p WHERE p.id = ${personId}::uuid AND ${mayComeIn()}`);
  return here.length > 0 ? { personId } : "ended";
}
