import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { getSettings } from "~/domain/company/settings.server";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { paths } from "~/paths";
import { PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return { settings: await getSettings(actor), pageTitle: pageTitle(actor.language, "admin-company:title", company.name) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function CompanySettings() {
  const { settings: s } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const count = (key: string, value: number) => t(`admin-company:state.${key}`, { count: value });
  const privacy =
    s.privacyVersion === null ? t("admin-company:state.noPrivacy")
    : s.privacyMissing > 0 ? count("privacyMissing", s.privacyMissing)
    : t("admin-company:state.privacy", { version: s.privacyVersion });
  const matters = [
    { to: paths.companyIdentity(), matter: "identity", state: s.name },
    { to: paths.companyAccent(), matter: "accent", state: s.accent ?? t("admin-company:state.ownAccent") },
    { to: paths.companyLanguages(), matter: "languages", state: s.languages.map((each) => (isLanguage(each) ? LANGUAGE_NAMES[each] : each)).join(", ") },
    { to: paths.companyCalendar(), matter: "calendar", state: `${s.timeZone.replaceAll("_", " ")} · ${count("holidays", s.holidaysAhead)}` },
    { to: paths.locations(), matter: "locations", state: count("locations", s.locations) },
    { to: paths.quietHours(), matter: "quiet", state: s.quietFrom ? t("admin-company:state.quiet", { from: s.quietFrom, until: s.quietUntil }) : t("admin-company:state.noQuiet") },
    { to: paths.companyPrivacy(), matter: "privacy", state: privacy },
    { to: paths.retention(), matter: "retention", state: t("admin-company:state.retention") },
    { to: paths.companyMail(), matter: "mail", state: t(`admin-company:mail.by.${s.mailCarrier ?? "disk"}`) },
    { to: paths.companyNetworks(), matter: "networks", state: count("keys", s.networkKeys) },
    { to: paths.approvalRules(), matter: "rules", state: count("rules", s.approvalRules) },
    { to: paths.companyInterests(), matter: "interests", state: count("interests", s.interests.length) },
    { to: paths.formerPeople(), matter: "former", state: t(s.hidesFormerNames ? "admin-company:state.namesHidden" : "admin-company:state.namesKept") },
    { to: paths.values(), matter: "values", state: t("admin-company:state.values") },
    { to: paths.firstSteps(), matter: "firstSteps", state: t(`admin-company:state.${s.isFirstRun ? "firstSteps" : "firstStepsAway"}`) },
    { to: paths.chatChannels(), matter: "chat", state: t("admin-company:state.chat") },
  ];
  return (
    <>
      <PageHead title={t("admin-company:title")} lead={t("admin-company:lead")} />
      <ul className="max-w-3xl divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {matters.map(({ to, matter, state }) => (
          <li key={to}>
            <Link to={to} className="flex min-h-14 items-center gap-4 px-4 py-3 no-underline hover:bg-sunken">
              <span className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
                <span className="font-semibold">{t(`admin-company:${matter}.title`)}</span>
                <span className="min-w-0 text-s text-ink-2 [overflow-wrap:anywhere]">{state}</span>
              </span>
              <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
