/** The company's words first and in its order, own ones after them; each once, whatever its capitals. */
export function joinInterests(listed: readonly string[], chosen: readonly string[], own: readonly string[]): string[] {
  const kept = listed.filter((interest) => chosen.includes(interest) || own.some((word) => same(word, interest)));
  return [...kept, ...own.filter((word) => !kept.some((interest) => same(word, interest)))];
}

/** Which of a person's interests are the company's words, and which their own. */
export function splitInterests(listed: readonly string[], interests: readonly string[]): { chosen: string[]; own: string[] } {
  return { chosen: interests.filter((interest) => listed.includes(interest)), own: interests.filter((interest) => !listed.includes(interest)) };
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
