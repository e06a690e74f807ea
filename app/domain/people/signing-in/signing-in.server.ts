import type { z } from "zod";
import { verifyPassword, type signInForm } from "../credentials.server";
import { verifyPin, type PinAnswer } from "./pins.server";

/**
 * Checks a sign-in by mail address or personnel number, and password or PIN: six digits can only be a
 * PIN, since passwords are longer. Which of the two it was does not show what the account has.
 */
export async function verifySignIn({ identifier, password }: z.infer<typeof signInForm>): Promise<PinAnswer> {
  const digits = password.replace(/\s/g, "");
  if (!identifier.includes("@") && /^[0-9]{6}$/.test(digits)) return verifyPin(identifier, digits);
  const personId = await verifyPassword({ identifier, password });
  return personId ? { personId } : "wrong";
}
