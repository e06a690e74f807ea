import { Link } from "@remix-run/react";
import { Image } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { formatMoment } from "~/ui/moment";
import { Picture } from "~/ui/picture";
import { StarterChip } from "~/ui/starter";
import type { LibraryPost } from "../browsing.server";
import { lastMomentOf } from "../validity";
import { StateChip } from "./state-chip";

/** A publisher's posts, the last changed first. @param timeZone the reader's */
export function LibraryList({ posts, timeZone }: { posts: LibraryPost[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {posts.map((post) => (
        <Row key={post.id} post={post} timeZone={timeZone} />
      ))}
    </ul>
  );
}

function Row({ post, timeZone }: { post: LibraryPost; timeZone: string }) {
  const { t, i18n } = useTranslation();
  const say = (at: Date, shape: "day" | "dateTime") => formatMoment(at, i18n.language, timeZone, shape);
  const about = [
    post.audience?.join(", ") ?? t("studio-library:row.everyone"),
    post.captions ? t("studio-library:row.captions", { count: post.captions }) : t("studio-library:row.noCaptions"),
    post.validUntil && t("library:card.validTo", { date: say(lastMomentOf(post.validUntil), "day") }),
  ].filter(Boolean);
  return (
    <li className="relative flex items-center gap-4 px-4 py-3.5 hover:bg-sunken">
      {post.picture ? (
        <Picture picture={post.picture} alt="" sizes="72px" className="size-14 shrink-0 rounded-field [&_img]:h-full [&_img]:object-cover [&_picture]:contents" />
      ) : (
        <span className="flex size-14 shrink-0 items-center justify-center rounded-field bg-sunken text-ink-3">
          <Image aria-hidden size={22} />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-base">
            <Link to={paths.postDraft(post.id)} className="no-underline after:absolute after:inset-0 hover:underline">
              {post.title}
            </Link>
          </h2>
          {post.isStarter && <StarterChip />}
          <StateChip state={post.state} isOver={post.isOver} />
        </div>
        <p className="text-s text-ink-2">{about.join(" · ")}</p>
        <p className="text-xs text-ink-3">{t("studio-library:row.changed", { when: say(post.updatedAt, "dateTime"), author: post.author })}</p>
      </div>
    </li>
  );
}
