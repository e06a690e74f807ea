import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

export type Tone = "plain" | "message" | "share" | "forum" | "pulse" | "win";

/** The text colour of each kind of content, used sparingly. */
export const TONE_TEXT: Record<Tone, string> = {
  plain: "text-ink-2",
  message: "text-message",
  share: "text-share",
  forum: "text-forum",
  pulse: "text-pulse",
  win: "text-win",
};

/** A sheet on the noticeboard. `marked` is for what must be read. */
export function Card({ marked, className = "", children, ...rest }: { marked?: boolean; children: ReactNode } & ComponentProps<"article">) {
  const look = marked ? "border-message bg-message-soft" : "border-line bg-surface";
  return (
    <article className={`rounded-card border p-5 shadow-card ${look} ${className}`} {...rest}>
      {children}
    </article>
  );
}

/** What kind of content this is, and beside it when or for whom. */
export function CardLabel({ tone, icon: Icon, aside, children }: { tone: Tone; icon: LucideIcon; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs">
      <p className={`flex items-center gap-2 font-semibold ${TONE_TEXT[tone]}`}>
        <Icon aria-hidden size={17} />
        {children}
      </p>
      {aside && <p className="text-ink-3">{aside}</p>}
    </div>
  );
}

/** A panel of a page's side or of settings. */
export function Panel({ title, children, className = "" }: { title?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={`rounded-card border border-line bg-surface p-5 shadow-card ${className}`}>
      {title && <h2 className="mb-3">{title}</h2>}
      {children}
    </section>
  );
}

/** A word on a small ground: a state, a tag. */
export function Chip({ icon: Icon, tone = "plain", children }: { icon?: LucideIcon; tone?: Tone | "danger"; children: ReactNode }) {
  const look =
    tone === "plain" ? "bg-sunken text-ink-2"
    : tone === "danger" ? "bg-danger-soft text-danger"
    : tone === "message" ? "bg-message-soft text-message"
    : tone === "share" ? "bg-share-soft text-share"
    : tone === "forum" ? "bg-forum-soft text-forum"
    : tone === "pulse" ? "bg-pulse-soft text-pulse"
    : "bg-win-soft text-win";
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-medium ${look}`}>
      {Icon && <Icon aria-hidden size={14} />}
      {children}
    </span>
  );
}
