import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Mails } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Moment } from "~/ui/moment";
import { EmptyState, PageHead } from "~/ui/page";
import { ProblemPage } from "~/ui/problem-page";
import { readDemoMailbox } from "~/web/demo-mailbox.server";
import { languageOfVisitor } from "~/web/language.server";
import { pageTitle } from "~/web/page-title.server";

export async function loader(args: LoaderFunctionArgs) {
  const { company, mails, next } = await readDemoMailbox(args);
  const title = pageTitle(languageOfVisitor(args.request), "mailbox:title", company.name);
  return { mails, next, companyName: company.name, timeZone: company.timeZone, pageTitle: title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function DemoMailbox() {
  const { mails, next, companyName, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="content" className="mx-auto w-full max-w-[66rem] px-4 py-7 md:px-8">
      <PageHead crumb={{ to: paths.home(), label: companyName }} title={t("mailbox:title")} lead={t("mailbox:lead")} />
      {mails.length === 0 ? (
        <EmptyState icon={Mails} title={t("mailbox:empty")}>
          {t("mailbox:emptyText")}
        </EmptyState>
      ) : (
        <ul className="max-w-3xl divide-y divide-line rounded-card border border-line bg-surface shadow-card">
          {mails.map((mail) => (
            <li key={mail.name} className="px-5 py-3.5">
              <Link to={paths.devMailItem(mail.name)} className="font-semibold hover:underline">
                {mail.subject}
              </Link>
              <p className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-3">
                <span className="min-w-0">{t("mailbox:to", { address: mail.to })}</span>
                <Moment at={mail.queuedAt} timeZone={timeZone} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p className="mt-5">
          <LinkButton to={paths.devMail(next)}>{t("shell:older")}</LinkButton>
        </p>
      )}
    </main>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
