import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Megaphone, PenLine } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { countMessages, FILTERS, listMessages, type Filter } from "~/domain/messages/listing.server";
import { MessageTable } from "~/domain/messages/ui/message-table";
import { findOwnTerms } from "~/domain/people/guests/reading.server";
import { GuestNotice } from "~/domain/people/guests/ui/guest-notice";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { useNumber } from "~/ui/moment";
import { EmptyState, LinkTabs, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const filter = FILTERS.find((one) => one === searchParams.get("filter")) ?? "draft";
  const [list, counts, guest] = await Promise.all([listMessages(actor, filter, searchParams.get("after") ?? undefined), countMessages(actor), findOwnTerms(actor)]);
  return {
    ...list,
    guest,
    tabs: FILTERS.filter((state) => !guest || state !== "published").map((state) => ({ state, count: counts[state] })),
    filter,
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-messages:title.page", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function StudioMessages() {
  const { messages, next, tabs, filter, guest, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const number = useNumber();
  const tabName = (state: Filter) => t(`studio-messages:list.${state}`);
  return (
    <>
      <PageHead
        title={t("studio-messages:title.page")}
        lead={t("studio-messages:list.lead")}
        actions={
          <>
            <LinkButton icon={PenLine} to={paths.newMessage("message")}>
              {t("studio-messages:new.message")}
            </LinkButton>
            <LinkButton look="primary" icon={Megaphone} to={paths.newMessage("notice")}>
              {t("studio-messages:new.notice")}
            </LinkButton>
          </>
        }
      />
      <GuestNotice terms={guest} timeZone={timeZone} />
      <LinkTabs
        label={t("studio-messages:list.label")}
        tabs={tabs.map(({ state, count }) => ({ to: paths.studioMessages(state), label: `${tabName(state)} (${number(count)})`, current: state === filter }))}
      />
      {messages.length === 0 ? (
        <EmptyState icon={PenLine} title={t(`studio-messages:list.empty.${filter}`)}>
          {t("studio-messages:list.emptyText")}
        </EmptyState>
      ) : (
        <MessageTable messages={messages} timeZone={timeZone} />
      )}
      {next && (
        <p className="mt-5">
          <LinkButton to={paths.studioMessages(filter, next)}>{t("studio-messages:list.older")}</LinkButton>
        </p>
      )}
    </>
  );
}
