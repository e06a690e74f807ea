import type { JsonObject } from "~/kernel/json";
import { cut, oneLine, withoutMentions, type ChatPost } from "./chat-post";

const MOST = 3_500;

/** Mattermost reads Markdown everywhere, and @all, @here and @channel call everybody. */
export function escapeMattermost(text: string): string {
  return withoutMentions(text.replace(/([\\`*_{}[\]()#+\-.!|~<>:])/g, "\\$1"));
}

/** Mattermost's message: `text` and one attachment; it does not draw blocks. */
export function mattermostMessage(post: ChatPost): JsonObject {
  const lines = (text: string) => text.split("\n").map((line) => escapeMattermost(line)).join("\n");
  return {
    text: cut(escapeMattermost(oneLine([post.heading, post.thanked].filter(Boolean).join(": "))), MOST),
    attachments: [
      {
        fallback: cut(oneLine(withoutMentions(`${post.heading}: ${post.text}`)), 300),
        color: "#b23b12",
        title: escapeMattermost(oneLine(post.linkText)),
        title_link: post.url,
        text: cut(lines(post.text), MOST),
        ...(post.from && { footer: cut(oneLine(withoutMentions(post.from)), 300) }),
      },
    ],
  };
}
