import { ImageOff } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import type { Network } from "../networks/network";

/** What the network shows of the linked page. */
export interface PreviewCard {
  title: string;
  host: string;
  imageUrl: string | null;
  imageAlt: string;
}

/** The linked page beneath (or, in a chat, above) the text. */
export function LinkCard({ card, look }: { card: PreviewCard; look: Network["card"] }) {
  if (look === "none") return null;
  if (look === "picture") return <CardPicture card={card} className="aspect-square w-full" />;
  if (look === "compact") return <CompactCard card={card} />;
  return (
    <div className="overflow-hidden rounded-field border border-line bg-surface">
      {card.imageUrl && <CardPicture card={card} className="aspect-[1.91] w-full" />}
      <CardWords card={card} className="px-3 py-2.5" />
    </div>
  );
}

function CompactCard({ card }: { card: PreviewCard }) {
  return (
    <div className="flex overflow-hidden rounded-field border border-line bg-surface">
      {card.imageUrl && <CardPicture card={card} className="aspect-square w-20 shrink-0" />}
      <CardWords card={card} className="self-center px-3 py-2" />
    </div>
  );
}

function CardWords({ card, className }: { card: PreviewCard; className: string }) {
  return (
    <div className={`min-w-0 ${className}`}>
      <p dir="auto" className="line-clamp-2 wrap-anywhere text-s font-semibold text-ink">
        {card.title}
      </p>
      <p className="truncate text-xs text-ink-3">{card.host}</p>
    </div>
  );
}

function CardPicture({ card, className }: { card: PreviewCard; className: string }) {
  const { t } = useTranslation();
  if (!card.imageUrl) {
    return (
      <p className={`flex flex-col items-center justify-center gap-2 bg-sunken p-4 text-center text-xs text-ink-3 ${className}`}>
        <ImageOff aria-hidden size={20} />
        {t("networks:preview.noPicture")}
      </p>
    );
  }
  return <img src={card.imageUrl} alt={card.imageAlt} loading="lazy" decoding="async" className={`bg-sunken object-cover ${className}`} />;
}
