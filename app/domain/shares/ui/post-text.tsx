import { Fragment } from "react";
import { useTranslation } from "~/locales/texts";
import { foldText } from "../fold";
import type { Network } from "../networks/network";

const LINKS_AND_HASHTAGS = /(https?:\/\/\S+|(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{M}\p{N}_]+)/gu;

/**
 * A text as the network shows it: links and hashtags coloured, folded where feeds fold. `name` stands in front
 * of a caption where the network sets it there.
 */
export function PostText({ text, fold, name, className = "" }: { text: string; fold: Network["fold"]; name?: string; className?: string }) {
  const { t } = useTranslation();
  const { shown, isFolded } = foldText(text, fold);
  return (
    <p dir="auto" className={`whitespace-pre-wrap wrap-anywhere text-s text-ink ${className}`}>
      {name && <span className="font-semibold">{name} </span>}
      {shown.split(LINKS_AND_HASHTAGS).map((part, index) =>
        index % 2 === 0 ? (
          <Fragment key={index}>{part}</Fragment>
        ) : (
          <span key={index} className="text-accent-text">
            {shortenLink(part)}
          </span>
        ),
      )}
      {isFolded && <span className="text-ink-3">… {t("networks:preview.more")}</span>}
    </p>
  );
}

/** Networks hide the scheme of a link. */
function shortenLink(part: string): string {
  return part.replace(/^https?:\/\//, "");
}
