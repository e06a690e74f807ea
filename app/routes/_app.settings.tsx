import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import { canSeeAbsences } from "~/policy/deputies";
import { LinkTabs, PageHead } from "~/ui/page";
import { requireActor } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return { isGuest: actor.isGuest ?? false, absences: canSeeAbsences(actor) };
}

export default function Settings() {
  const { isGuest, absences } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const tab = (to: string, label: string) => ({ to, label, current: pathname === to });
  return (
    <>
      <PageHead title={t("settings:title")} />
      <LinkTabs
        label={t("settings:title")}
        tabs={[
          tab(paths.settings(), t("settings:preferences.title")),
          ...(isGuest ? [] : [tab(paths.myProfile(), t("profile:title"))]),
          tab(paths.password(), t("settings:password.title")),
          { ...tab(paths.signInSettings(), t("settings:signIn.title")), loadsWhole: true },
          tab(paths.sessions(), t("settings:devices.title")),
          ...(absences ? [tab(paths.absences(), t("studio-absence:title"))] : []),
          tab(paths.looks(), t("settings:looks.title")),
          tab(paths.myData(), t("settings:data.title")),
          ...(isGuest ? [] : [tab(paths.winSettings(), t("settings:wins.title"))]),
        ]}
      />
      <div className="max-w-2xl">
        <Outlet />
      </div>
    </>
  );
}
