import type { JsonObject } from "~/kernel/json";
import { cut, oneLine, withoutMentions, type ChatPost } from "./chat-post";

/** Slack reads &, < and > as its own marks: <!channel> and <@U1> begin with one. docs.slack.dev, "Formatting text". */
export function escapeSlack(text: string): string {
  return withoutMentions(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Characters that a section and a header may hold. */
const SECTION = 3_000;
const HEADER = 150;

/**
 * Slack's message: `text` for notifications, `blocks` for the channel. People's words stand in plain_text,
 * where no *mark* and no mention is read.
 */
export function slackMessage(post: ChatPost): JsonObject {
  const plain = (text: string, most: number) => ({ type: "plain_text", text: cut(withoutMentions(text).replace(/<(?=[!@#])/g, "<\u2060"), most), emoji: false });
  const summary = oneLine([post.heading, post.thanked, post.text].filter(Boolean).join(": "));
  return {
    text: cut(escapeSlack(summary), SECTION),
    unfurl_links: false,
    blocks: [
      { type: "header", text: plain(oneLine(post.heading), HEADER) },
      ...(post.thanked ? [{ type: "section", text: plain(oneLine(post.thanked), SECTION) }] : []),
      { type: "section", text: plain(post.text, SECTION) },
      ...(post.from ? [{ type: "context", elements: [plain(oneLine(post.from), SECTION)] }] : []),
      { type: "context", elements: [{ type: "mrkdwn", text: `<${encodeURI(decodeURI(post.url))}|${escapeSlack(post.linkText)}>` }] },
    ],
  };
}
