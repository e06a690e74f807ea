import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Handshake, UserPlus } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listGuests } from "~/domain/people/guests/reading.server";
import { GuestList } from "~/domain/people/guests/ui/guest-list";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { EmptyState, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  return {
    ...(await listGuests(actor, searchParams.get("after") ?? undefined)),
    timeZone: company.timeZone,
    pageTitle: pageTitle(actor.language, "admin-guests:title", company.name),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Guests() {
  const { guests, next, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const add = (
    <LinkButton look="primary" icon={UserPlus} to={paths.newGuest()}>
      {t("admin-guests:add")}
    </LinkButton>
  );
  return (
    <>
      <PageHead crumb={{ to: paths.people(), label: t("admin-people:title") }} title={t("admin-guests:title")} lead={t("admin-guests:lead")} actions={guests.length > 0 && add} />
      {guests.length > 0 ? (
        <GuestList guests={guests} timeZone={timeZone} />
      ) : (
        <EmptyState icon={Handshake} title={t("admin-guests:empty.title")} action={add}>
          {t("admin-guests:empty.text")}
        </EmptyState>
      )}
      {next && (
        <p className="mt-5">
          <LinkButton to={paths.guests(next)}>{t("admin-people:next")}</LinkButton>
        </p>
      )}
    </>
  );
}
