import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CheckCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { listWaitingMessages } from "~/domain/messages/listing.server";
import { WaitingMessages } from "~/domain/messages/ui/waiting-messages";
import { NotFound } from "~/kernel/errors";
import { placesFor } from "~/policy/places";
import { DoneNotice } from "~/ui/done-notice";
import { EmptyState, PageHead } from "~/ui/page";
import { takeDone } from "~/web/flash.server";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  if (!placesFor(actor).reviews) throw new NotFound("reviews");
  return {
    messages: await listWaitingMessages(actor),
    done: takeDone(args),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-reviews:title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Reviews() {
  const { messages, done, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("studio-reviews:title")} lead={t("studio-reviews:lead")} />
      <DoneNotice done={done} />
      {messages.length === 0 ? (
        <EmptyState icon={CheckCheck} title={t("studio-reviews:empty")}>
          {t("studio-reviews:emptyText")}
        </EmptyState>
      ) : (
        <WaitingMessages messages={messages} timeZone={timeZone} />
      )}
    </>
  );
}
