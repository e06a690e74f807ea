import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { readInstallation } from "~/domain/health/installation.server";
import { judgeDisk, judgeMail, judgeQueue, type DiskSpace } from "~/domain/health/judging";
import { retry, retryFailed } from "~/domain/health/retrying.server";
import { ClockedRuns } from "~/domain/health/ui/clocked-runs";
import { FailedList } from "~/domain/health/ui/failed-list";
import { Matter } from "~/domain/health/ui/matter";
import { useBytes, useDuration, useMailReason } from "~/domain/health/ui/wording";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { Moment, useNumber } from "~/ui/moment";
import { PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return {
    ...(await readInstallation(actor)),
    isDemo: company.isDemo,
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "admin-health:title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = parseForm(retry, await readForm(args.request));
  // Only a made-up form names something else.
  if (!form.ok) throw new NotFound("failed job or mail");
  const count = await retryFailed(actor, form.value);
  return redirectDone(paths.health(), count > 0 ? "admin-health:done.retried" : "admin-health:done.gone");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Health() {
  const { queue, failedJobs, clocked, mail, failedMails, dataDisk, keyDisk, database, versions, isDemo, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const number = useNumber();
  const bytes = useBytes();
  const duration = useDuration();
  const mailReason = useMailReason();
  const disk = (title: string, space: DiskSpace | null) =>
    space && (
      <Matter
        title={title} state={judgeDisk(space)} advice={judgeDisk(space) === "ok" ? undefined : t("admin-health:disk.advice")}
        figures={[[t("admin-health:disk.free"), bytes(space.freeBytes)], [t("admin-health:disk.total"), bytes(space.totalBytes)]]}
      />
    );
  return (
    <>
      <PageHead title={t("admin-health:title")} lead={t("admin-health:lead")} />
      <div className="max-w-3xl space-y-4">
        <Matter
          title={t("admin-health:queue.title")} state={judgeQueue(queue)} advice={queue.oldestDueMs > 60_000 ? t("admin-health:queue.advice") : undefined}
          figures={[
            [t("admin-health:queue.due"), number(queue.due)],
            [t("admin-health:queue.oldest"), queue.due > 0 ? duration(queue.oldestDueMs) : "–"],
            [t("admin-health:queue.later"), number(queue.later)],
            [t("admin-health:queue.failed"), number(queue.failed)],
          ]}
        >
          <FailedList
            what="job"
            items={failedJobs.map(({ id, name, attempts, lastTriedAt, failure }) => ({
              id, title: <code>{name}</code>, label: name, reason: t(`admin-health:failure.${failure}`),
              aside: <>{t("admin-health:tries", { count: attempts })}, <Moment at={lastTriedAt} timeZone={timeZone} /></>,
            }))}
          />
          <ClockedRuns runs={clocked} timeZone={timeZone} />
        </Matter>
        <Matter
          title={t("admin-health:mail.title")} state={judgeMail(mail, isDemo)} advice={mail.carrier === "disk" && !isDemo ? t("admin-health:mail.nowhere") : undefined}
          figures={[
            [t("admin-health:mail.carrier"), t(`admin-health:carrier.${mail.carrier}`)],
            [t("admin-health:mail.waiting"), number(mail.queued + mail.sending)],
            [t("admin-health:mail.sent"), number(mail.sent)],
            [t("admin-health:mail.failed"), number(mail.failed)],
          ]}
        >
          <FailedList
            what="mail"
            items={failedMails.map(({ id, template, personId, personName, attempts, queuedAt, code }) => ({
              id, label: personName ?? template,
              title: personId && personName ? <Link to={paths.person(personId)} className="link">{personName}</Link> : <code>{template}</code>,
              reason: mailReason(code),
              aside: <><code>{template}</code>, {t("admin-health:tries", { count: attempts })}, <Moment at={queuedAt} timeZone={timeZone} /></>,
            }))}
          />
          <p className="mt-3 text-s">
            <Link to={paths.companyMail()} className="link inline-flex min-h-6 items-center">
              {t("admin-health:mail.settings")}
            </Link>
          </p>
        </Matter>
        {disk(t("admin-health:disk.data"), dataDisk)}
        {disk(t("admin-health:disk.keys"), keyDisk)}
        <Matter
          title={t("admin-health:versions.title")} state="ok"
          figures={[["Vouch", versions.vouch], ["Node.js", versions.node], ["PostgreSQL", database.version], [t("admin-health:versions.database"), bytes(database.bytes)]]}
        />
      </div>
    </>
  );
}
