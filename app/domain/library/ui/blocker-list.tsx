import { CircleAlert, Lightbulb } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { paths } from "~/paths";
import type { Advice, Blocker } from "../blockers";

/** Where each is put right: a part of the editor, or the people who could help. */
const CURES: Record<Exclude<Blocker, "noApprover" | "nobodyElse">, string> = {
  why: "#what",
  linkOrPicture: "#link",
  alt: "#picture",
  captions: "#captions",
  past: "#validity",
  audience: "#audience",
};

/** What stands in the way of the review, each leading to its cure. @param mayInvite may make somebody an approver */
export function BlockerList({ blockers, mayInvite }: { blockers: readonly Blocker[]; mayInvite: boolean }) {
  const { t } = useTranslation();
  if (blockers.length === 0) return null;
  const needsPeople = blockers.some((blocker) => blocker === "noApprover" || blocker === "nobodyElse");
  return (
    <div className="mb-5 text-s text-danger">
      <p className="flex items-start gap-2 font-semibold">
        <CircleAlert aria-hidden size={18} className="mt-0.5 shrink-0" />
        {t("studio-library:blockers.title", { count: blockers.length })}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 pl-6.5">
        {blockers.map((blocker) => (
          <li key={blocker}>
            {blocker === "noApprover" || blocker === "nobodyElse" ? (
              t(`studio-library:blockers.${blocker}`)
            ) : (
              <a href={CURES[blocker]} className="underline underline-offset-2">
                {t(`studio-library:blockers.${blocker}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {needsPeople && (
        <p className="mt-1 pl-6.5 text-ink-2">
          {mayInvite ? (
            <a href={paths.people()} className="link">
              {t("studio-library:blockers.invite")}
            </a>
          ) : (
            t("studio-library:blockers.askAdministrator")
          )}
        </p>
      )}
    </div>
  );
}

/** What would make the post better, without standing in the way. */
export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  const { t, i18n } = useTranslation();
  if (advice.length === 0) return null;
  const say = (one: Advice): string => {
    if (one.kind === "captions") return t("studio-library:advice.captions", { count: one.missing });
    if (one.kind === "validity") return t("studio-library:advice.validity");
    const names = one.languages.map((language) => (isLanguage(language) ? LANGUAGE_NAMES[language] : language));
    return t("studio-library:advice.languages", { languages: new Intl.ListFormat(i18n.language).format(names) });
  };
  return (
    <section>
      <h2 className="flex items-center gap-2 text-s">
        <Lightbulb aria-hidden size={16} />
        {t("studio-library:advice.title")}
      </h2>
      <ul className="mt-1.5 space-y-1 text-ink-2">
        {advice.map((one) => (
          <li key={one.kind}>{say(one)}</li>
        ))}
      </ul>
    </section>
  );
}
