import { Link } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { Avatar } from "~/ui/avatar";
import type { DemoSignIn } from "../demo-sign-ins.server";

/** Whom one can be in the demo: choosing fills in the mail address, never a password. */
export function DemoSignIns({ people, next }: { people: DemoSignIn[]; next: string | null }) {
  const { t } = useTranslation();
  return (
    <section className="mt-10 rounded-card border border-line bg-surface p-5 shadow-card">
      <h2>{t("auth:demo.title")}</h2>
      <p className="mt-1 text-s text-ink-2">{t("auth:demo.lead")}</p>
      <ul className="mt-3 -mx-2">
        {people.map(({ email, givenName, familyName, jobTitle, departmentName }) => (
          <li key={email}>
            <Link
              to={`?${new URLSearchParams({ as: email, ...(next ? { next } : {}) })}`}
              className="flex min-h-11 items-center gap-3 rounded-field px-2 py-1.5 hover:bg-sunken"
            >
              <Avatar givenName={givenName} familyName={familyName} />
              <span className="min-w-0">
                <span className="block text-s font-semibold">{email}</span>
                <span className="block text-xs text-ink-2">
                  {givenName} {familyName} · {jobTitle ?? departmentName}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
