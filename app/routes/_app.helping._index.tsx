import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { KeyRound, Search, Users } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { listHelped } from "~/domain/people/joining/resetting.server";
import { isUuid } from "~/kernel/fields";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { TextField } from "~/ui/field";
import { EmptyState, PageHead } from "~/ui/page";
import { pageTitle } from "~/web/page-title.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const { searchParams } = new URL(args.request.url);
  const q = (searchParams.get("q") ?? "").slice(0, 100);
  const after = searchParams.get("after") ?? undefined;
  return { ...(await listHelped(actor, { q, after: isUuid(after) ? after : undefined })), q, pageTitle: pageTitle(actor.language, "admin-joining:helping.title", company.name) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Helping() {
  const { people, next, q } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("admin-joining:helping.title")} lead={t("admin-joining:helping.lead")} />
      <Form method="get" action={paths.helping()} role="search" key={q} className="mb-5 flex flex-wrap items-end gap-3">
        <TextField label={t("admin-joining:helping.search")} type="search" name="q" defaultValue={q} maxLength={100} autoComplete="off" className="min-w-0 flex-1 sm:max-w-sm" />
        <Button type="submit" icon={Search}>
          {t("admin-people:find")}
        </Button>
      </Form>
      {people.length > 0 ? (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
          {people.map(({ id, givenName, familyName, departmentName, personnelNumber }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5 text-s">
              <span className="min-w-0">
                <span className="font-semibold">
                  {familyName} {givenName}
                </span>
                <span className="block text-xs text-ink-2">
                  {departmentName} · {personnelNumber}
                </span>
              </span>
              <LinkButton icon={KeyRound} to={paths.signInReset(id)} aria-label={t("admin-joining:reset.for", { name: `${givenName} ${familyName}` })}>
                {t("admin-joining:reset.open")}
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon={Users} title={t("admin-joining:helping.emptyTitle")} action={q && <LinkButton to={paths.helping()}>{t("admin-people:empty.all")}</LinkButton>}>
          {t("admin-joining:helping.empty")}
        </EmptyState>
      )}
      {next && (
        <p className="mt-5">
          <Link to={paths.helping({ q, after: next })} className="link">
            {t("admin-people:next")}
          </Link>
        </p>
      )}
    </>
  );
}
