import type { ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { networks } from "../networks/all";
import type { NetworkId } from "../networks/network";
import { LinkCard, type PreviewCard } from "./link-card";
import { PostText } from "./post-text";

export interface PreviewPerson {
  name: string;
  jobTitle: string;
  initials: string;
}

interface NetworkPreviewProps {
  network: NetworkId;
  person: PreviewPerson;
  companyName: string;
  /** The whole text as it will be handed over: from composeShareText. */
  text: string;
  card: PreviewCard | null;
}

type Look = (props: NetworkPreviewProps) => ReactNode;

/** How a share will look on a network: fold, link card and the order of things as there, colours as here. */
export function NetworkPreview(props: NetworkPreviewProps) {
  const { t } = useTranslation();
  const Look = LOOKS[props.network] ?? FeedPost;
  return (
    <figure>
      <figcaption className="mb-2 text-xs font-semibold text-ink">
        {t("networks:preview.title", { network: t(`networks:name.${props.network}`) })}
      </figcaption>
      <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
        <Look {...props} />
      </div>
    </figure>
  );
}

/** Most feeds: who, the text, the card. */
function FeedPost(props: NetworkPreviewProps) {
  const { network, text, card } = props;
  return (
    <div className="space-y-3 p-4">
      <Writer {...props} />
      <PostText text={text} fold={networks[network].fold} />
      {card && <LinkCard card={card} look={networks[network].card} />}
    </div>
  );
}

/** Instagram: the picture first, the caption after the name. */
function PictureFirst({ network, person, text, card }: NetworkPreviewProps) {
  const { t } = useTranslation();
  const shownCard = card ?? { title: "", host: "", imageUrl: null, imageAlt: "" };
  return (
    <>
      <div className="flex items-center gap-3 p-3">
        <Initials person={person} />
        <p className="truncate text-s font-semibold text-ink">{person.name}</p>
      </div>
      <LinkCard card={shownCard} look={networks[network].card} />
      <div className="space-y-1 p-4">
        <PostText text={text} fold={networks[network].fold} name={person.name} />
        <p className="text-xs text-ink-3">{t("networks:preview.now")}</p>
      </div>
    </>
  );
}

/** A chat: one's own bubble, the card on top of the text. */
function ChatBubble({ network, text, card }: NetworkPreviewProps) {
  return (
    <div className="bg-sunken p-4 ps-10">
      <div className="space-y-2 rounded-card rounded-ee-(--radius-s) bg-accent-soft p-2">
        {card && <LinkCard card={card} look={networks[network].card} />}
        <PostText text={text} fold={networks[network].fold} className="px-1 pb-1" />
      </div>
    </div>
  );
}

/** Reddit: the words are the title, beside the link's picture. */
function TitledLink({ person, text, card }: NetworkPreviewProps) {
  return (
    <div className="flex gap-3 p-4">
      <div className="min-w-0 grow space-y-1">
        <p className="truncate text-xs text-ink-3">{person.name}</p>
        <p dir="auto" className="wrap-anywhere text-s font-semibold text-ink">
          {text}
        </p>
        {card && <p className="truncate text-xs text-accent-text">{card.host}</p>}
      </div>
      {card?.imageUrl && <img src={card.imageUrl} alt={card.imageAlt} loading="lazy" className="h-16 w-24 shrink-0 rounded-field bg-sunken object-cover" />}
    </div>
  );
}

/** Mail: sender, subject, body. */
function Letter({ network, person, text, card }: NetworkPreviewProps) {
  const { t } = useTranslation();
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-b border-line px-4 py-3 text-s">
        <dt className="text-ink-3">{t("networks:preview.from")}</dt>
        <dd className="m-0 truncate text-ink">{person.name}</dd>
        <dt className="text-ink-3">{t("networks:preview.subject")}</dt>
        <dd dir="auto" className="m-0 wrap-anywhere font-semibold text-ink">
          {card?.title ?? ""}
        </dd>
      </dl>
      <PostText text={text} fold={networks[network].fold} className="p-4" />
    </>
  );
}

/** LinkedIn tells the job; the others tell the moment. */
function Writer({ network, person, companyName }: NetworkPreviewProps) {
  const { t } = useTranslation();
  const beneath = network === "linkedin" && person.jobTitle !== "" ? t("networks:preview.jobAt", { job: person.jobTitle, company: companyName }) : t("networks:preview.now");
  return (
    <div className="flex items-center gap-3">
      <Initials person={person} />
      <div className="min-w-0">
        <p className="truncate text-s font-semibold text-ink">{person.name}</p>
        <p className="truncate text-xs text-ink-3">{beneath}</p>
      </div>
    </div>
  );
}

function Initials({ person }: { person: PreviewPerson }) {
  return (
    <span aria-hidden className="flex size-9 shrink-0 items-center justify-center rounded-full bg-win-soft text-xs font-bold text-win">
      {person.initials}
    </span>
  );
}

const LOOKS: Partial<Record<NetworkId, Look>> = {
  instagram: PictureFirst,
  whatsapp: ChatBubble,
  reddit: TitledLink,
  mail: Letter,
};
