import { Bookmark, BookmarkCheck, Share2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Card, CardLabel } from "~/ui/card";
import { Form, Link } from "~/ui/link";
import { formatMoment, useNumber } from "~/ui/moment";
import { Picture, type PictureSource } from "~/ui/picture";
import { lastMomentOf } from "../validity";

export interface CardPost {
  id: string;
  title: string;
  summary: string;
  /** Of title and summary. */
  language: string;
  /** The first moment at which it is valid no more. */
  validUntil: Date | null;
  picture: PictureSource | null;
  pictureAlt: string;
  /** Where its link leads, as people say it: "aurora.example". */
  linkHost: string;
  /** The reader's own choice; seen by nobody else. */
  choice?: "later" | "not_for_me" | null;
  /** Totals over everybody; left out where they are not known. */
  shares?: number;
  visits?: number;
}

interface PostCardProps {
  post: CardPost;
  /** The reader's. */
  timeZone: string;
  /** The post is already the page's first thing: its picture loads at once. */
  eager?: boolean;
}

/** A post that is ready to be shared, with the three things one can do about it. */
export function PostCard({ post, timeZone, eager = false }: PostCardProps) {
  const { t, i18n } = useTranslation();
  const validTo = post.validUntil && formatMoment(lastMomentOf(post.validUntil), i18n.language, timeZone, "day");
  return (
    <Card aria-labelledby={`post-${post.id}`}>
      <CardLabel tone="share" icon={Share2} aside={validTo && t("library:card.validTo", { date: validTo })}>
        {t("library:card.ready")}
      </CardLabel>
      <div className="sm:flex sm:gap-4">
        {post.picture && (
          <Link to={paths.post(post.id)} tabIndex={-1} aria-hidden className="mb-3 block sm:mb-0 sm:w-34 sm:shrink-0">
            <Picture
              picture={post.picture}
              alt=""
              sizes="(min-width: 40rem) 136px, calc(100vw - 4.5rem)"
              className="aspect-video rounded-field sm:aspect-[5/4] [&_img]:h-full [&_img]:object-cover [&_picture]:contents"
              eager={eager}
            />
          </Link>
        )}
        <div className="min-w-0">
          <h2 id={`post-${post.id}`}>
            <Link to={paths.post(post.id)} lang={post.language} className="no-underline hover:underline">
              {post.title}
            </Link>
          </h2>
          {post.summary && <p lang={post.language} className="mt-1 max-w-[70ch] text-ink-2">{post.summary}</p>}
          <PostTotals post={post} />
        </div>
      </div>
      <PostActions post={post} />
    </Card>
  );
}

function PostTotals({ post: { shares, visits, linkHost } }: { post: CardPost }) {
  const { t } = useTranslation();
  const write = useNumber();
  if (!shares) return linkHost ? <p className="mt-1 text-s text-ink-3">{linkHost}</p> : null;
  const shared = t("library:card.shared", { count: shares, number: write(shares) });
  const visited = visits ? t("library:card.visits", { count: visits, number: write(visits) }) : "";
  return <p className="mt-1 text-s text-ink-2">{[shared, visited].filter(Boolean).join(", ")}</p>;
}

/** Share it, keep it for later, or put it aside in one silent click. */
export function PostActions({ post }: { post: Pick<CardPost, "id" | "choice"> }) {
  const { t } = useTranslation();
  const isKept = post.choice === "later";
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2.5">
      <LinkButton look="primary" icon={Share2} to={paths.sharePost(post.id)}>
        {t("library:card.share")}
      </LinkButton>
      <Form method="post" action={paths.postChoice(post.id)} className="contents">
        <SubmitButton look="secondary" icon={isKept ? BookmarkCheck : Bookmark} name="choice" value={isKept ? "none" : "later"}>
          {isKept ? t("library:card.kept") : t("library:card.later")}
        </SubmitButton>
        <SubmitButton look="quiet" name="choice" value={post.choice === "not_for_me" ? "none" : "not_for_me"}>
          {post.choice === "not_for_me" ? t("library:card.forMeAfterAll") : t("library:card.notForMe")}
        </SubmitButton>
      </Form>
    </div>
  );
}
