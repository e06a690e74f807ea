import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { KEYED_NETWORKS, listNetworkKeys, networkKeyForm, networkKeyRemoval, removeNetworkKey, setNetworkKey } from "~/domain/company/network-keys.server";
import { NetworkKeyForm } from "~/domain/company/ui/network-key-form";
import { SettingsPage } from "~/domain/company/ui/settings-page";
import { paths } from "~/paths";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const keys = await listNetworkKeys(actor);
  const networks = KEYED_NETWORKS.map((network) => ({ network, clientId: keys.find((key) => key.network === network)?.clientId ?? null }));
  return { networks, pageTitle: pageTitle(actor.language, "admin-company:networks.title", company.name) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const sent = await readForm(args.request);
  if (sent.get("intent") === "remove") {
    const removal = parseForm(networkKeyRemoval, sent);
    if (!removal.ok) return refused(removal.errors, removal.values);
    await removeNetworkKey(actor, removal.value.network);
    return redirectDone(paths.companyNetworks(), "admin-company:done.keyRemoved");
  }
  const form = parseForm(networkKeyForm, sent);
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => setNetworkKey(actor, form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.companyNetworks(), "admin-company:done.keySet");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Networks() {
  const { networks } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <SettingsPage matter="networks">
      {networks.map(({ network, clientId }) => (
        <section key={network} aria-label={t(`networks:name.${network}`)} className="rounded-card border border-line bg-surface p-5 shadow-card">
          <h2 className="mb-3">{t(`networks:name.${network}`)}</h2>
          <Form method="post" className="space-y-4" autoComplete="off">
            <NetworkKeyForm network={network} clientId={clientId} state={state?.values?.network === network ? state : undefined} />
          </Form>
        </section>
      ))}
    </SettingsPage>
  );
}
