import { textsIn } from "~/locales/catalogues.server";
import { LANGUAGES } from "~/locales/i18n";
import { join, raw, sql, type Sql } from "~/kernel/sql";

/**
 * How people are named beside what they wrote: the one place that knows the company's rule about those
 * who have left, and that says of a guest that they are one. `alias` is a row of person; `language` is
 * the reader's, the company's unless told.
 */
const companyLanguage = sql`(SELECT language FROM company)`;

export function shownName(alias = "p", language: Sql = companyLanguage): Sql {
  const p = raw(alias);
  return sql`CASE WHEN ${isHidden(p)} THEN ${label("former", language)}
    ELSE ${p}.given_name || ' ' || ${p}.family_name || ${guestMark(p, language)} END`;
}

/** The first of two parts; who is not named has all of it here. */
export function shownGivenName(alias = "p", language: Sql = companyLanguage): Sql {
  const p = raw(alias);
  return sql`CASE WHEN ${isHidden(p)} THEN ${label("former", language)} ELSE ${p}.given_name END`;
}

export function shownFamilyName(alias = "p", language: Sql = companyLanguage): Sql {
  const p = raw(alias);
  return sql`CASE WHEN ${isHidden(p)} THEN '' ELSE ${p}.family_name || ${guestMark(p, language)} END`;
}

/** The id while the person's profile opens (policy/profiles); guests, and who has left, are only named. */
export function shownProfile(alias = "p"): Sql {
  const p = raw(alias);
  return sql`CASE WHEN ${p}.deactivated_at IS NULL AND NOT ${p}.is_guest THEN ${p}.id END`;
}

/** The photo of those who work here. */
export function shownPhoto(alias = "p"): Sql {
  const p = raw(alias);
  return sql`CASE WHEN ${p}.deactivated_at IS NULL THEN ${p}.photo_picture_id END`;
}

const isHidden = (p: Sql) => sql`(${p}.deactivated_at IS NOT NULL AND (SELECT hides_former_names FROM company))`;
const guestMark = (p: Sql, language: Sql) => sql`CASE WHEN ${p}.is_guest THEN ' (' || ${label("guest", language)} || ')' ELSE '' END`;

/** Texts of the catalogue by the language in the row; English for one that Vouch does not speak. */
function label(name: "former" | "guest", language: Sql): Sql {
  const cases = LANGUAGES.map((one) => sql`WHEN ${one}::text THEN ${textsIn(one)(`admin-people:shown.${name}`)}::text`);
  return sql`CASE ${language} ${join(cases, " ")} ELSE ${textsIn("en")(`admin-people:shown.${name}`)}::text END`;
}
