import pino from "pino";
import { env } from "./env.server";

/**
 * The log. Ids, counts and names of routes only: no bodies, no addresses, no tokens. An error is
 * written by its name, code and stack, since messages of drivers quote values.
 */
export const log = pino({
  level: env().logLevel,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
});

export function describeError(error: unknown): { name: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    at: error.stack
      ?.split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .slice(0, 12)
      .map((line) => line.trim())
      .join(" | "),
  };
}
