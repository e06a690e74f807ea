/** A version as choosing sees it. */
export interface VersionOf {
  /** Null is the core version. */
  departmentId: string | null;
}

/**
 * The version for a department: the nearest one up the tree, else the core version (promise 1).
 * @param path the reader's department and everything above it, nearest first
 */
export function chooseVariant<V extends VersionOf>(path: readonly string[], variants: readonly V[]): V | null {
  for (const departmentId of path) {
    const variant = variants.find((one) => one.departmentId === departmentId);
    if (variant) return variant;
  }
  return variants.find((one) => one.departmentId === null) ?? null;
}

/**
 * The language of a version's text: the reader's, else the company's, else the first there is by its
 * code. `isFallback` says that it is not the reader's own and is labelled as such.
 */
export function chooseLanguage(
  reader: string,
  company: string,
  available: readonly string[],
): { language: string; isFallback: boolean } | null {
  const language = [reader, company, [...available].sort()[0]].find((one) => one !== undefined && available.includes(one));
  return language === undefined ? null : { language, isFallback: language !== reader };
}
