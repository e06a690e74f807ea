import { KeyRound, ShieldCheck, UserRoundCheck, UserRoundX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { paths } from "~/paths";
import type { PersonAbilities } from "~/policy/people";
import { LinkButton } from "~/ui/button";
import { Moment } from "~/ui/moment";
import { GrantName, type Grant } from "./grant-list";

interface PersonRailProps {
  person: {
    id: string;
    hasPassword: boolean;
    deactivatedAt: string | Date | null;
    grants: Grant[];
    abilities: PersonAbilities;
  };
  timeZone: string;
}

/** Beside a person's details: what they may do, how they sign in, and the way out. */
export function PersonRail({ person: { id, hasPassword, deactivatedAt, grants, abilities }, timeZone }: PersonRailProps) {
  const { t } = useTranslation();
  return (
    <>
      {deactivatedAt && (
        <section>
          <h2 className="mb-2">{t("admin-people:rail.left")}</h2>
          <p className="mb-3 text-ink-2">
            <Moment at={deactivatedAt} timeZone={timeZone} />
          </p>
          {abilities.reactivate && <LinkButton icon={UserRoundCheck} to={paths.personLeaving(id)}>{t("admin-people:rail.return")}</LinkButton>}
        </section>
      )}
      {abilities.changeRoles && (
        <section>
          <h2 className="mb-2">{t("admin-people:rail.roles")}</h2>
          {grants.length > 0 ? (
            <ul className="mb-3 space-y-1">
              {grants.map((grant) => (
                <li key={grant.id}>
                  <GrantName grant={grant} />
                </li>
              ))}
            </ul>
          ) : (
            <p className="mb-3 text-ink-2">{t("admin-people:rail.noRoles")}</p>
          )}
          <LinkButton icon={ShieldCheck} to={paths.personRoles(id)}>{t("admin-people:rail.changeRoles")}</LinkButton>
        </section>
      )}
      {abilities.issuePassword && (
        <section>
          <h2 className="mb-2">{t("admin-people:rail.signIn")}</h2>
          <p className="mb-3 text-ink-2">{hasPassword ? t("admin-people:rail.hasPassword") : t("admin-people:rail.noPassword")}</p>
          <LinkButton icon={KeyRound} to={paths.personPassword(id)}>{t("admin-people:rail.issue")}</LinkButton>
        </section>
      )}
      {abilities.deactivate && (
        <section>
          <h2 className="mb-2">{t("admin-people:rail.leaving")}</h2>
          <p className="mb-3 text-ink-2">{t("admin-people:rail.leavingText")}</p>
          <LinkButton look="danger" icon={UserRoundX} to={paths.personLeaving(id)}>{t("admin-people:rail.leave")}</LinkButton>
        </section>
      )}
    </>
  );
}
