import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Mailbox } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listEarlier } from "~/domain/messages/inbox.server";
import { MessageLine } from "~/domain/messages/ui/message-line";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const cursor = new URL(args.request.url).searchParams.get("after");
  return {
    ...(await listEarlier(actor, cursor)),
    isFirstPage: !cursor,
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "messages:earlier.title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Earlier() {
  const { messages, next, isFirstPage, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("messages:earlier.title")} lead={t("messages:earlier.lead")} />
      {messages.length === 0 ? (
        <EmptyState icon={Mailbox} title={t("messages:earlier.empty")} action={<LinkButton to={paths.home()}>{t("shell:places.home")}</LinkButton>}>
          {t("messages:earlier.emptyText")}
        </EmptyState>
      ) : (
        <ul className="max-w-3xl divide-y divide-line rounded-card border border-line bg-surface">
          {messages.map((message) => (
            <MessageLine key={message.id} message={message} timeZone={timeZone} />
          ))}
        </ul>
      )}
      <p className="mt-5 flex flex-wrap items-center gap-4">
        {next && <LinkButton to={paths.earlier(next)}>{t("messages:earlier.older")}</LinkButton>}
        {!isFirstPage && (
          <Link to={paths.earlier()} className="link">
            {t("messages:earlier.newest")}
          </Link>
        )}
      </p>
    </>
  );
}
