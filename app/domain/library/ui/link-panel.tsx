import { ExternalLink } from "lucide-react";
import { useTranslation } from "~/locales/texts";

export interface ShownLink {
  linkUrl: string;
  linkTitle: string;
  linkDescription: string;
  linkHost: string;
}

/** What a post's link leads to, as its page says it. */
export function LinkPanel({ link: { linkUrl, linkTitle, linkDescription, linkHost } }: { link: ShownLink }) {
  const { t } = useTranslation();
  if (!linkUrl) return null;
  return (
    <a
      href={linkUrl}
      target="_blank"
      rel="noreferrer noopener"
      className="block rounded-field border border-line bg-surface px-4 py-3 no-underline hover:border-line-strong"
    >
      <span className="flex items-start justify-between gap-3 font-semibold">
        <span className="wrap-anywhere">{linkTitle || linkUrl}</span>
        <ExternalLink aria-hidden size={16} className="mt-1 shrink-0 text-ink-3" />
        <span className="sr-only">{t("library:post.opensOutside")}</span>
      </span>
      {linkDescription && <span className="mt-0.5 block text-s text-ink-2">{linkDescription}</span>}
      <span className="mt-1 block text-xs text-ink-3">{linkHost}</span>
    </a>
  );
}
