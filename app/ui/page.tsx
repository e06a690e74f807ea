import { Link } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";

export interface Crumb {
  to: string;
  label: ReactNode;
}

/** A page's head: where one is, its one h1, and its actions. */
export function PageHead({ crumb, here, title, lead, actions }: { crumb?: Crumb; here?: ReactNode; title: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        {crumb && (
          <p className="mb-1 text-s text-ink-2">
            <Link to={crumb.to} className="link">
              {crumb.label}
            </Link>
            {here && <span aria-hidden> / </span>}
            {here}
          </p>
        )}
        <h1>{title}</h1>
        {lead && <p className="mt-1 max-w-[70ch] text-ink-2">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2.5">{actions}</div>}
    </header>
  );
}

/** One column to read, and a narrow rail for what is mine. */
export function WithRail({ children, rail }: { children: ReactNode; rail?: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0 space-y-4">{children}</div>
      {rail && <aside className="flex min-w-0 flex-col gap-6 text-s">{rail}</aside>}
    </div>
  );
}

/** What will be here, and how to make it so. */
export function EmptyState({ icon: Icon, title, children, action }: { icon: LucideIcon; title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div data-empty className="rounded-card border border-dashed border-line-strong px-6 py-10 text-center">
      <Icon aria-hidden size={28} className="mx-auto mb-3 text-ink-3" />
      <p className="text-l font-semibold">{title}</p>
      {children && <p className="mx-auto mt-1 max-w-[52ch] text-ink-2">{children}</p>}
      {action && <div className="mt-4 flex justify-center">{action}</div>}
    </div>
  );
}

/** What happened, said once at the top of the page; screen readers hear it. */
export function Notice({ icon: Icon, tone = "good", children, action }: { icon?: LucideIcon; tone?: "good" | "bad" | "info"; children: ReactNode; action?: ReactNode }) {
  const look = tone === "bad" ? "bg-danger-soft text-danger" : tone === "info" ? "bg-message-soft text-ink" : "bg-accent-soft text-accent-text";
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={`mb-4 flex flex-wrap items-center gap-3 rounded-field px-4 py-3 text-s ${look}`}>
      {Icon && <Icon aria-hidden size={18} className="shrink-0" />}
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}

/** Places on one page, as links: they work without script. */
export function LinkTabs({ label, tabs }: { label: string; tabs: { to: string; label: ReactNode; current: boolean; icon?: LucideIcon; /** Its texts come with the page. */ loadsWhole?: boolean }[] }) {
  const nav = useRef<HTMLElement>(null);
  const open = tabs.find(({ current }) => current)?.to;
  // Where not all of them fit, the open one is never out of sight.
  useEffect(() => {
    const tab = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && tab) nav.current.scrollLeft = tab.offsetLeft - (nav.current.clientWidth - tab.offsetWidth) / 2;
  }, [open]);
  return (
    <nav ref={nav} aria-label={label} className="relative mb-5 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map(({ to, label: text, current, icon: Icon, loadsWhole }) => (
          <li key={to} className="shrink-0">
            <Link
              to={to}
              preventScrollReset
              reloadDocument={loadsWhole}
              aria-current={current ? "page" : undefined}
              className={`flex min-h-11 items-center gap-1.5 border-b-2 px-3 text-s font-medium no-underline ${current ? "border-accent text-ink" : "border-transparent text-ink-2 hover:text-ink"}`}
            >
              {Icon && <Icon aria-hidden size={16} />}
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
