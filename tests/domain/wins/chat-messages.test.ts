import { describe, expect, it } from "vitest";
import type { ChatPost } from "~/domain/wins/chat/chat-post";
import { mattermostMessage } from "~/domain/wins/chat/mattermost";
import { escapeSlack, slackMessage } from "~/domain/wins/chat/slack";
import { TEAMS_MOST_BYTES, teamsMessage } from "~/domain/wins/chat/teams";

const post = (over: Partial<ChatPost> = {}): ChatPost => ({
  heading: "Win", thanked: "Elena Conti (IT)", text: "From 9 taps to 2", from: "From Sara Greco", url: "https://vouch.example/wins/1", linkText: "See it in Vouch", ...over,
});

const HOSTILE = ["<!channel> <@U1> <https://evil.example|click>", "@here @all @channel @everyone", "*bold* _it_ `x` ~s~ [a](https://evil.example) ![i](x) # h\n> q\n- l", "&lt;!channel&gt;", "\u{1f600}".repeat(400)];

describe.each(HOSTILE)("what people wrote: %s", (text) => {
  it("calls nobody and hides no link in Slack", () => {
    const message = slackMessage(post({ text, thanked: text }));
    expect(String(message.text)).not.toMatch(/<|@(here|all|channel|everyone)/);
    const marked = JSON.stringify(message.blocks).match(/"type":"mrkdwn","text":"[^"]*"/g);
    expect(marked).toEqual(['"type":"mrkdwn","text":"<https://vouch.example/wins/1|See it in Vouch>"']);
    expect(JSON.stringify(message.blocks)).not.toMatch(/@(here|all|channel|everyone)|<[!@#]/);
  });

  it("is read as plain text in Teams", () => {
    const json = JSON.stringify(teamsMessage(post({ text, thanked: text })));
    expect(json).not.toContain('"TextBlock"');
    expect(json).not.toContain("msteams");
    expect(Buffer.byteLength(json)).toBeLessThan(TEAMS_MOST_BYTES);
  });

  it("calls nobody and draws nothing in Mattermost", () => {
    const { text: line, attachments } = mattermostMessage(post({ text, thanked: text })) as { text: string; attachments: { text: string }[] };
    for (const written of [line, attachments[0]!.text]) {
      expect(written).not.toMatch(/@(here|all|channel|everyone)/);
      expect(written).not.toMatch(/(^|[^\\])[*_`~[\]#|]/);
    }
  });
});

it("stays under Teams' limit whatever is written", () => {
  const text = "ж".repeat(60_000);
  expect(Buffer.byteLength(JSON.stringify(teamsMessage(post({ text, thanked: text, from: text }))))).toBeLessThan(TEAMS_MOST_BYTES);
});

it("escapes Slack's three marks once", () => {
  expect(escapeSlack("a & b < c > d")).toBe("a &amp; b &lt; c &gt; d");
});
