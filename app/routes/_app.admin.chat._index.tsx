import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { MessagesSquare } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { departmentChoices } from "~/domain/people/department-tree.server";
import { addChannel, channelForm, listChannels } from "~/domain/wins/chat/channels.server";
import { ArrangingHead } from "~/domain/wins/ui/arranging-tabs";
import { ChannelForm } from "~/domain/wins/ui/channel-form";
import { ChannelState } from "~/domain/wins/ui/channel-state";
import { listValueChoices } from "~/domain/wins/values.server";
import { Forbidden } from "~/kernel/errors";
import { isLanguage, LANGUAGE_NAMES } from "~/locales/i18n";
import { paths } from "~/paths";
import { canArrangeWins } from "~/policy/wins";
import { Panel } from "~/ui/card";
import type { FormState } from "~/ui/field";
import { EmptyState } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [channels, values, departments] = await Promise.all([listChannels(actor), listValueChoices(actor), departmentChoices(actor.language)]);
  const languages = company.languages.map((code) => ({ value: code, label: isLanguage(code) ? LANGUAGE_NAMES[code] : code }));
  return { channels, values, departments, languages, newId: crypto.randomUUID(), pageTitle: pageTitle(actor.language, "studio-wins:chat.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  if (!canArrangeWins(actor)) throw new Forbidden("channels");
  const form = parseForm(channelForm, await readForm(args.request));
  // The address is a secret: it does not come back to the page.
  const shown = ({ address: _, ...values }: typeof form.values) => values;
  if (!form.ok) return refused(form.errors, shown(form.values));
  const done = await attempt(form.values, () => addChannel(actor, form.value));
  if (!done.ok) return refused(done.errors, shown(done.values));
  return redirectDone(paths.chatChannel(form.value.id), "studio-chat:done.added");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function ChatChannels() {
  const { channels, values, departments, languages, newId } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  return (
    <>
      <ArrangingHead title={t("studio-wins:chat.title")} lead={t("studio-chat:lead")} />
      <div className="max-w-3xl space-y-4">
        {channels.length === 0 && <EmptyState icon={MessagesSquare} title={t("studio-chat:empty")}>{t("studio-chat:emptyText")}</EmptyState>}
        {channels.map((channel) => (
          <Panel key={channel.id} title={<Link to={paths.chatChannel(channel.id)} className="link">{channel.name}</Link>}>
            <ChannelState channel={channel} />
          </Panel>
        ))}
        <Panel title={t("studio-chat:new")}>
          <ChannelForm key={channels.length} id={newId} {...{ values, departments, languages, state }} />
        </Panel>
      </div>
    </>
  );
}
