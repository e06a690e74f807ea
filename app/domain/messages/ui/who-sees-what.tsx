import { Check, CircleCheck, CircleX, MailX } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Panel } from "~/ui/card";
import { useNumber } from "~/ui/moment";
import type { VersionCounts } from "../audience.server";
import { nameOfLanguage } from "./fallback-label";
import { useVersionName } from "./version-name";

interface WhoSeesWhatProps {
  /** Null for guests, who are told no numbers of people. */
  counts: VersionCounts | null;
  versions: { departmentId: string | null; departmentName: string | null; languages: string[] }[];
  languages: string[];
}

/** Each version with its people and its languages: everybody is counted exactly once. */
export function WhoSeesWhat({ counts, ...rest }: WhoSeesWhatProps) {
  const { t } = useTranslation();
  if (counts) return <CountedVersions counts={counts} {...rest} />;
  return <Panel title={t("studio-messages:who.title")}><p className="text-s text-ink-2">{t("studio-messages:who.forGuests")}</p></Panel>;
}

function CountedVersions({ counts, versions, languages }: WhoSeesWhatProps & { counts: VersionCounts }) {
  const { t, i18n } = useTranslation();
  const number = useNumber();
  const versionName = useVersionName();
  const countOf = (departmentId: string | null) => counts.versions.find((version) => version.departmentId === departmentId);
  // The core last: it is for everyone else.
  const ordered = [...versions.filter(({ departmentId }) => departmentId), ...versions.filter(({ departmentId }) => !departmentId)];
  const gapsOf = ({ departmentId }: WhoSeesWhatProps["versions"][number]) =>
    (countOf(departmentId)?.languages ?? []).filter(({ language, gets }) => gets !== language);
  const gaps = ordered.flatMap((version) => gapsOf(version).flatMap(({ gets, ...gap }) => (gets ? [{ ...gap, gets, version }] : [])));
  // Four languages with the word in each would not fit beside the versions' names.
  const isCrowded = Math.max(...ordered.map((version) => gapsOf(version).length)) > 1;
  return (
    <Panel title={t("studio-messages:who.title")}>
      <div className="overflow-x-auto">
        <table className="w-full text-s">
          <thead className="text-xs text-ink-2">
            <tr className="border-b border-line text-left">
              <th scope="col" className="py-2 pr-3 font-medium">{t("studio-messages:who.version")}</th>
              <th scope="col" className="py-2 pr-3 text-right font-medium">{t("studio-messages:who.people")}</th>
              {languages.map((language) => (
                <th key={language} scope="col" className="py-2 pr-2 font-medium" lang={language}>
                  <abbr title={nameOfLanguage(language, i18n.language)} className="no-underline">{language}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ departmentId, departmentName, languages: written }) => {
              const count = countOf(departmentId);
              return (
                <tr key={departmentId ?? ""} className="border-b border-line last:border-0">
                  <th scope="row" className="py-2.5 pr-3 text-left font-normal">{versionName(departmentName, versions.length > 1)}</th>
                  <td className="py-2.5 pr-3 text-right">{number(count?.people ?? 0)}</td>
                  {languages.map((language) => (
                    <td key={language} className="py-2.5 pr-2">
                      {written.includes(language) ? (
                        <Check role="img" aria-label={t("studio-messages:who.written")} size={16} />
                      ) : count?.languages.some((one) => one.language === language) ? (
                        <Missing isShort={isCrowded} />
                      ) : (
                        <span className="sr-only">{t("studio-messages:who.notNeeded")}</span>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="mt-3 space-y-1.5 text-xs text-ink-2">
        <p className="flex gap-1.5">
          <CircleCheck aria-hidden size={15} className="mt-0.5 shrink-0" />
          <span>{t("studio-messages:who.each", { count: counts.total, shown: number(counts.total) })}</span>
        </p>
        {gaps.map(({ version, language, people, gets }) => (
          <p key={`${version.departmentId}${language}`}>
            {t("studio-messages:who.gap", {
              count: people,
              shown: number(people),
              version: versionName(version.departmentName, versions.length > 1),
              reads: nameOfLanguage(language, i18n.language),
              gets: nameOfLanguage(gets, i18n.language),
            })}
          </p>
        ))}
        {counts.unreachable !== 0 && (
          <p className="flex gap-1.5">
            <MailX aria-hidden size={15} className="mt-0.5 shrink-0" />
            <span>
              {counts.unreachable === "few"
                ? t("studio-messages:who.fewUnreachable")
                : t("studio-messages:who.unreachable", { count: counts.unreachable, shown: number(counts.unreachable) })}
            </span>
          </p>
        )}
      </div>
    </Panel>
  );
}

/** Somebody reads this language, and there is no text in it. */
function Missing({ isShort }: { isShort: boolean }) {
  const { t } = useTranslation();
  const word = t("studio-messages:who.missing");
  return isShort ? <CircleX role="img" aria-label={word} size={16} className="text-danger" /> : <span className="text-xs text-danger">{word}</span>;
}
