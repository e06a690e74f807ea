import { z } from "zod";
import { id, ids, line } from "~/kernel/fields";
import { isMailAddress } from "~/kernel/mail/address";

/** A guest stays a year at most; whoever is needed longer is extended, or hired. */
export const LONGEST_DAYS = 366;
/** For so long after the end it can be put off, and they come in as before; then they are let out. */
export const KEPT_DAYS = 30;
/** So long before the end the host is reminded. */
export const REMINDED_DAYS = 7;

/** Until which day, and for which departments (everything under them included) they may draft. */
export const guestTerms = z.object({
  until: line(10).pipe(z.iso.date("admin-guests:error.day")),
  department: ids.pipe(z.array(z.string()).min(1, "admin-guests:error.departments")),
});

/** Whoever comes from outside. The form chooses the id, so that sending it twice adds one guest. */
export const newGuest = guestTerms.extend({
  id,
  givenName: line(60),
  familyName: line(60),
  email: line(254).refine(isMailAddress, "admin-people:error.email"),
  agency: line(80),
  language: line(10),
});

export type GuestTerms = z.infer<typeof guestTerms>;
export type NewGuest = z.infer<typeof newGuest>;
