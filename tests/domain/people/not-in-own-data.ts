/**
 * Columns that name a person and whose rows nobody takes out about themselves, each with the reason. A new
 * column belongs into a part (see wiring) or here.
 */
export const notInOwnData: Record<string, string> = {
  "passkey_challenge.person_id": "a question to an authenticator: gone within minutes",
  "people_import_row.person_id": "a row of somebody else's file, staged for seven days at most; what is applied stands in the record",
};
