import { describe, expect, it } from "vitest";
import { judgeDisk, judgeMail, judgeQueue } from "~/domain/health/judging";

const GIB = 1024 ** 3;

describe("the installation's state", () => {
  it.each([
    [0.5, 100, "act"], [3, 40, "watch"], [4, 200, "act"], [30, 100, "ok"], [8, 20, "ok"], [40, 1_000, "watch"], [60, 10_000, "ok"], [0, 0, "act"],
  ] as const)("of a disk with %d of %d GiB free is %s", (free, total, state) => {
    expect(judgeDisk({ freeBytes: free * GIB, totalBytes: total * GIB })).toBe(state);
  });

  it("of the queue turns on what was given up and on how long the first job waits", () => {
    expect(judgeQueue({ oldestDueMs: 59_000, failed: 0 })).toBe("ok");
    expect(judgeQueue({ oldestDueMs: 61_000, failed: 0 })).toBe("watch");
    expect(judgeQueue({ oldestDueMs: 601_000, failed: 0 })).toBe("act");
    expect(judgeQueue({ oldestDueMs: 0, failed: 1 })).toBe("act");
  });

  it("of mail says so when mail reaches nobody", () => {
    expect(judgeMail({ failed: 0, carrier: "disk" }, false)).toBe("watch");
    expect(judgeMail({ failed: 0, carrier: "disk" }, true)).toBe("ok");
    expect(judgeMail({ failed: 0, carrier: "smtp" }, false)).toBe("ok");
    expect(judgeMail({ failed: 2, carrier: "smtp" }, false)).toBe("act");
  });
});
