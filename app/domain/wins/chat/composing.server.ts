import { shownName } from "~/domain/people/shown-names.server";
import { query } from "~/kernel/db.server";
import { publicUrl } from "~/kernel/env.server";
import type { JsonObject } from "~/kernel/json";
import { sql } from "~/kernel/sql";
import { textsIn } from "~/locales/catalogues.server";
import { paths } from "~/paths";
import { inLanguage, thankedColumns, winText } from "../win-columns.server";
import type { WinView } from "../win";
import type { ChatNetworkId, ChatPost } from "./chat-post";
import { mattermostMessage } from "./mattermost";
import { slackMessage } from "./slack";
import { teamsMessage } from "./teams";

/** The message as the network wants it, and its type of content. */
export function chatMessage(network: ChatNetworkId, post: ChatPost): JsonObject {
  return network === "slack" ? slackMessage(post) : network === "teams" ? teamsMessage(post) : mattermostMessage(post);
}

type Told = Pick<WinView, "id" | "kind" | "text" | "people" | "teams" | "valueName" | "milestone" | "milestoneStep" | "milestoneFrom"> & { giver: string | null };

/** A win in a channel's language; null when it is gone or removed. */
export async function findChatPost(winId: string, language: string): Promise<ChatPost | null> {
  const said = sql`${language}::text`;
  const [win] = await query<Told>(sql`
    SELECT w.id, w.kind, ${winText(said)} AS text, w.milestone, w.milestone_step AS "milestoneStep", w.milestone_from AS "milestoneFrom",
      (SELECT ${shownName("g", said)} FROM person g WHERE g.id = w.giver_id) AS giver, ${thankedColumns(said)},
      (SELECT ${inLanguage({ language }, sql`v.names`)} FROM company_value v WHERE v.id = w.value_id) AS "valueName"
    FROM win w WHERE w.id = ${winId}::uuid AND w.removed_at IS NULL`);
  return win ? composePost(win, language) : null;
}

function composePost(win: Told, language: string): ChatPost {
  const t = textsIn(language);
  const number = new Intl.NumberFormat(language);
  const around = { url: `${publicUrl()}${paths.win(win.id)}`, linkText: t("studio-chat:post.link") };
  if (win.kind === "milestone") {
    const count = win.milestoneStep ?? 0;
    const text = t(`wins:milestone.title.${win.milestone}`, { count, shown: number.format(count), name: win.text });
    return { heading: t("wins:card.milestone"), thanked: "", text, from: "", ...around };
  }
  const names = [
    ...win.teams.map((team) => t("wins:card.team", { team: team.name })),
    ...win.people.map(({ givenName, familyName, departmentName }) => `${givenName} ${familyName}${departmentName ? ` (${departmentName})` : ""}`),
  ];
  const from = t(win.valueName ? "home:win.fromFor" : "home:win.from", { name: win.giver, value: win.valueName });
  return { heading: t(`wins:card.${win.kind}`), thanked: new Intl.ListFormat(language).format(names), text: win.text, from, ...around };
}

/** What a test post says, and what a preview shows. */
export function testPost(language: string): ChatPost {
  const t = textsIn(language);
  return {
    heading: t("wins:card.win"), thanked: t("studio-chat:test.thanked"), text: t("studio-chat:test.text"), from: t("studio-chat:test.from"),
    url: `${publicUrl()}${paths.wins()}`, linkText: t("studio-chat:post.link"),
  };
}
