import { KeyRound, QrCode, ShieldCheck, UserRoundCheck, UserRoundX } from "lucide-react";
import { useTranslation } from "~/locales/texts";
import { paths } from "~/paths";
import type { PersonAbilities } from "~/policy/people";
import { LinkButton } from "~/ui/button";
import { Moment } from "~/ui/moment";
import { JoinState, WaysIn } from "../joining/ui/waiting-list";
import { GrantName, type Grant } from "./grant-list";

interface PersonRailProps {
  person: {
    id: string;
    email: string | null;
    personnelNumber: string | null;
    hasPassword: boolean;
    hasJoined: boolean;
    joinCode: { way: "mail" | "card"; invitedAt: string; hasExpired: boolean } | null;
    deactivatedAt: string | Date | null;
    grants: Grant[];
    abilities: PersonAbilities;
  };
  timeZone: string;
}

/** Beside a person's details: what they may do, how they sign in, and the way out. */
export function PersonRail({ person: { id, email, personnelNumber, hasPassword, hasJoined, joinCode, deactivatedAt, grants, abilities }, timeZone }: PersonRailProps) {
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
          <p className="mb-3 text-ink-2">
            {hasJoined ? (hasPassword ? t("admin-people:rail.hasPassword") : t("admin-joining:state.joined")) : <JoinState way={joinCode?.way ?? null} invitedAt={joinCode?.invitedAt ?? null} hasExpired={joinCode?.hasExpired ?? false} timeZone={timeZone} />}
          </p>
          <div className="flex flex-col items-start gap-2.5">
            {abilities.invite && !hasJoined && <WaysIn id={id} hasMail={email !== null} hasNumber={personnelNumber !== null} />}
            {abilities.resetSignIn && hasJoined && <LinkButton icon={QrCode} to={paths.signInReset(id)}>{t("admin-joining:reset.open")}</LinkButton>}
            <LinkButton icon={KeyRound} to={paths.personPassword(id)}>{t("admin-people:rail.issue")}</LinkButton>
          </div>
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
