import { Link } from "@remix-run/react";
import { UserRoundCheck } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Chip } from "~/ui/card";
import { Moment } from "~/ui/moment";
import { PersonName } from "~/ui/person-name";
import type { WaitingPost } from "../reviewing.server";

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
            <div className="flex flex-wrap gap-2">
              {insteadOf && <Chip icon={UserRoundCheck} tone="message">{t("studio-reviews:insteadOf", { name: insteadOf })}</Chip>}
              <Chip tone={isOverdue ? "danger" : "plain"}>
                {isOverdue ? t("studio-reviews:overdue") : t("studio-reviews:due")} <Moment at={dueAt} timeZone={timeZone} />
              </Chip>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
