import { Link } from "@remix-run/react";
import { WaitingChips } from "~/domain/library/ui/waiting-chips";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Moment } from "~/ui/moment";
import { PersonName } from "~/ui/person-name";
import type { WaitingMessage } from "../listing.server";

/** Messages that wait for this person's approval, the most urgent first. */
export function WaitingMessages({ messages, timeZone }: { messages: WaitingMessage[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="mb-3">{t("studio-reviews:messages")}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {messages.map(({ id, title, author, authorProfile, authorDepartment, audience, requestedAt, dueAt, isOverdue, insteadOf }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
            <div className="min-w-0">
              <h3>
                <Link to={paths.messageReview(id)} className="no-underline hover:underline">
                  {title}
                </Link>
              </h3>
              <p className="text-s text-ink-2">{t("studio-reviews:for", { departments: audience.join(", ") })}</p>
              <p className="text-xs text-ink-3">
                <PersonName profile={authorProfile}>{author}</PersonName>, {authorDepartment} · <Moment at={requestedAt} timeZone={timeZone} />
              </p>
            </div>
            <WaitingChips insteadOf={insteadOf} dueAt={dueAt} isOverdue={isOverdue} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
