import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { MonitorSmartphone } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { describeSessions, endedSessions, endMySessions } from "~/domain/people/my-sessions.server";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { SubmitButton } from "~/ui/button";
import { Chip, Panel } from "~/ui/card";
import { Moment } from "~/ui/moment";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company, sessionId } = await requireSignedIn(args);
  return {
    sessions: await describeSessions(actor, sessionId),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "settings:devices.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSignedIn(args);
  const form = parseForm(endedSessions, await readForm(args.request));
  if (!form.ok) throw new NotFound("session");
  const { session } = form.value;
  await endMySessions(actor, sessionId, session);
  return redirectDone(paths.sessions(), session === "others" ? "settings:done.devices" : "settings:done.device");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Sessions() {
  const { sessions, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Panel title={t("settings:devices.panel")}>
      <p className="text-s text-ink-2">{t("settings:devices.lead")}</p>
      <ul className="mt-3 divide-y divide-line">
        {sessions.map(({ reference, device, createdAt, isCurrent }) => (
          <li key={reference} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <MonitorSmartphone aria-hidden size={20} className="shrink-0 text-ink-3" />
            <div className="min-w-0 flex-1">
              <p className="font-medium">{device || t("settings:devices.unknown")}</p>
              <p className="text-xs text-ink-2">
                {t("settings:devices.since")} <Moment at={createdAt} timeZone={timeZone} />
              </p>
            </div>
            {isCurrent ? (
              <Chip tone="share">{t("settings:devices.current")}</Chip>
            ) : (
              <Form method="post">
                <SubmitButton look="secondary" name="session" value={reference} aria-label={t("settings:devices.endOne", { device: device || t("settings:devices.unknown") })}>
                  {t("settings:devices.end")}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" className="mt-3">
          <SubmitButton look="secondary" name="session" value="others" busy={t("settings:devices.ending")}>
            {t("settings:devices.endOthers")}
          </SubmitButton>
        </Form>
      ) : (
        <p className="mt-2 text-xs text-ink-3">{t("settings:devices.onlyOne")}</p>
      )}
    </Panel>
  );
}
