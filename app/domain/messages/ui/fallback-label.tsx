import { Languages } from "lucide-react";
import { useTranslation } from "~/locales/texts";

/** What a language is called in another: "Italian" in English. */
export function nameOfLanguage(language: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: "language" }).of(language) ?? language;
}

/** Says that a text is not in the reader's language, and which one it is in. */
export function FallbackLabel({ isFallback, language }: { isFallback: boolean; language: string }) {
  const { t, i18n } = useTranslation();
  if (!isFallback) return null;
  return (
    <p className="mt-1 flex items-start gap-1.5 text-xs text-ink-3">
      <Languages aria-hidden size={15} className="mt-0.5 shrink-0" />
      {t("messages:fallback", { language: nameOfLanguage(language, i18n.language) })}
    </p>
  );
}
