import { Activity, Building2, ChartNoAxesColumn, CheckCheck, House, KeyRound, Library, ListChecks, LogOut, MessageSquareHeart, PenLine, Search, Settings, Share2, ShieldCheck, SlidersHorizontal, Users, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Avatar } from "./avatar";
import { PartyPopper } from "lucide-react";
import { Form, PlaceLink } from "./link";

/** What the shell needs to know: names, and which places there are for this person. */
export interface ShellProps {
  company: { name: string; shortName: string; mark: string | null };
  person: { givenName: string; familyName: string; about: string; photo?: string | null };
  places: { everyday: boolean; messages: boolean; library: boolean; reviews: boolean; people: boolean; departments: boolean; company: boolean; health: boolean; audit: boolean; insights: boolean; helping: boolean; firstSteps: boolean };
  /** Contents that wait for this person's approval. */
  waitingReviews: number;
  children: ReactNode;
}

interface Place {
  to: string;
  icon: LucideIcon;
  label: string;
  count?: number;
  /** Opens over the page where script runs. */
  isSearch?: boolean;
}

export function Shell({ company, person, places, waitingReviews, children }: ShellProps) {
  const { t } = useTranslation();
  const everybody: Place[] = !places.everyday ? [] : [
    { to: paths.home(), icon: House, label: t("shell:places.home") },
    { to: paths.share(), icon: Share2, label: t("shell:places.share") },
    { to: paths.wins(), icon: PartyPopper, label: t("shell:places.wins") },
  ];
  const publish: Place[] = [
    ...(places.messages ? [{ to: paths.studioMessages(), icon: PenLine, label: t("shell:places.messages") }] : []),
    ...(places.library ? [{ to: paths.studioLibrary(), icon: Library, label: t("shell:places.library") }] : []),
    ...(places.reviews ? [{ to: paths.reviews(), icon: CheckCheck, label: t("shell:places.reviews"), count: waitingReviews }] : []),
  ];
  const lead: Place[] = places.insights ? [{ to: paths.insights(), icon: ChartNoAxesColumn, label: t("shell:places.insights") }] : [];
  const administer: Place[] = [
    ...(places.firstSteps ? [{ to: paths.firstSteps(), icon: ListChecks, label: t("shell:places.firstSteps") }] : []),
    ...(places.people ? [{ to: paths.people(), icon: Users, label: t("shell:places.people") }] : []),
    ...(places.helping ? [{ to: paths.helping(), icon: KeyRound, label: t("shell:places.helping") }] : []),
    ...(places.departments ? [{ to: paths.departments(), icon: Building2, label: t("shell:places.departments") }] : []),
    ...(places.company ? [{ to: paths.companySettings(), icon: SlidersHorizontal, label: t("shell:places.company") }] : []),
    ...(places.audit ? [{ to: paths.audit(), icon: ShieldCheck, label: t("shell:places.audit") }] : []),
    ...(places.health ? [{ to: paths.health(), icon: Activity, label: t("shell:places.health") }] : []),
  ];
  const search: Place | null = !places.everyday ? null : { to: paths.search(), icon: Search, label: t("shell:places.search"), isSearch: true };
  const me: Place = { to: paths.settings(), icon: Settings, label: t("shell:places.settings") };

  return (
    <div className="md:grid print:block md:min-h-dvh md:grid-cols-[13.5rem_minmax(0,1fr)]">
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:top-0 focus:left-0 focus:z-20 focus:m-2 focus:rounded-field focus:bg-surface focus:p-3">
        {t("shell:skipToContent")}
      </a>

      <header className="hidden print:hidden border-r border-side-line bg-side text-side-ink md:block">
        <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto p-3">
          <div className="flex items-center gap-2.5 px-1.5 pt-2.5 pb-5">
            <Mark small pictureId={company.mark} />
            <span className="min-w-0 text-l font-semibold leading-tight">{company.name}</span>
          </div>
          <nav aria-label={t("shell:places.label")}>
            <SideList places={search ? [...everybody, search] : everybody} />
            {publish.length > 0 && <SideGroup title={t("shell:places.publish")} places={publish} />}
            {lead.length > 0 && <SideGroup title={t("shell:places.lead")} places={lead} />}
            {administer.length > 0 && <SideGroup title={t("shell:places.administer")} places={administer} />}
          </nav>
          <div className="mt-auto pt-6">
            <SideList places={[me]} />
            <Form method="post" action={paths.signOut()}>
              <button type="submit" className="flex min-h-9 w-full items-center gap-3 rounded-field px-3 text-s text-side-ink hover:bg-side-on">
                <LogOut aria-hidden size={17} />
                {t("shell:signOut")}
              </button>
            </Form>
            <div className="mt-3 flex items-center gap-3 px-1">
              <Avatar {...person} />
              <p className="min-w-0 text-s">
                <span className="block truncate font-semibold">
                  {person.givenName} {person.familyName}
                </span>
                <span className="block truncate text-xs text-side-ink-2">{person.about}</span>
              </p>
            </div>
          </div>
        </div>
      </header>

      <header className="flex items-center justify-between gap-3 px-4 pt-3.5 md:hidden print:hidden">
        <div className="flex items-center gap-2.5">
          <Mark small pictureId={company.mark} />
          <span className="font-semibold">{company.shortName}</span>
        </div>
        {search && (
          <PlaceLink to={search.to} data-search aria-label={search.label} className={() => "ml-auto flex size-11 items-center justify-center rounded-full text-ink-2 hover:bg-sunken"}>
            <Search aria-hidden size={22} />
          </PlaceLink>
        )}
        <details className="group relative">
          <summary className="list-none rounded-full [&::-webkit-details-marker]:hidden" aria-label={t("shell:places.mine")}>
            <Avatar {...person} size={44} />
          </summary>
          <nav aria-label={t("shell:places.mine")} className="absolute right-0 z-10 mt-2 w-64 rounded-card border border-line bg-surface p-2 shadow-card">
            <MenuList places={[...publish, ...lead, ...administer, me]} />
            <Form method="post" action={paths.signOut()}>
              <button type="submit" className="flex min-h-11 w-full items-center gap-3 rounded-field px-3 text-base hover:bg-sunken">
                <LogOut aria-hidden size={19} />
                {t("shell:signOut")}
              </button>
            </Form>
          </nav>
        </details>
      </header>

      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[66rem] px-4 pt-3 pb-28 outline-none md:px-8 md:pt-7 md:pb-14">
        {children}
      </main>

      <nav aria-label={t("shell:places.label")} className="fixed inset-x-0 bottom-0 z-10 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden">
        <ul className="flex">
          {[...everybody, ...[...publish, ...lead].slice(0, 2)].map(({ to, icon: Icon, label }) => (
            <li key={to} className="min-w-0 flex-1">
              <PlaceLink
                to={to}
                end={to === "/"}
                className={({ isActive }) =>
                  `flex min-h-14 flex-col items-center justify-center gap-0.5 text-[0.72rem] no-underline ${isActive ? "font-bold text-accent-text" : "text-ink-2"}`
                }
              >
                <Icon aria-hidden size={22} />
                <span className="max-w-full truncate px-1">{label}</span>
              </PlaceLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** The company's mark; the product's until it has its own. Beside the name, so it says nothing. */
export function Mark({ small = false, pictureId }: { small?: boolean; pictureId?: string | null }) {
  const size = small ? "size-8" : "size-9";
  if (pictureId) return <img src={paths.mark(pictureId)} alt="" width={36} height={36} className={`shrink-0 rounded-small object-contain ${size}`} />;
  return (
    <span aria-hidden className={`inline-flex shrink-0 items-center justify-center rounded-field bg-[#7fe3bd] text-[#0f2f27] ${size}`}>
      <MessageSquareHeart size={small ? 19 : 21} />
    </span>
  );
}

function SideGroup({ title, places }: { title: string; places: Place[] }) {
  return (
    <>
      <p className="px-3 pt-5 pb-1.5 text-xs text-side-ink-2">{title}</p>
      <SideList places={places} />
    </>
  );
}

function SideList({ places }: { places: Place[] }) {
  return (
    <ul className="space-y-0.5">
      {places.map(({ to, icon: Icon, label, count, isSearch }) => (
        <li key={to}>
          <PlaceLink
            to={to}
            data-search={isSearch}
            end={to === "/"}
            className={({ isActive }) =>
              `flex min-h-9 items-center gap-3 rounded-field px-3 text-s no-underline ${isActive ? "bg-side-on font-semibold text-white" : "text-side-ink hover:bg-side-on"}`
            }
          >
            <Icon aria-hidden size={17} />
            {label}
            <Count count={count} />
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}

function MenuList({ places }: { places: Place[] }) {
  return (
    <ul>
      {places.map(({ to, icon: Icon, label, count }) => (
        <li key={to}>
          <PlaceLink to={to} className={({ isActive }) => `flex min-h-11 items-center gap-3 rounded-field px-3 text-base no-underline hover:bg-sunken ${isActive ? "font-semibold" : ""}`}>
            <Icon aria-hidden size={19} />
            {label}
            <Count count={count} />
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}

function Count({ count }: { count?: number }) {
  if (!count) return null;
  return <span className="ml-auto rounded-full bg-accent px-2 text-xs font-semibold text-accent-ink">{count}</span>;
}
