/**
 * What a database error means. The same failure arrives as pg's own error, wrapped by the driver adapter or wrapped
 * again by Prisma, depending on the way of the query; these questions are answered for all three.
 */

interface Layer {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
  constraint?: unknown;
  cause?: unknown;
  errors?: unknown;
  meta?: { driverAdapterError?: unknown };
}

/** The error and all it wraps, outermost first. */
function layersOf(error: unknown, depth = 0): Layer[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const layer = error as Layer;
  const wrapped = [layer.cause, layer.meta?.driverAdapterError, ...(Array.isArray(layer.errors) ? layer.errors : [])];
  return [layer, ...wrapped.flatMap((inner) => layersOf(inner, depth + 1))];
}

function hasCode(error: unknown, matches: (code: string) => boolean): boolean {
  return layersOf(error).some(({ code, originalCode }) =>
    [code, originalCode].some((value) => typeof value === "string" && matches(value)),
  );
}

/** Connection exceptions, too many connections, shut down, crashed, starting up (PostgreSQL manual, appendix A). */
const SERVER_AWAY = /^(08...|53300|57P0[1235])$/;
const SOCKET_BROKEN = /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Prisma: unreachable, timed out, closed, no connection free. */
const PRISMA_AWAY = /^(P1001|P1002|P1017|P2024|P2037)$/;
const ADAPTER_AWAY = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
/** pg and Prisma give these no code. */
const AWAY_IN_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after|.*Unable to start a transaction in the given time)/s;

/** Whether the database can't be reached or has no connection free, so that trying again later may help. */
export function isUnavailable(error: unknown): boolean {
  return (
    hasCode(error, (code) => SERVER_AWAY.test(code) || SOCKET_BROKEN.test(code) || PRISMA_AWAY.test(code)) ||
    layersOf(error).some(
      ({ kind, message }) =>
        ADAPTER_AWAY.has(String(kind)) || (typeof message === "string" && AWAY_IN_WORDS.test(message)),
    )
  );
}

/** Whether the database answers but can't save: read-only (a standby, or set so) or its disk is full. */
export function isReadOnlyOrFull(error: unknown): boolean {
  return hasCode(error, (code) => code === "25006" || code === "53100");
}

/** Whether the transaction lost against another one and may be run again from its start. */
export function isTransactionConflict(error: unknown): boolean {
  return (
    hasCode(error, (code) => code === "40001" || code === "40P01" || code === "P2034") ||
    layersOf(error).some(({ kind }) => kind === "TransactionWriteConflict")
  );
}

/** Whether an exclusion constraint refused the row: something else holds what it wanted (SQLSTATE 23P01). */
export function isExclusionViolation(error: unknown): boolean {
  return hasCode(error, (code) => code === "23P01");
}

/** The name of the unique index or constraint that was violated; null when the error is another one. */
export function uniqueViolation(error: unknown): string | null {
  for (const { code, kind, constraint } of layersOf(error)) {
    if (code === "23505" && typeof constraint === "string") return constraint;
    if (kind === "UniqueConstraintViolation") {
      const index = (constraint as { index?: unknown } | undefined)?.index;
      if (typeof index === "string") return index;
    }
  }
  return null;
}
