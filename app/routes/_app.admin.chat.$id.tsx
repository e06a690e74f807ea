import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { CircleCheck, CircleX, Pause, Play, Send, Trash2 } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listChannels, listDeliveries, pauseChannel, removeChannel, retryDelivery, testChannel } from "~/domain/wins/chat/channels.server";
import { chatMessage, testPost } from "~/domain/wins/chat/composing.server";
import { ChannelState } from "~/domain/wins/ui/channel-state";
import { ChatPreview } from "~/domain/wins/ui/chat-preview";
import { DeliveryLog } from "~/domain/wins/ui/delivery-log";
import { Forbidden, NotFound } from "~/kernel/errors";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { canArrangeWins } from "~/policy/wins";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { Notice, PageHead } from "~/ui/page";
import { readCursor, writeCursor } from "~/web/cursor.server";
import { redirectDone } from "~/web/flash.server";
import { readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { idParam } from "~/web/params.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const id = idParam(args);
  const [[channel], log] = await Promise.all([listChannels(actor, id), listDeliveries(actor, id, readCursor(args.request))]);
  if (!channel) throw new NotFound("channel");
  const post = testPost(channel.language);
  return {
    channel, post, payload: JSON.stringify(chatMessage(channel.network, post), null, 2), deliveries: log.deliveries,
    older: log.next && paths.chatChannel(id, writeCursor(log.next)),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "studio-wins:chat.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  if (!canArrangeWins(actor)) throw new Forbidden("channels");
  const id = idParam(args);
  if ((await listChannels(actor, id)).length === 0) throw new NotFound("channel");
  const sent = await readForm(args.request);
  const retry = sent.get("retry");
  if (typeof retry === "string") {
    if (!isUuid(retry)) return refused({ "": "errors:field.invalid" }, {});
    await retryDelivery(actor, id, retry);
    return redirectDone(paths.chatChannel(id), "studio-chat:done.retried");
  }
  switch (sent.get("intent")) {
    case "test": return data({ tested: await testChannel(actor, id) });
    case "pause": await pauseChannel(actor, id, true); return redirectDone(paths.chatChannel(id), "studio-chat:done.paused");
    case "resume": await pauseChannel(actor, id, false); return redirectDone(paths.chatChannel(id), "studio-chat:done.resumed");
    case "remove": await removeChannel(actor, id); return redirectDone(paths.chatChannels(), "studio-chat:done.removed");
    default: return refused({ "": "errors:field.invalid" }, {});
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export default function ChatChannel() {
  const { channel, post, payload, deliveries, older, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<{ tested?: { outcome: string; word: string; status: number | null } }>();
  const { t } = useTranslation();
  const tested = answer?.tested;
  const isSent = tested?.outcome === "sent";
  return (
    <div className="max-w-3xl space-y-4">
      <PageHead crumb={{ to: paths.chatChannels(), label: t("studio-wins:chat.title") }} title={channel.name} />
      {tested && (
        <Notice icon={isSent ? CircleCheck : CircleX} tone={isSent ? "good" : "bad"}>
          {t(isSent ? "studio-chat:tested.sent" : "studio-chat:tested.failed")} {!isSent && t(`studio-chat:result.${tested.word}`)} {!isSent && tested.status && t("studio-chat:status", { status: tested.status })}
        </Notice>
      )}
      {channel.pausedBy === "refused" && <Notice tone="bad">{t("studio-chat:paused.why")}</Notice>}
      <Panel>
        <ChannelState channel={channel} />
        <Form method="post" className="mt-4 flex flex-wrap gap-2.5">
          <SubmitButton name="intent" value="test" icon={Send} busy={t("studio-chat:testing")}>{t("studio-chat:testButton")}</SubmitButton>
          {channel.pausedAt
            ? <SubmitButton name="intent" value="resume" look="secondary" icon={Play}>{t("studio-chat:resume")}</SubmitButton>
            : <SubmitButton name="intent" value="pause" look="secondary" icon={Pause}>{t("studio-chat:pause")}</SubmitButton>}
          <SubmitButton name="intent" value="remove" look="danger" icon={Trash2}>{t("studio-chat:remove")}</SubmitButton>
        </Form>
      </Panel>
      <Panel title={t("studio-chat:preview")}><ChatPreview post={post} payload={payload} /></Panel>
      <Panel title={t("studio-chat:log.title")}><DeliveryLog deliveries={deliveries} timeZone={timeZone} /></Panel>
      {older && <p className="text-center"><Link to={older} className="link inline-flex min-h-11 items-center">{t("shell:older")}</Link></p>}
    </div>
  );
}
