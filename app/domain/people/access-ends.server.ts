import { sql } from "~/kernel/sql";
import type { LeavingStep } from "./leaving-steps.server";

/** The ways in and the rights of a leaver. Streams end with the notice that the act sends. */
export const accessEnds: readonly LeavingStep[] = [
  {
    name: "sessions",
    covers: ["session.person_id"],
    count: (people) => sql`SELECT count(*) FROM session WHERE person_id = ANY(${people})`,
    async end(tx, { personIds }) {
      await tx.session.deleteMany({ where: { personId: { in: [...personIds] } } });
    },
  },
  {
    name: "roles",
    covers: ["role_grant.person_id"],
    count: (people) => sql`SELECT count(*) FROM role_grant WHERE person_id = ANY(${people})`,
    async end(tx, { personIds }) {
      await tx.roleGrant.deleteMany({ where: { personId: { in: [...personIds] } } });
    },
  },
  {
    name: "passwords",
    covers: ["credential.person_id", "password_reset.person_id"],
    count: (people) => sql`
      SELECT (SELECT count(*) FROM credential WHERE person_id = ANY(${people}))
           + (SELECT count(*) FROM password_reset WHERE person_id = ANY(${people}) AND used_at IS NULL)`,
    async end(tx, { personIds }) {
      const whose = { personId: { in: [...personIds] } };
      await tx.passwordReset.deleteMany({ where: whose });
      await tx.credential.deleteMany({ where: whose });
    },
  },
  {
    name: "keys",
    covers: ["pin.person_id", "passkey.person_id", "passkey_challenge.person_id", "join_code.person_id"],
    count: (people) => sql`
      SELECT (SELECT count(*) FROM pin WHERE person_id = ANY(${people})) + (SELECT count(*) FROM passkey WHERE person_id = ANY(${people}))
           + (SELECT count(*) FROM join_code WHERE person_id = ANY(${people}))`,
    async end(tx, { personIds }) {
      const whose = { personId: { in: [...personIds] } };
      await tx.pin.deleteMany({ where: whose });
      await tx.passkey.deleteMany({ where: whose });
      await tx.passkeyChallenge.deleteMany({ where: whose });
      await tx.joinCode.deleteMany({ where: whose });
    },
  },
  {
    // Neither is anybody stood in for, nor does anybody stand in for others.
    name: "absences",
    covers: ["absence.person_id", "absence.deputy_id"],
    async end(tx, { personIds }) {
      const here = { in: [...personIds] };
      await tx.absence.deleteMany({ where: { OR: [{ personId: here }, { deputyId: here }] } });
    },
  },
];
