import { redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { paths } from "~/paths";
import { endCurrentSession, findSignedInPerson } from "~/web/session.server";

/** An address that is only opened changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  await findSignedInPerson(args);
  return redirect(paths.home());
}

export async function action(args: ActionFunctionArgs) {
  await findSignedInPerson(args);
  return redirectDocument(paths.signIn(), { headers: { "Set-Cookie": await endCurrentSession(args) } });
}
