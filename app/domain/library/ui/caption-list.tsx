import { useTranslation } from "react-i18next";
import { LANGUAGE_NAMES, isLanguage } from "~/locales/i18n";
import type { Caption } from "../post";

/** The suggested texts as they stand, each with the network and language it is for. */
export function CaptionList({ captions }: { captions: readonly Caption[] }) {
  const { t } = useTranslation();
  return (
    <ul className="space-y-2.5">
      {captions.map(({ id, network, language, text }) => (
        <li key={id} className="rounded-field border border-line bg-surface px-4 py-3">
          <p className="mb-1 text-xs text-ink-3">
            {network ? t(`networks:name.${network}`) : t("library:post.anyNetwork")} · {isLanguage(language) ? LANGUAGE_NAMES[language] : language}
          </p>
          <p lang={language} className="whitespace-pre-line wrap-anywhere">
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
