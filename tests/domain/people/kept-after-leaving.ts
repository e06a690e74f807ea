/**
 * Columns that name a person and that no leaving step ends, each with the reason. A new column belongs
 * into a step (see wiring) or here.
 */
export const keptAfterLeaving: Record<string, string> = {
  "audit_entry.actor_id": "who did what stays on record",
  "event.actor_id": "who did what; thrown away with the event",
  "person.host_id": "who answers for a guest is named until another host is",
  "picture.created_by_id": "a picture belongs to what it was made for",
  "people_import.created_by_id": "who handed a file in stays on record",
  "people_import_row.person_id": "staged for seven days at most",
  "message_editor.person_id": "whoever edited may not approve, also after coming back",
  "message_approval.requested_by_id": "the wait goes on; the decision's mail finds nobody",
  "message_approval.decided_by_id": "an approval that was given holds",
  "acknowledgement.person_id": "proof of what was confirmed",
  "read_receipt.person_id": "counted only while its person is in the audience",
  "message_remark.person_id": "what they wrote stays, named by the company's rule",
  "post_editor.person_id": "whoever edited may not approve, also after coming back",
  "post_approval.requested_by_id": "the wait goes on; the decision's mail finds nobody",
  "post_approval.decided_by_id": "an approval that was given holds",
  "post_approval.voided_by_id": "why an approval is void",
  "post_choice.person_id": "seen by nobody else, and theirs again when they come back",
  "share.person_id": "seen by nobody else; its link is out there and keeps working",
  "link.person_id": "a link that is out there keeps working",
  "join_code.issued_by_id": "who gave a way in; the code is another's",
  "sign_in_reset.person_id": "who did what to whose sign-in stays on record",
  "sign_in_reset.reset_by_id": "the person concerned still sees who it was",
  "kiosk.added_by_id": "who set it up; the kiosk is the company's",
};
