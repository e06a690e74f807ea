import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MonitorSmartphone, Plus } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { addKiosk, listKiosks, newKiosk, PAIRING_MINUTES, revokedKiosk, revokeKiosk } from "~/domain/people/signing-in/kiosks.server";
import { KioskList, PairingCode } from "~/domain/people/signing-in/ui/kiosk-list";
import { Forbidden, NotFound } from "~/kernel/errors";
import { publicUrl } from "~/kernel/env.server";
import { paths } from "~/paths";
import { canKeepKiosks } from "~/policy/people";
import { SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { FormError, TextField, type FormState } from "~/ui/field";
import { EmptyState, PageHead } from "~/ui/page";
import { redirectDone } from "~/web/flash.server";
import { parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  return {
    kiosks: await listKiosks(actor),
    address: publicUrl().replace(/^https?:\/\//, "") + paths.kiosk(),
    minutes: PAIRING_MINUTES,
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "admin-joining:kiosks.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  if (!canKeepKiosks(actor)) throw new Forbidden("kiosks");
  const body = await readForm(args.request);
  if (body.has("kiosk")) {
    const revoked = parseForm(revokedKiosk, body);
    if (!revoked.ok) throw new NotFound("kiosk");
    await revokeKiosk(actor, revoked.value.kiosk);
    return redirectDone(paths.kiosks(), "admin-joining:done.kioskRevoked");
  }
  const form = parseForm(newKiosk, body);
  if (!form.ok) return refused(form.errors, form.values);
  return data({ code: await addKiosk(actor, form.value), name: form.value.name }, { headers: { "Cache-Control": "no-store" } });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Kiosks() {
  const { kiosks, address, minutes, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<FormState & { code?: string; name?: string }>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("admin-joining:kiosks.title")} lead={t("admin-joining:kiosks.lead")} />
      {answer?.code && <PairingCode name={answer.name ?? ""} code={answer.code} address={address} minutes={minutes} />}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {kiosks.length > 0 ? (
          <KioskList kiosks={kiosks} timeZone={timeZone} />
        ) : (
          <EmptyState icon={MonitorSmartphone} title={t("admin-joining:kiosks.emptyTitle")}>
            {t("admin-joining:kiosks.empty")}
          </EmptyState>
        )}
        <Panel title={t("admin-joining:kiosks.add")}>
          <Form method="post" className="space-y-4">
            <FormError state={answer} />
            <TextField label={t("admin-joining:kiosks.name")} hint={t("admin-joining:kiosks.nameHint")} name="name" state={answer} required maxLength={60} autoComplete="off" />
            <SubmitButton icon={Plus} busy={t("admin-people:saving")}>
              {t("admin-joining:kiosks.submit")}
            </SubmitButton>
          </Form>
        </Panel>
      </div>
    </>
  );
}
