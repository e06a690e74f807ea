import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";

const KNOWN = ["not-found", "forbidden", "conflict", "invalid", "unavailable", "read-only"] as const;
type Known = (typeof KNOWN)[number];

/** What went wrong, from what the guard on routes answered (web/respond). */
function useProblem(): Known | "unexpected" {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return "unexpected";
  const name = (error.data as { problem?: string } | null)?.problem;
  if (KNOWN.includes(name as Known)) return name as Known;
  return error.status === 404 ? "not-found" : error.status === 403 ? "forbidden" : "unexpected";
}

/**
 * What happened, what is safe, and what to do. While the database is away the page asks again by
 * itself every five seconds, also without script.
 */
export function ProblemText() {
  const { t } = useTranslation();
  const problem = useProblem();
  const passing = problem === "unavailable" || problem === "read-only";
  return (
    <div className="max-w-xl py-8">
      {passing && <meta httpEquiv="refresh" content="5" />}
      <h1>{t(`errors:problem.${problem}.title`)}</h1>
      <p className="mt-3 text-ink-2">{t(`errors:problem.${problem}.text`)}</p>
      <p className="mt-6">
        <Link to={paths.home()} reloadDocument className="link">
          {passing ? t("errors:problem.tryAgain") : t("errors:problem.home")}
        </Link>
      </p>
    </div>
  );
}

/** The same on a page of its own, where there is no shell around it. */
export function ProblemPage() {
  return (
    <main className="mx-auto max-w-xl px-5 py-8">
      <ProblemText />
    </main>
  );
}
