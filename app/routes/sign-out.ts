import { redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { paths } from "~/paths";
import { endCurrentSession, findSignedInPerson } from "~/web/session.server";
import { LEAVES_NOTHING, readKioskToken } from "~/web/shared-device.server";

/** An address that is only opened changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  return redirect(paths.home());
}

/** On a shared device this is also how the next person begins: it leads to their sign-in, and nothing is left behind. */
export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  const door = readKioskToken(args.request) ? paths.kiosk() : paths.signIn();
  return redirectDocument(door, { headers: { "Set-Cookie": await endCurrentSession(args), ...LEAVES_NOTHING } });
}
