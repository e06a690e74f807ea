/**
 * Every URL of the product. Routes, screens and mails take their addresses from here, so that a
 * moved page moves everywhere.
 */
export const paths = {
  home: () => "/",
  earlier: (cursor?: string) => withQuery("/earlier", { after: cursor }),

  search: (q?: string) => withQuery("/search", { q }),
  quickSearch: (q: string) => withQuery("/search/quick", { q }),

  setUp: () => "/set-up",
  signIn: (next?: string) => withQuery("/sign-in", { next }),
  signOut: () => "/sign-out",
  forgottenPassword: () => "/forgotten-password",
  newPassword: (token?: string) => withQuery("/new-password", { token }),

  join: () => "/join",
  invitation: (token?: string) => withQuery("/join/invitation", { token }),
  kiosk: () => "/kiosk",
  kioskPairing: () => "/kiosk/pairing",
  presence: () => "/presence",
  passkeyChallenge: () => "/passkey-challenge",

  settings: () => "/settings",
  signInSettings: () => "/settings/sign-in",
  absences: () => "/settings/absence",
  pinSettings: () => "/settings/pin",
  myProfile: () => "/settings/profile",
  profile: (id: string) => `/people/${id}`,
  privacy: (next?: string) => withQuery("/privacy", { next }),
  password: () => "/settings/password",
  sessions: () => "/settings/sessions",

  message: (id: string, query?: { version?: string; before?: string }) => withQuery(`/messages/${id}`, query ?? {}),
  messageAcknowledgement: (id: string) => `/messages/${id}/acknowledgement`,
  messageRemarks: (id: string) => `/messages/${id}/remarks`,

  share: (after?: string) => withQuery("/share", { after }),
  post: (id: string) => `/share/${id}`,
  postChoice: (id: string) => `/share/${id}/choice`,
  sharePost: (id: string, network?: string) => withQuery(`/share/${id}/new`, { network }),
  handedOver: (id: string) => `/share/handed-over/${id}`,
  myShares: () => "/share/mine",

  wins: (query?: { filter?: string; value?: string; after?: string }) => withQuery("/wins", query ?? {}),
  win: (id: string, before?: string) => withQuery(`/wins/${id}`, { before }),
  thank: (query?: { to?: string; team?: string }) => withQuery("/wins/thank", query ?? {}),
  colleagues: () => "/wins/colleagues",
  winNews: () => "/wins/news",
  winReactions: (id: string) => `/wins/${id}/reactions`,
  winComments: (id: string) => `/wins/${id}/comments`,
  winChange: (id: string) => `/wins/${id}/change`,
  winRemoval: (id: string) => `/wins/${id}/removal`,
  recognition: () => "/recognition",
  values: () => "/admin/values",
  milestones: () => "/admin/milestones",
  chatChannels: () => "/admin/chat",
  chatChannel: (id: string, after?: string) => withQuery(`/admin/chat/${id}`, { after }),
  winSettings: () => "/settings/wins",

  studioMessages: (filter?: string, after?: string) => withQuery("/studio/messages", { filter, after }),
  newMessage: (kind?: "notice" | "message") => withQuery("/studio/messages/new", { kind }),
  messageDraft: (id: string, version?: string, language?: string) =>
    withQuery(`/studio/messages/${id}`, { version, language }),
  messagePreview: (id: string, version?: string, language?: string) =>
    withQuery(`/studio/messages/${id}/preview`, { version, language }),
  messagePublication: (id: string) => `/studio/messages/${id}/publication`,
  messageApproval: (id: string) => `/studio/messages/${id}/approval`,
  studioLibrary: (filter?: string, after?: string) => withQuery("/studio/library", { filter, after }),
  newPost: () => "/studio/library/new",
  postDraft: (id: string) => `/studio/library/${id}`,
  postApproval: (id: string) => `/studio/library/${id}/approval`,
  reviews: () => "/studio/reviews",
  messageReview: (id: string) => `/studio/reviews/messages/${id}`,
  postReview: (id: string) => `/studio/reviews/posts/${id}`,

  insights: (query?: { kind?: string; period?: string; after?: string }) => withQuery("/insights", query ?? {}),
  insightsItem: (id: string, query?: { within?: string; after?: string }) => withQuery(`/insights/${id}`, query ?? {}),
  insightsTable: (id: string) => `/insights/${id}/table.csv`,

  people: (query?: { q?: string; department?: string; after?: string }) => withQuery("/admin/people", query ?? {}),
  formerPeople: (after?: string) => withQuery("/admin/people/former", { after }),
  guests: (after?: string) => withQuery("/admin/guests", { after }),
  newGuest: () => "/admin/guests/new",
  guest: (id: string) => `/admin/guests/${id}`,
  imports: () => "/admin/imports",
  import: (id: string, query?: { kind?: string; after?: string }) => withQuery(`/admin/imports/${id}`, query ?? {}),
  importErrors: (id: string) => `/admin/imports/${id}/errors`,
  newPerson: () => "/admin/people/new",
  person: (id: string) => `/admin/people/${id}`,
  personRoles: (id: string) => `/admin/people/${id}/roles`,
  personPassword: (id: string) => `/admin/people/${id}/password`,
  personLeaving: (id: string) => `/admin/people/${id}/leaving`,
  joining: (query?: { department?: string; after?: string }) => withQuery("/admin/joining", query ?? {}),
  joinCards: () => "/admin/cards",
  kiosks: () => "/admin/kiosks",
  helping: (query?: { q?: string; after?: string }) => withQuery("/helping", query ?? {}),
  signInReset: (id: string) => `/helping/${id}`,
  departments: () => "/admin/departments",
  department: (id: string) => `/admin/departments/${id}`,
  departmentMove: (id: string, to?: string) => withQuery(`/admin/departments/${id}/move`, { to }),
  departmentClosing: (id: string, into?: string) => withQuery(`/admin/departments/${id}/closing`, { into }),
  approvalRules: () => "/admin/approval-rules",
  health: () => "/admin/health",
  audit: (query?: Record<string, string | undefined>) => withQuery("/admin/audit", query ?? {}),
  auditExport: () => "/admin/audit/export",
  myData: () => "/settings/data",
  myDataFile: () => "/settings/data/file",
  looks: (after?: string) => withQuery("/settings/looks", { after }),
  firstSteps: () => "/admin/first-steps",
  starters: () => "/admin/first-steps/starters",
  companySettings: () => "/admin/settings",
  companyIdentity: () => "/admin/settings/identity",
  companyAccent: (colour?: string) => withQuery("/admin/settings/accent", { colour }),
  companyLanguages: () => "/admin/settings/languages",
  companyCalendar: () => "/admin/settings/calendar",
  locations: () => "/admin/settings/locations",
  location: (id: string) => `/admin/settings/locations/${id}`,
  companyInterests: () => "/admin/settings/interests",
  quietHours: () => "/admin/settings/quiet-hours",
  companyPrivacy: () => "/admin/settings/privacy",
  retention: () => "/admin/settings/retention",
  companyMail: () => "/admin/settings/mail",
  companyNetworks: () => "/admin/settings/networks",

  picture: (id: string, width: number, format: "webp" | "avif") => `/pictures/${id}/${width}.${format}`,
  /** The company's own mark, for everybody. */
  mark: (pictureId: string) => `/mark/${pictureId}.webp`,
  /** The company's colour as a style sheet. @param colour "#0b6b50" */
  accentStyles: (colour: string) => `/accent/${colour.slice(1)}.css`,
  shortLink: (slug: string) => `/l/${slug}`,
  live: () => "/live",
  devMail: (after?: string) => withQuery("/dev/mail", { after }),
  devMailItem: (name: string) => `/dev/mail/${name}`,
} as const;

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
