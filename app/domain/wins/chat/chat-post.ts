/** A win as a chat channel tells it: plain texts in the channel's language, and the way to it. */
export interface ChatPost {
  /** "Win", "Milestone". */
  heading: string;
  /** Who was thanked, in a line; empty for milestones. */
  thanked: string;
  text: string;
  /** "From Sara Greco, for Honest bread"; empty for milestones. */
  from: string;
  url: string;
  /** What the link says. */
  linkText: string;
}

export type ChatNetworkId = "slack" | "teams" | "mattermost";

/** A word joiner behind every @: what people wrote must not call a whole channel (@here, @all, @channel). */
export function withoutMentions(text: string): string {
  return text.replace(/@/g, "@\u2060");
}

/** One line, for networks where a line break begins something else. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** At most so many UTF-16 units, cut between characters. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
