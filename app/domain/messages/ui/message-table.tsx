import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Moment } from "~/ui/moment";
import { StarterChip } from "~/ui/starter";
import type { ListedMessage } from "../listing.server";
import { StateChips } from "./state-chips";

/** A publisher's messages of one state, each leading to its own page. */
export function MessageTable({ messages, timeZone }: { messages: ListedMessage[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {messages.map((message) => {
        const { id, title, author, hasAuthorLeft, audience, versions, state, isApproved, isStarter, updatedAt, publishAt, publishedAt } = message;
        return (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
            <div className="min-w-0">
              <h2 className="text-base">
                <Link to={paths.messageDraft(id)} className="no-underline hover:underline">
                  {title || t("studio-messages:untitled")}
                </Link>
              </h2>
              <p className="text-s text-ink-2">
                {audience.length > 0 ? t("studio-messages:list.for", { departments: audience.join(", ") }) : t("studio-messages:list.noAudience")}
                {versions > 0 && ` · ${t("studio-messages:list.versions", { count: versions + 1 })}`}
              </p>
              <p className="text-xs text-ink-3">
                {author}
                {hasAuthorLeft && <> ({t("studio-messages:list.authorLeft")})</>} · {publishAt ? t("studio-messages:scheduledFor") : publishedAt ? t("studio-messages:list.since") : t("studio-messages:list.touched")}{" "}
                <Moment at={publishAt ?? publishedAt ?? updatedAt} timeZone={timeZone} />
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              {isStarter && <StarterChip />}
              <StateChips state={state} isApproved={isApproved} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
