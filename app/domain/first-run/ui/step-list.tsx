import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Chip } from "~/ui/card";
import type { Guide, Step } from "../guide.server";

/** Where each step is done; the first place is the usual one. */
const PLACES: Record<Step, { to: string; name: string }[]> = {
  departments: [{ to: paths.departments(), name: "departments" }],
  people: [{ to: paths.newPerson(), name: "person" }, { to: paths.imports(), name: "import" }, { to: paths.joining(), name: "invite" }],
  mail: [{ to: paths.companyMail(), name: "mail" }],
  approver: [{ to: paths.people(), name: "people" }],
  message: [{ to: paths.newMessage("notice"), name: "notice" }, { to: paths.studioMessages(), name: "drafts" }],
  post: [{ to: paths.newPost(), name: "post" }, { to: paths.studioLibrary(), name: "library" }],
};

/** Writing is for publishers: an administrator who is none names one first. */
function placesOf(step: Step, mayWrite: boolean) {
  return (step === "message" || step === "post") && !mayWrite ? [{ to: paths.people(), name: "publisher" }] : PLACES[step];
}

/** What makes a new company ready, in order; the next open step has its actions in front. */
export function StepList({ steps, mayWrite }: Pick<Guide, "steps" | "mayWrite">) {
  const { t } = useTranslation();
  const next = steps.find(({ isDone }) => !isDone)?.step;
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {steps.map(({ step, isDone }) => (
        <li key={step} className="flex gap-3.5 px-4 py-4 sm:px-5">
          {isDone ? <CircleCheck aria-hidden size={22} className="mt-0.5 shrink-0 text-accent-text" /> : <CircleDashed aria-hidden size={22} className="mt-0.5 shrink-0 text-ink-3" />}
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="text-base">{t(`admin-first-steps:step.${step}.title`)}</h2>
              <Chip tone={isDone ? "share" : "plain"}>{t(isDone ? "admin-first-steps:isDone" : "admin-first-steps:isOpen")}</Chip>
            </div>
            <p className="mt-1 max-w-[65ch] text-s text-ink-2">{t(`admin-first-steps:step.${step}.text`)}</p>
            {!isDone && (
              <div className="mt-3 flex flex-wrap gap-2">
                {placesOf(step, mayWrite).map(({ to, name }, index) => (
                  <LinkButton key={name} to={to} look={step === next && index === 0 ? "primary" : "secondary"}>
                    {t(`admin-first-steps:to.${name}`)}
                  </LinkButton>
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
