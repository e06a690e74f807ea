import type { JsonObject } from "~/kernel/json";
import { cut, oneLine, type ChatPost } from "./chat-post";

/** Teams refuses messages of 28 KB; ours stay under 27. */
export const TEAMS_MOST_BYTES = 27 * 1024;

/**
 * Teams' workflow message: an adaptive card. People's words stand in RichTextBlocks, whose runs are plain:
 * no Markdown is read, and a mention would need an entity that we never send.
 */
export function teamsMessage(post: ChatPost): JsonObject {
  const rich = (text: string, over: JsonObject = {}) => ({ type: "RichTextBlock", inlines: [{ type: "TextRun", text, ...over }] });
  const card = (most: number): JsonObject => ({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          fallbackText: cut(oneLine(`${post.heading}: ${post.text}`), 200),
          body: [
            rich(oneLine(post.heading), { weight: "Bolder", size: "Medium" }),
            ...(post.thanked ? [rich(cut(oneLine(post.thanked), most))] : []),
            rich(cut(post.text, most)),
            ...(post.from ? [rich(cut(oneLine(post.from), most), { isSubtle: true })] : []),
          ],
          actions: [{ type: "Action.OpenUrl", title: oneLine(post.linkText), url: post.url }],
        },
      },
    ],
  });
  for (let most = 4_000; ; most = Math.floor(most / 2)) {
    const message = card(most);
    if (Buffer.byteLength(JSON.stringify(message)) < TEAMS_MOST_BYTES || most < 50) return message;
  }
}
