import { Link } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import type { Blocker } from "../blockers";
import { nameOfLanguage } from "./fallback-label";
import { useVersionName } from "./version-name";

const SHOWN = 4;

/** What stands in the way, each leading to where it is put right. Nothing when the way is free. */
export function BlockerList({ blockers }: { blockers: readonly Blocker[] }) {
  const { t, i18n } = useTranslation();
  const versionName = useVersionName();
  if (blockers.length === 0) return null;
  return (
    <div className="mb-5 flex gap-2 text-s text-danger">
      <CircleAlert aria-hidden size={18} className="mt-1.5 shrink-0" />
      <div className="flex flex-wrap gap-x-3">
        <p className="py-1">{t("studio-messages:blockers.lead", { count: blockers.length })}</p>
        <ul className="flex flex-wrap gap-x-3">
          {blockers.slice(0, SHOWN).map(({ what, version, language, to }) => (
            <li key={what + to}>
              <Link to={to} className="inline-block py-1 underline underline-offset-2">
                {t(`studio-messages:blockers.${what}`, {
                  version: versionName(version),
                  language: language && nameOfLanguage(language, i18n.language),
                })}
              </Link>
            </li>
          ))}
          {blockers.length > SHOWN && <li className="py-1">{t("studio-messages:blockers.more", { count: blockers.length - SHOWN })}</li>}
        </ul>
      </div>
    </div>
  );
}
