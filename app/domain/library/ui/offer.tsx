import type { ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { Picture, type PictureSource } from "~/ui/picture";
import type { Caption } from "../post";
import { CaptionList } from "./caption-list";
import { LinkPanel, type ShownLink } from "./link-panel";

export interface ShownOffer extends ShownLink {
  summary: string;
  why: string;
  picture: PictureSource | null;
  pictureAlt: string;
  facts: readonly string[];
  hashtags: readonly string[];
  disclosure: string;
  captions: readonly Caption[];
  /** Of what is written here, but for the captions. */
  language: string;
}

interface OfferProps {
  offer: ShownOffer;
  /** What one can do, below the picture and summary. */
  children?: ReactNode;
  beneathPicture?: ReactNode;
  /** Captions in other languages than the reader's are a click away; for those who only look for a text. */
  foldsCaptions?: boolean;
}

/** Everything that a post offers, exactly as it was approved. */
export function Offer({ offer, children, beneathPicture, foldsCaptions = false }: OfferProps) {
  const { t } = useTranslation();
  const { summary, why, picture, pictureAlt, facts, hashtags, disclosure, captions, language } = offer;
  return (
    <div className="max-w-[44rem] space-y-6">
      <div>
        {picture && <Picture picture={picture} alt={pictureAlt} sizes="(min-width: 48rem) 44rem, 100vw" className="rounded-card" eager />}
        {beneathPicture}
        {summary && <p lang={language} className="mt-4 text-l text-ink-2">{summary}</p>}
        {why && (
          <p className="mt-3">
            <strong>{t("library:post.why")}:</strong> <span lang={language}>{why}</span>
          </p>
        )}
        {children}
      </div>
      <LinkPanel link={offer} />
      {facts.length > 0 && (
        <Part title={t("library:post.facts")} lead={t("library:post.factsText")}>
          <ul className="list-disc space-y-1 pl-5">
            {facts.map((fact) => (
              <li key={fact} lang={language}>
                {fact}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {captions.length > 0 && (
        <Part title={t("library:post.captions")} lead={t("library:post.captionsText")}>
          <CaptionList captions={captions} folds={foldsCaptions} />
        </Part>
      )}
      {hashtags.length > 0 && (
        <Part title={t("library:post.hashtags")}>
          <p className="text-accent-text">{hashtags.map((tag) => `#${tag}`).join(" ")}</p>
        </Part>
      )}
      {disclosure && (
        <Part title={t("library:post.disclosure")}>
          <p>“{disclosure}”</p>
        </Part>
      )}
    </div>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {lead && <p className="text-s text-ink-3">{lead}</p>}
      <div className="mt-2">{children}</div>
    </section>
  );
}
