import { Link, useFetcher } from "@remix-run/react";
import { HandHeart, MessageCircle, PartyPopper, Sparkles, type LucideIcon } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { useNumber } from "~/ui/moment";
import { REACTIONS, type ReactionCount, type ReactionKind } from "../reactions";
import type { WinView } from "../win";

const ICONS: Record<ReactionKind, LucideIcon> = { thanks: HandHeart, bright: Sparkles, cheers: PartyPopper };
const PILL = "inline-flex min-h-11 min-w-12 items-center justify-center gap-1.5 rounded-full border px-3 text-xs font-semibold md:min-h-8 md:min-w-10 md:px-2.5";

/** The reader's answers without words, each a button that says what it will do, and the way to the comments. */
export function Reactions({ win, returnTo, mayAnswer = true }: { win: Pick<WinView, "id" | "reactions" | "comments">; returnTo: string; mayAnswer?: boolean }) {
  const { t } = useTranslation();
  const number = useNumber();
  const fetcher = useFetcher<{ reactions?: ReactionCount[] }>({ key: `reactions ${win.id}` });
  const counted = fetcher.data?.reactions ?? win.reactions;
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {REACTIONS.map((kind) => {
        const { count = 0, isOwn = false } = counted.find((each) => each.kind === kind) ?? {};
        const sent = fetcher.formData?.get("kind") === kind ? fetcher.formData.get("wanted") === "yes" : isOwn;
        const shown = count + (sent === isOwn ? 0 : sent ? 1 : -1);
        const Icon = ICONS[kind];
        const look = sent ? "border-win bg-win-soft text-win" : "border-transparent bg-sunken text-ink-2";
        if (!mayAnswer) return shown > 0 && <span key={kind} className={`${PILL} ${look}`}><Icon aria-hidden size={15} /><span className="sr-only">{t(`wins:reaction.${kind}`)}</span>{number(shown)}</span>;
        return (
          <fetcher.Form key={kind} method="post" action={paths.winReactions(win.id)}>
            <input type="hidden" name="kind" value={kind} />
            {!sent && <input type="hidden" name="wanted" value="yes" />}
            <input type="hidden" name="returnTo" value={returnTo} />
            <button type="submit" aria-pressed={sent} aria-label={t("wins:reaction.label", { reaction: t(`wins:reaction.${kind}`), count: shown })} title={t(`wins:reaction.${kind}`)} className={`${PILL} ${look} hover:border-win`}>
              <Icon aria-hidden size={15} />
              {shown > 0 && number(shown)}
            </button>
          </fetcher.Form>
        );
      })}
      <Link to={`${paths.win(win.id)}#comments`} className={`${PILL} border-transparent bg-sunken text-ink-2 no-underline hover:border-line-strong`} aria-label={t("wins:card.comments", { count: win.comments })}>
        <MessageCircle aria-hidden size={15} />
        {win.comments > 0 && number(win.comments)}
      </Link>
    </div>
  );
}
