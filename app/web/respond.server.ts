import { data } from "@remix-run/node";
import { isReadOnlyOrFull, isUnavailable } from "~/kernel/db.server";
import { Conflict, Forbidden, Invalid, NotFound } from "~/kernel/errors";

/** Why a page could not be shown, as the error boundary reads it. */
export interface Problem {
  problem: "not-found" | "forbidden" | "conflict" | "invalid" | "unavailable" | "read-only";
  fields?: Record<string, string>;
}

/**
 * What a loader or action threw, as an answer with a status; null for what nobody foresaw. Called for
 * every route by the guard (web/guard-routes), so that routes only throw.
 */
export function asResponse(error: unknown) {
  if (error instanceof NotFound) return problem("not-found", 404);
  if (error instanceof Forbidden) return problem("forbidden", 403);
  if (error instanceof Conflict) return problem("conflict", 409);
  if (error instanceof Invalid) return data({ problem: "invalid", fields: error.fields } satisfies Problem, { status: 422 });
  if (isUnavailable(error)) return problem("unavailable", 503, { "Retry-After": "5" });
  if (isReadOnlyOrFull(error)) return problem("read-only", 503, { "Retry-After": "30" });
  return null;
}

function problem(name: Problem["problem"], status: number, headers?: HeadersInit) {
  return data({ problem: name } satisfies Problem, { status, headers });
}

/** The answer to a form that can't be accepted: what is wrong, and everything that was typed but passwords and PINs. */
export function refused(errors: Record<string, string>, values: Record<string, string | string[]>) {
  return data({ errors, values: shown(values) }, { status: 422 });
}

/** The answer where a limit is used up. @param seconds until the next try */
export function tooMany(seconds: number, values: Record<string, string | string[]>) {
  return data({ waitMinutes: Math.ceil(seconds / 60), values: shown(values) }, { status: 429, headers: { "Retry-After": String(seconds) } });
}

function shown({ password: _, current: __, pin: ___, passkey: ____, ...values }: Record<string, string | string[]>) {
  return values;
}
