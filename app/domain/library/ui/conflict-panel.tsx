import { useTranslation } from "~/locales/texts";
import { Notice } from "~/ui/page";
import type { PostRecord } from "../post";
import { fullName } from "./approval-history";

const TEXTS = ["title", "summary", "why", "linkUrl", "linkTitle", "linkDescription", "pictureAlt", "facts", "hashtags", "disclosure"] as const;

/** Two people saved: what the other one stored, part by part where it differs from what was typed. */
export function ConflictPanel({ post, values }: { post: PostRecord; values: Record<string, string | string[]> }) {
  const { t } = useTranslation();
  const other = post.editors[0] ?? post.author;
  const typedCaptions = [values.captionText ?? []].flat().filter((text) => text.trim() !== "");
  const differing: { part: string; stored: string }[] = [
    ...TEXTS.filter((part) => [values[part]].flat()[0]?.trim() !== post[part]).map((part) => ({ part, stored: post[part] })),
    ...(post.captions.some(({ text }) => !typedCaptions.includes(text))
      ? [{ part: "captions", stored: post.captions.map(({ text }) => text).join("\n\n") }]
      : []),
  ];
  return (
    <Notice tone="bad">
      <p className="font-semibold">{t("studio-library:conflict.title")}</p>
      <p>{t("studio-library:conflict.text")}</p>
      {differing.length > 0 && (
        <div className="mt-3 rounded-field bg-surface p-4 text-ink">
          <p className="mb-2 font-semibold">{t("studio-library:conflict.theirs", { name: fullName(other) })}</p>
          <dl className="space-y-2">
            {differing.map(({ part, stored }) => (
              <div key={part}>
                <dt className="text-xs text-ink-3">{t(`studio-library:part.${part}`)}</dt>
                <dd className="whitespace-pre-line wrap-anywhere">{stored || <em>{t("studio-library:conflict.empty")}</em>}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Notice>
  );
}
