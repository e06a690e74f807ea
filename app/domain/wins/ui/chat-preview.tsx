import { useTranslation } from "~/locales/texts";
import type { ChatPost } from "../chat/chat-post";

/** About what the channel shows, and exactly what is sent. */
export function ChatPreview({ post, payload }: { post: ChatPost; payload: string }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="space-y-1 rounded-field border-l-4 border-win bg-sunken px-4 py-3">
        <p className="font-semibold">{post.heading}</p>
        <p className="text-s">{post.thanked}</p>
        <p className="whitespace-pre-line">{post.text}</p>
        <p className="text-xs text-ink-2">{post.from}</p>
        <p className="text-s text-accent-text underline">{post.linkText}</p>
      </div>
      <details className="mt-3">
        <summary className="inline-flex min-h-11 items-center text-s font-semibold text-accent-text">{t("studio-chat:payload")}</summary>
        <pre tabIndex={0} className="overflow-x-auto rounded-field bg-sunken p-4 text-xs">{payload}</pre>
      </details>
    </>
  );
}
