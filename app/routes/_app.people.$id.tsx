import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "~/locales/texts";
import { getProfile } from "~/domain/people/profile.server";
import { canSeeDirectory } from "~/policy/people";
import { paths } from "~/paths";
import { Avatar } from "~/ui/avatar";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/card";
import { PageHead } from "~/ui/page";
import { idParam } from "~/web/params.server";
import { requireSignedIn } from "~/web/session.server";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, company } = await requireSignedIn(args);
  const person = await getProfile(actor, idParam(args));
  return { person, isOwn: person.id === actor.id, hasRecord: canSeeDirectory(actor), pageTitle: `${person.givenName} ${person.familyName} · ${company.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function ProfilePage() {
  const { person, isOwn, hasRecord } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const about = [person.jobTitle, person.departmentName, person.locationName].filter(Boolean).join(", ");
  const facts = [
    [t("profile:askMe"), person.askMe],
    [t("profile:spoken"), person.spokenLanguages.join(", ")],
    [t("profile:interests"), person.interests?.join(", ")],
    [t("profile:email"), person.email],
    [t("profile:number"), person.personnelNumber],
  ].filter(([, value]) => value);
  return (
    <>
      <PageHead
        title={
          <span className="flex items-center gap-4">
            <Avatar {...person} size={72} />
            <span className="min-w-0">
              {person.givenName} {person.familyName}
            </span>
          </span>
        }
        lead={about}
        actions={
          <>
            {isOwn && <LinkButton to={paths.myProfile()}>{t("profile:edit")}</LinkButton>}
            {!isOwn && <LinkButton to={paths.thank({ to: person.id })}>{t("profile:thank", { name: person.givenName })}</LinkButton>}
            {hasRecord && <LinkButton to={paths.person(person.id)}>{t("admin-people:record")}</LinkButton>}
          </>
        }
      />
      <Panel className="max-w-2xl">
        {facts.length > 0 ? (
          <dl className="space-y-3">
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt className="text-s text-ink-2">{term}</dt>
                <dd className="font-medium [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="text-ink-2">{isOwn ? t("profile:emptyOwn") : t("profile:empty")}</p>
        )}
      </Panel>
    </>
  );
}
