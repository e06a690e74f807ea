import { MINUTE } from "~/kernel/clock";

const GIBIBYTE = 1024 ** 3;

/** Well; worth an eye; to be mended now. */
export type State = "ok" | "watch" | "act";

export interface DiskSpace {
  freeBytes: number;
  totalBytes: number;
}

/** The worse of shares and absolute room: a tenth of a huge disk is plenty, a tenth of a small one is not. */
export function judgeDisk({ freeBytes, totalBytes }: DiskSpace): State {
  const share = totalBytes > 0 ? freeBytes / totalBytes : 0;
  if (freeBytes < GIBIBYTE || (share < 0.05 && freeBytes < 20 * GIBIBYTE)) return "act";
  return freeBytes < 5 * GIBIBYTE || (share < 0.15 && freeBytes < 50 * GIBIBYTE) ? "watch" : "ok";
}

/** Jobs begin within seconds; one that has been due for ten minutes means that no worker runs. */
export function judgeQueue({ oldestDueMs, failed }: { oldestDueMs: number; failed: number }): State {
  if (failed > 0 || oldestDueMs > 10 * MINUTE) return "act";
  return oldestDueMs > MINUTE ? "watch" : "ok";
}

export function judgeMail({ failed, carrier }: { failed: number; carrier: "resend" | "smtp" | "disk" }, isDemo: boolean): State {
  if (failed > 0) return "act";
  return carrier === "disk" && !isDemo ? "watch" : "ok";
}
