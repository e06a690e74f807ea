import { useLocation } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { LinkTabs, PageHead } from "~/ui/page";

/** The head of what administrators arrange about wins. */
export function ArrangingHead({ title, lead }: { title: string; lead: string }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const tab = (to: string, label: string) => ({ to, label, current: pathname.startsWith(to) });
  return (
    <>
      <PageHead title={title} lead={lead} />
      <LinkTabs
        label={t("studio-wins:tabs")}
        tabs={[tab(paths.values(), t("studio-wins:values.title")), tab(paths.milestones(), t("studio-wins:milestones.title")), tab(paths.chatChannels(), t("studio-wins:chat.title"))]}
      />
    </>
  );
}
