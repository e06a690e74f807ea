import { redirectDocument, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { findCompany } from "~/domain/people/company.server";
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from "~/locales/i18n";
import { paths } from "~/paths";
import { DoneNotice } from "~/ui/done-notice";
import { ProblemPage } from "~/ui/problem-page";
import { Mark } from "~/ui/shell";
import { takeDone } from "~/web/flash.server";
import { languageCookie } from "~/web/language.server";
import { findSignedInPerson } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  const { pathname, searchParams } = new URL(args.request.url);
  const chosen = searchParams.get("language");
  if (isLanguage(chosen)) {
    searchParams.delete("language");
    const search = searchParams.size ? `?${searchParams}` : "";
    throw redirectDocument(pathname + search, { headers: { "Set-Cookie": languageCookie(chosen) } });
  }
  const company = await findCompany();
  return { companyName: company?.name ?? "Vouch", accent: company?.accent ?? null, mark: company?.markPictureId ?? null, done: takeDone(args) };
}

/** The pages before sign-in: the mark, one calm column, and a choice of language. */
export default function BeforeSignIn() {
  const { companyName, mark, done } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[27rem] flex-col px-6 pt-7 pb-6 md:pt-[12vh]">
      <header className="mb-6 flex items-center gap-3">
        <Mark pictureId={mark} />
        <span className="text-l font-semibold">{companyName}</span>
      </header>
      <main id="content" className="flex-1">
        <DoneNotice done={done} />
        <Outlet />
      </main>
      {/* Where one joins, the language is the first question. */}
      {!pathname.startsWith(paths.join()) && <LanguageLinks />}
      <PrivacyLink />
    </div>
  );
}

function LanguageLinks() {
  const { t, i18n } = useTranslation();
  const { search } = useLocation();
  const toLanguage = (language: string) => {
    const query = new URLSearchParams(search);
    query.set("language", language);
    return `?${query}`;
  };
  return (
    <nav aria-label={t("auth:languages")} className="mt-12">
      <ul className="flex flex-wrap gap-x-1 text-s">
        {LANGUAGES.map((language) => (
          <li key={language}>
            <Link
              to={toLanguage(language)}
              reloadDocument
              lang={language}
              hrefLang={language}
              aria-current={i18n.language === language ? "true" : undefined}
              className="flex min-h-11 items-center px-2 text-ink-2 first:pl-0 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {LANGUAGE_NAMES[language]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PrivacyLink() {
  const { t } = useTranslation();
  return (
    <footer className="text-s">
      <Link to={paths.privacy()} className="inline-flex min-h-11 items-center text-ink-2 hover:underline">
        {t("auth:privacy")}
      </Link>
    </footer>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
