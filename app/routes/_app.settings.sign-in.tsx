import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadTexts } from "~/locales/apart";
import { useTranslation } from "~/locales/texts";
import { listOwnResets } from "~/domain/people/joining/resetting.server";
import { addPasskey, getMySignIn, newPasskey, removedPasskey, removePasskey } from "~/domain/people/signing-in/my-passkeys.server";
import { canUsePasskeys } from "~/domain/people/signing-in/passkey-challenges.server";
import { MyPasskeys } from "~/domain/people/signing-in/ui/my-passkeys";
import { NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { Panel } from "~/ui/card";
import { LinkButton } from "~/ui/button";
import { Moment } from "~/ui/moment";
import { describeDevice } from "~/web/device.server";
import { redirectDone } from "~/web/flash.server";
import { attempt, parseForm, readForm } from "~/web/form.server";
import { pageTitle } from "~/web/page-title.server";
import { challengeCookie, readChallenge } from "~/web/passkey-cookie.server";
import { refused } from "~/web/respond.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

await loadTexts("joining");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const [mine, resets] = await Promise.all([getMySignIn(actor), listOwnResets(actor)]);
  return {
    ...mine, resets,
    canAdd: canUsePasskeys(),
    device: describeDevice(args.request.headers.get("User-Agent")),
    timeZone: actor.timeZone,
    pageTitle: pageTitle(actor.language, "joining:mine.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const body = await readForm(args.request);
  if (body.has("passkeyId")) {
    const form = parseForm(removedPasskey, body);
    if (!form.ok) throw new NotFound("passkey");
    const done = await attempt({}, () => removePasskey(actor, form.value));
    return done.ok ? redirectDone(paths.signInSettings(), "joining:done.passkeyRemoved") : refused(done.errors, {});
  }
  const form = parseForm(newPasskey, body);
  if (!form.ok) return refused(form.errors, form.values);
  const done = await attempt(form.values, () => addPasskey(actor, readChallenge(args.request), form.value));
  if (!done.ok) return refused(done.errors, done.values);
  return redirectDone(paths.signInSettings(), "joining:done.passkeyAdded", { cookies: [challengeCookie("")] });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function SignInSettings() {
  const { hasPassword, hasPin, passkeys, resets, canAdd, device, timeZone } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <div className="space-y-5">
      <Panel title={t("joining:mine.ways")}>
        <ul className="space-y-1 text-s">
          <li>{hasPassword ? t("joining:mine.password") : t("joining:mine.noPassword")}</li>
          <li>{hasPin ? t("joining:mine.pin") : t("joining:mine.noPin")}</li>
        </ul>
        {hasPin && (
          <LinkButton to={paths.pinSettings()} className="mt-3">
            {t("joining:mine.changePin")}
          </LinkButton>
        )}
      </Panel>
      <MyPasskeys passkeys={passkeys} canAdd={canAdd} device={device} timeZone={timeZone} state={state} />
      {resets.length > 0 && (
        <Panel title={t("joining:mine.resets")}>
          <p className="text-s text-ink-2">{t("joining:mine.resetsText")}</p>
          <ul className="mt-2 space-y-1 text-s">
            {resets.map(({ at, by }) => (
              <li key={String(at)}>
                <Moment at={at} timeZone={timeZone} />, {by}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
