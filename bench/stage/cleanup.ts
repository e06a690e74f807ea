type Undo = () => Promise<unknown>;

const undos: Undo[] = [];
let isOver = false;

/** Somebody stopped the bench: what fails now fails for that. */
export const isStopped = () => isOver;

/** Notes what must be undone when the bench ends, however it ends; the last first. */
export function onEnd(undo: Undo): void {
  undos.push(undo);
}

/** Undoes everything that was noted; one that fails does not keep the others from being tried. */
export async function cleanUp(): Promise<void> {
  for (let undo = undos.pop(); undo; undo = undos.pop()) {
    await undo().catch((error: unknown) => console.error("Something could not be cleaned up:", error));
  }
}

/** Ctrl-C and a polite kill clean up as well. */
export function cleanUpOnSignals(): void {
  for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
    process.once(signal, () => {
      isOver = true;
      console.error("\nStopping what was started …");
      void cleanUp().finally(() => process.exit(code));
    });
  }
}
