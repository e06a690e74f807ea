/** Why Vouch can't start, in one sentence for whoever starts it. Boot prints the message alone and ends. */
export class StartFailure extends Error {
  override name = "StartFailure";
}

const REASONS: Record<string, string> = {
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "it is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a file is in the way",
  EEXIST: "a file is in the way",
  ENOENT: "it does not exist or has vanished",
};

/** Runs `work`; a file system error in it becomes a sentence about `folder`. */
export async function orStartFailure<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!code || !syscall) throw error;
    throw new StartFailure(`The data folder ${folder} can't be used: ${REASONS[code] ?? code}.`, { cause: error });
  }
}
