/** What the people module says happened. Others subscribe to these names, never to its files. */
export const peopleEvents = {
  companyFounded: "company.founded",
  departmentCreated: "department.created",
  departmentRenamed: "department.renamed",
  departmentMoved: "department.moved",
  /** Into another one, before it is removed; the payload holds which, and what goes along. */
  departmentJoined: "department.joined",
  departmentRemoved: "department.removed",
  locationAdded: "location.added",
  /** A file of people was handed in, confirmed, applied, or put aside. */
  importStarted: "import.started",
  importConfirmed: "import.confirmed",
  importApplied: "import.applied",
  importAbandoned: "import.abandoned",
  locationChanged: "location.changed",
  locationRemoved: "location.removed",
  /** Their own words, photo and what they show of themselves. */
  profileChanged: "profile.changed",
  /** Somebody took out what is held about them. */
  ownDataTaken: "person.own-data-taken",
  personAdded: "person.added",
  /** Many at once; the payload holds their number. */
  peopleAdded: "people.added",
  personChanged: "person.changed",
  /** Into another department; the payload holds both ids. */
  personMoved: "person.moved",
  /** They are out: whatever else must end for a leaver ends in this event's transaction. */
  personDeactivated: "person.deactivated",
  /** Somebody from outside was let in to draft; the payload holds until when. */
  guestAdded: "guest.added",
  /** Another end, or other departments to draft for. */
  guestChanged: "guest.changed",
  /** The end that was set has come. */
  guestEnded: "guest.ended",
  /** Somebody with a role is away, and somebody stands in for them; the payload holds who. */
  deputyNamed: "deputy.named",
  /** Before its end. */
  absenceEnded: "absence.ended",
  /** Whether those who left keep their name. */
  formerNamesSet: "company.former-names-set",
  personReactivated: "person.reactivated",
  roleGranted: "role.granted",
  roleRevoked: "role.revoked",
  /** Signed out from afar. */
  sessionsEnded: "session.ended",
  passwordChanged: "password.changed",
  passwordReset: "password.reset",
  /** An administrator gave somebody a new one. */
  passwordIssued: "password.issued",
  /** Links by mail; the payload holds their number. */
  peopleInvited: "people.invited",
  /** One-time codes on paper; the payload holds their number. */
  cardsPrinted: "cards.printed",
  /** Somebody came in by a link or a card. */
  personJoined: "person.joined",
  /** Somebody else ended what a person signs in with and gave them a new code. */
  signInReset: "sign-in.reset",
  pinChanged: "pin.changed",
  passkeyAdded: "passkey.added",
  passkeyRemoved: "passkey.removed",
  kioskAdded: "kiosk.added",
  kioskPaired: "kiosk.paired",
  kioskRevoked: "kiosk.revoked",
} as const;
