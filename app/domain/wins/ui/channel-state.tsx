import { CircleAlert, Pause } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { Chip } from "~/ui/card";
import type { ChatChannelView } from "../chat/channels.server";

type Shown = Omit<ChatChannelView, "pausedAt"> & { pausedAt: Date | string | null };

/** What a channel tells, where, and what is wrong with it. */
export function ChannelState({ channel }: { channel: Shown }) {
  const { t } = useTranslation();
  const scope = t(`studio-chat:scope.${channel.scope}`);
  const of = channel.valueName ?? channel.departmentName;
  return (
    <div className="space-y-2 text-s">
      <p className="text-ink-2">{t(`studio-chat:network.${channel.network}`)}, {channel.host}, <span className="tabular">…{channel.lastFour}</span></p>
      <p>{of ? t("studio-chat:scopeOf", { scope, of }) : scope}</p>
      {(channel.pausedAt || channel.failed > 0) && (
        <p className="flex flex-wrap gap-2">
          {channel.pausedAt && <Chip icon={Pause} tone={channel.pausedBy === "refused" ? "danger" : "plain"}>{t(channel.pausedBy === "refused" ? "studio-chat:paused.refused" : "studio-chat:paused.person")}</Chip>}
          {channel.failed > 0 && <Chip icon={CircleAlert} tone="danger">{t("studio-chat:failed", { count: channel.failed })}</Chip>}
        </p>
      )}
    </div>
  );
}
