import { z } from "zod";

export const PIN_LENGTH = 6;

/** What was typed as a PIN, spaces left out ("12 34 56"). */
export const pin = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.string({ error: "errors:field.required" }).max(40, "joining:pin.sixDigits").transform((text) => text.replace(/\s/g, "")).pipe(z.string().min(1, "errors:field.required")),
);

export type PinFault = "sixDigits" | "tooEasy";

/** Ways over the keys of a phone that many take. */
const WELL_KNOWN = new Set(["147258", "258369", "159753", "357159", "741852", "852963", "123321", "112233", "332211", "102030"]);

/**
 * What is wrong with a new PIN; null when nothing is. Refused is what is guessed first: one or two
 * digits only, runs up or down, a part said over again, the same read backwards, and the personnel number.
 */
export function findPinFault(pin: string, personnelNumber: string | null): PinFault | null {
  if (!/^[0-9]{6}$/.test(pin)) return "sixDigits";
  const isRepeated = pin.slice(0, 3) === pin.slice(3) || new Set(pin).size <= 2;
  const isMirrored = pin === [...pin].reverse().join("");
  return isRepeated || isMirrored || isRun(pin) || WELL_KNOWN.has(pin) || isNumber(pin, personnelNumber) ? "tooEasy" : null;
}

/** 345678, 987654, 789012 and 246802: every step is the same. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return new Set(steps).size === 1;
}

/** The number itself, with zeros before or behind it, or six digits of it. */
function isNumber(pin: string, personnelNumber: string | null): boolean {
  const digits = (personnelNumber ?? "").replace(/\D/g, "");
  if (digits.length < 4) return digits.length > 0 && pin.replace(/^0+|0+$/g, "") === digits.replace(/^0+|0+$/g, "");
  return digits.includes(pin) || pin.includes(digits);
}
