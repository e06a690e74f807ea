import type { ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { formatMoment } from "~/ui/moment";
import type { PostRecord } from "../post";
import { lastMomentOf } from "../validity";

/** For whom, how long, in which language, and the whole of the link: what an approver decides about beside the texts. */
export function OfferTerms({ post, timeZone }: { post: PostRecord; timeZone: string }) {
  const { t, i18n } = useTranslation();
  const say = (at: Date) => formatMoment(at, i18n.language, timeZone, "date");
  const days = [
    post.validFrom && t("studio-library:review.from", { date: say(post.validFrom) }),
    post.validUntil && t("studio-library:review.to", { date: say(lastMomentOf(post.validUntil)) }),
  ].filter(Boolean);
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-card border border-line bg-surface px-5 py-4 text-s sm:grid-cols-3">
      <Term name={t("studio-library:review.forWhom")}>{post.audienceNames.join(", ") || t("studio-library:row.everyone")}</Term>
      <Term name={t("studio-library:review.valid")}>{days.join(" ") || t("studio-library:review.always")}</Term>
      <Term name={t("studio-library:field.language")}>{isLanguage(post.language) ? LANGUAGE_NAMES[post.language] : post.language}</Term>
      {post.linkUrl && (
        <Term name={t("studio-library:field.linkUrl")} isWide>
          {post.linkUrl}
        </Term>
      )}
    </dl>
  );
}

function Term({ name, isWide = false, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? "sm:col-span-3" : ""}>
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
