import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { cardHolder, findCardHolder, findInvited, type Newcomer } from "~/domain/people/joining/entering.server";
import { canUsePasskeys } from "~/domain/people/signing-in/passkey-challenges.server";
import { askForNewPasskey, askForPasskey, type Asked } from "~/domain/people/signing-in/passkeys.server";
import { Invalid, NotFound } from "~/kernel/errors";
import { paths } from "~/paths";
import { readInvitation } from "~/web/before-sign-in.server";
import { parseForm, readForm } from "~/web/form.server";
import { limitJoining } from "~/web/joining-limits.server";
import { challengeCookie } from "~/web/passkey-cookie.server";
import { takeFrom } from "~/web/rate-limits.server";
import { findSignedInPerson } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  return redirect(paths.home());
}

/** What a browser is to sign: to come in, to join by a card or a link, or for one more key of one's own. */
export async function action(args: ActionFunctionArgs) {
  const signedIn = await findSignedInPerson(args);
  const form = await readForm(args.request);
  if (!canUsePasskeys()) throw new NotFound("passkeys");
  stopAt(await takeFrom("passkeyChallenge", args.context.clientAddress));
  const { options, token } = await ask(args, form, signedIn?.actor.id);
  return Response.json(options, { headers: { "Set-Cookie": challengeCookie(token), "Cache-Control": "no-store" } });
}

async function ask(args: ActionFunctionArgs, form: FormData, signedInId: string | undefined): Promise<Asked> {
  const purpose = form.get("purpose");
  if (purpose === "sign-in") return askForPasskey();
  if (purpose === "enrol" && signedInId) return askForNewPasskey(signedInId);
  if (purpose === "link") return askForNewPasskey(known(await findInvited(readInvitation(args.request))).personId);
  const card = parseForm(cardHolder, form);
  if (purpose !== "card" || !card.ok) throw new Invalid({ "": "joining:passkey.fillIn" });
  stopAt(await limitJoining(args, card.value));
  return askForNewPasskey((await findCardHolder(card.value)).personId);
}

function known(newcomer: Newcomer | null): Newcomer {
  if (!newcomer) throw new Invalid({ "": "joining:link.expired" });
  return newcomer;
}

function stopAt(seconds: number | null) {
  if (seconds !== null) throw new Response(null, { status: 429, headers: { "Retry-After": String(seconds) } });
}
