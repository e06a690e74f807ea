import { useTranslation } from "~/locales/texts";
import { LANGUAGE_NAMES, isLanguage } from "~/locales/i18n";
import type { Caption } from "../post";

interface CaptionListProps {
  captions: readonly Caption[];
  /** Shows the reader's language, and the others on a click. */
  folds: boolean;
}

/** The suggested texts as they stand, each with the network and language it is for. */
export function CaptionList({ captions, folds }: CaptionListProps) {
  const { t, i18n } = useTranslation();
  const own = captions.filter(({ language }) => language === i18n.language);
  const others = captions.filter(({ language }) => language !== i18n.language);
  if (!folds || own.length === 0 || others.length === 0) return <Captions captions={captions} />;
  return (
    <>
      <Captions captions={own} />
      <details className="mt-2.5">
        <summary className="flex min-h-11 items-center text-s font-semibold text-accent-text">{t("library:post.otherLanguages", { count: others.length })}</summary>
        <Captions captions={others} />
      </details>
    </>
  );
}

function Captions({ captions }: Pick<CaptionListProps, "captions">) {
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
