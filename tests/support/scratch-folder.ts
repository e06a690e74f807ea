import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";

/** Where tests put databases: in memory where that is possible. */
export function scratchFolder(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return tmpdir();
  }
}
