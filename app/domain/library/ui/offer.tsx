import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
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
}

/** Everything that a post offers, exactly as it was approved. @param children what one can do, below the picture and summary */
export function Offer({ offer, children, beneathPicture }: { offer: ShownOffer; children?: ReactNode; beneathPicture?: ReactNode }) {
  const { t } = useTranslation();
  const { summary, why, picture, pictureAlt, facts, hashtags, disclosure, captions } = offer;
  return (
    <div className="max-w-[44rem] space-y-6">
      <div>
        {picture && <Picture picture={picture} alt={pictureAlt} sizes="(min-width: 48rem) 44rem, 100vw" className="rounded-card" eager />}
        {beneathPicture}
        {summary && <p className="mt-4 text-l text-ink-2">{summary}</p>}
        {why && (
          <p className="mt-3">
            <strong>{t("library:post.why")}:</strong> {why}
          </p>
        )}
        {children}
      </div>
      <LinkPanel link={offer} />
      {facts.length > 0 && (
        <Part title={t("library:post.facts")} lead={t("library:post.factsText")}>
          <ul className="list-disc space-y-1 pl-5">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </Part>
      )}
      {captions.length > 0 && (
        <Part title={t("library:post.captions")} lead={t("library:post.captionsText")}>
          <CaptionList captions={captions} />
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
