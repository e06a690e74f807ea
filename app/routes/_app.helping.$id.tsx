import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { getHelped, resetSignIn } from "~/domain/people/joining/resetting.server";
import { JoinCardSheet } from "~/domain/people/joining/ui/join-card";
import { PrintButton } from "~/domain/people/joining/ui/print-button";
import { paths } from "~/paths";
import { canSeeDirectory } from "~/policy/people";
import { LinkButton, SubmitButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { idParam } from "~/web/params.server";
import { requireActor, requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { id, givenName, familyName, departmentName, personnelNumber } = await getHelped(actor, idParam(args));
  return {
    name: `${givenName} ${familyName}`,
    about: `${departmentName} · ${personnelNumber}`,
    back: canSeeDirectory(actor) ? paths.person(id) : paths.helping(),
    pageTitle: pageTitle(actor.language, "admin-joining:reset.title", company.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  // Shown on this one answer, which nothing keeps; it stands in no address and no table.
  return data({ card: await resetSignIn(actor, idParam(args)) }, { headers: { "Cache-Control": "no-store" } });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function ResetSignIn() {
  const { name, about, back } = useLoaderData<typeof loader>();
  const card = useActionData<typeof action>()?.card;
  const { t } = useTranslation();
  return (
    <>
      <div className="print:hidden">
        <PageHead crumb={{ to: back, label: t("admin-joining:reset.back") }} title={t("admin-joining:reset.title")} lead={`${name}, ${about}`} />
      </div>
      {card ? (
        <div role="status" className="max-w-lg space-y-4">
          <p className="print:hidden">{t("admin-joining:reset.done", { name })}</p>
          <JoinCardSheet card={card} />
          <div className="flex flex-wrap gap-2.5 print:hidden">
            <PrintButton />
            <LinkButton to={back}>{t("admin-joining:reset.finished")}</LinkButton>
          </div>
        </div>
      ) : (
        <Panel className="max-w-2xl">
          <Form method="post" className="space-y-4">
            <p>{t("admin-joining:reset.text", { name })}</p>
            <p className="text-s text-ink-2">{t("admin-joining:reset.record")}</p>
            <SubmitButton icon={KeyRound} busy={t("admin-people:saving")}>
              {t("admin-joining:reset.submit")}
            </SubmitButton>
          </Form>
        </Panel>
      )}
    </>
  );
}
