import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Moment } from "~/ui/moment";
import { PersonName } from "~/ui/person-name";
import type { WaitingPost } from "../reviewing.server";
import { WaitingChips } from "./waiting-chips";

/** Posts that wait for this person's approval, the most urgent first. */
export function WaitingPosts({ posts, timeZone }: { posts: (WaitingPost & { isOverdue: boolean })[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="mb-3">{t("studio-reviews:posts")}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {posts.map(({ id, title, why, requestedBy, requesterProfile, requestedAt, dueAt, isOverdue, insteadOf }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
            <div className="min-w-0">
              <h3>
                <Link to={paths.postReview(id)} className="no-underline hover:underline">
                  {title}
                </Link>
              </h3>
              <p className="text-s text-ink-2">{why}</p>
              <p className="text-xs text-ink-3">
                <PersonName profile={requesterProfile}>{requestedBy}</PersonName> · <Moment at={requestedAt} timeZone={timeZone} />
              </p>
            </div>
            <WaitingChips insteadOf={insteadOf} dueAt={dueAt} isOverdue={isOverdue} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
