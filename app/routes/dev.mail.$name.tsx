import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { Moment } from "~/ui/moment";
import { PageHead } from "~/ui/page";
import { ProblemPage } from "~/ui/problem-page";
import { readDemoMail } from "~/web/demo-mailbox.server";

export async function loader(args: LoaderFunctionArgs) {
  const { company, mail } = await readDemoMail(args);
  return {
    subject: mail.subject,
    to: mail.to,
    queuedAt: mail.queuedAt,
    text: mail.text,
    // The page's own policy allows no style sheet inside a mail; the inline styles carry its looks.
    html: mail.html.replace(/<style[^>]*>[^]*?<\/style>/g, ""),
    timeZone: company.timeZone,
    pageTitle: `${mail.subject} · ${company.name}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function DemoMail() {
  const { subject, to, queuedAt, text, html, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const lead = (
    <>
      {t("mailbox:to", { address: to })} · <Moment at={queuedAt} timeZone={timeZone} />
    </>
  );
  return (
    <main id="content" className="mx-auto w-full max-w-[84rem] px-4 py-7 md:px-8">
      <PageHead crumb={{ to: paths.devMail(), label: t("mailbox:all") }} title={subject} lead={lead} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
        <iframe title={t("mailbox:asHtml")} sandbox="" srcDoc={html} className="h-[44rem] w-full rounded-card border border-line bg-white" />
        <Panel title={t("mailbox:asText")}>
          <MailText>{text}</MailText>
        </Panel>
      </div>
    </main>
  );
}

/** The plain text as it is; its addresses can be followed, which a sandboxed frame does not allow. */
function MailText({ children }: { children: string }) {
  const parts = children.split(/(https?:\/\/[^\s<>"]+)/);
  return (
    <div className="text-s break-words whitespace-pre-wrap">
      {parts.map((part, index) =>
        index % 2 === 0 ? part : (
          <a key={index} href={part} className="link">
            {part}
          </a>
        ),
      )}
    </div>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
