import { Link } from "@remix-run/react";
import { Check, Plus } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import type { EditorPage } from "../editing-page.server";
import { nameOfLanguage } from "./fallback-label";
import { useVersionName } from "./version-name";

interface EditorTabsProps {
  page: EditorPage;
  /** Called before a tab is opened; true when what was typed is saved on the way there instead. */
  savesFirst: (next: string) => boolean;
}

const TAB = "flex min-h-11 items-center gap-1.5 border-b-2 px-3 text-s font-medium no-underline";
const look = (isCurrent: boolean) => (isCurrent ? "border-accent text-ink" : "border-transparent text-ink-2 hover:text-ink");

/** Versions, and below them languages: links, so that they work without script. */
export function EditorTabs({ page, savesFirst }: EditorTabsProps) {
  const { t, i18n } = useTranslation();
  const versionName = useVersionName();
  const { id, versions, version, language, company } = page;
  const written = versions.find(({ departmentId }) => departmentId === version.departmentId)?.languages ?? [];
  const tab = (departmentId: string | null, toLanguage: string) => ({
    to: paths.messageDraft(id, departmentId ?? undefined, toLanguage),
    preventScrollReset: true,
    onClick: (event: { preventDefault(): void }) => {
      if (savesFirst(`${departmentId ?? ""}~${toLanguage}`)) event.preventDefault();
    },
  });
  return (
    <div className="mt-6 mb-4">
      <nav aria-label={t("studio-messages:version.tabs")} className="border-b border-line">
        <ul className="flex flex-wrap gap-x-1">
          {versions.map(({ departmentId, departmentName }) => {
            const isCurrent = departmentId === version.departmentId;
            return (
              <li key={departmentId ?? ""}>
                <Link {...tab(departmentId, language)} aria-current={isCurrent ? "page" : undefined} className={`${TAB} ${look(isCurrent)}`}>
                  {versionName(departmentName)}
                </Link>
              </li>
            );
          })}
          <li>
            <AddVersion choices={page.versionChoices} hasAudience={page.audienceIds.length > 0} />
          </li>
        </ul>
      </nav>
      <nav aria-label={t("studio-messages:version.languages")}>
        <ul className="flex flex-wrap gap-x-1">
          {company.languages.map((each) => (
            <li key={each}>
              <Link {...tab(version.departmentId, each)} aria-current={each === language ? "page" : undefined} className={`${TAB} ${look(each === language)}`}>
                {nameOfLanguage(each, i18n.language)}
                {written.includes(each) && <Check role="img" aria-label={t("studio-messages:who.written")} size={14} />}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <noscript>
        <p className="mt-2 text-xs text-ink-3">{t("studio-messages:version.saveFirst")}</p>
      </noscript>
    </div>
  );
}

/** A version for one more department, chosen in place; what is typed is saved with it. */
function AddVersion({ choices, hasAudience }: { choices: EditorPage["versionChoices"]; hasAudience: boolean }) {
  const { t } = useTranslation();
  return (
    <details className="group relative">
      <summary className={`${TAB} list-none border-transparent text-ink-2 hover:text-ink [&::-webkit-details-marker]:hidden`}>
        <Plus aria-hidden size={16} />
        {t("studio-messages:version.add")}
      </summary>
      <div className="absolute left-0 z-10 mt-1 w-72 max-w-[80vw] rounded-card border border-line bg-surface p-4 shadow-card max-md:fixed max-md:inset-x-4 max-md:w-auto max-md:max-w-none">
        {choices.length === 0 ? (
          <p className="text-s">{hasAudience ? t("studio-messages:version.allHave") : t("studio-messages:version.audienceFirst")}</p>
        ) : (
          <>
            <label className="block text-s font-semibold">
              {t("studio-messages:version.department")}
              <select name="newVersion" className="mt-1.5 mb-3 min-h-11 w-full rounded-field border border-line-strong bg-surface px-3 text-base font-normal">
                {choices.map(({ id, name, depth }) => (
                  <option key={id} value={id}>
                    {"\u2003".repeat(depth) + name}
                  </option>
                ))}
              </select>
            </label>
            <Button type="submit" name="step" value="add" icon={Plus}>
              {t("studio-messages:version.addButton")}
            </Button>
          </>
        )}
      </div>
    </details>
  );
}
