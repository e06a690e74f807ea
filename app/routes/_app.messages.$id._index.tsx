import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { getEditable } from "~/domain/messages/editing-page.server";
import { readMessage } from "~/domain/messages/reading.server";
import { listRemarks } from "~/domain/messages/remarks.server";
import { MessageArticle } from "~/domain/messages/ui/message-article";
import { OpenVersions } from "~/domain/messages/ui/open-versions";
import { RemarkForm } from "~/domain/messages/ui/remark-form";
import { RemarkList } from "~/domain/messages/ui/remark-list";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import type { Actor } from "~/policy/actor";
import { canWriteMessages } from "~/policy/messages";
import { Panel } from "~/ui/card";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const id = args.params.id ?? "";
  const message = await readMessage(actor, id, searchParams.get("version") ?? undefined).catch((error: unknown) => leadPublisherOn(actor, id, error));
  const { remarks, older } = await listRemarks(actor, message.id, message.ownVariantId, searchParams.get("before") ?? undefined);
  return {
    message,
    remarks,
    older: older && `${paths.message(message.id, { before: older })}#remarks`,
    remarkId: crypto.randomUUID(),
    answerIds: message.abilities.canAnswer ? Object.fromEntries(remarks.map((remark) => [remark.id, crypto.randomUUID()])) : undefined,
    timeZone: actor.timeZone,
    pageTitle: `${message.title} · ${company.name}`,
  };
}

/** Its publishers may stand outside its audience: links in mails lead them to their own page of it. */
async function leadPublisherOn(actor: Actor, id: string, error: unknown): Promise<never> {
  if (!(error instanceof NotFound) || !canWriteMessages(actor)) throw error;
  const { id: found } = await getEditable(actor, id);
  throw redirect(`${paths.messageDraft(found)}#remarks`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Message() {
  const { message, remarks, older, remarkId, answerIds, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <div className="max-w-3xl space-y-5">
      <OpenVersions message={message} />
      <MessageArticle message={message} timeZone={timeZone} />
      <Panel title={t("messages:remarks.title")}>
        <div id="remarks">
          <RemarkList messageId={message.id} remarks={remarks} older={older} timeZone={timeZone} answerIds={answerIds} />
        </div>
      </Panel>
      <Panel title={t("messages:remarks.ask")}>
        <div id="ask">
          <RemarkForm key={remarks.length} messageId={message.id} remarkId={remarkId} />
        </div>
      </Panel>
    </div>
  );
}
