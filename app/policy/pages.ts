import type { Actor } from "./actor";
import { canReadAudit } from "./audit";
import { canChangeCompany } from "./company";
import { canSeeDepartments } from "./departments";
import { canSeeHealth } from "./health";
import { canSeeInsights } from "./insights";
import { canWritePosts } from "./library";
import { canSetApprovalRules, canWriteMessages } from "./messages";
import { canAddPeople, canHelpPeopleIn, canImportPeople, canInvitePeople, canKeepKiosks, canSeeDirectory } from "./people";
import { placesFor } from "./places";
import { canArrangeWins, canGiveThanks, canSeeCoverage, canSeeWins } from "./wins";

const everybody = () => true;

/** Pages that one looks for by their names, and who they open for. */
const PAGES = {
  home: everybody,
  earlier: everybody,
  share: everybody,
  myShares: everybody,
  wins: canSeeWins,
  thank: canGiveThanks,
  preferences: everybody,
  profile: everybody,
  password: everybody,
  signIn: everybody,
  devices: everybody,
  looks: everybody,
  winSettings: everybody,
  messages: canWriteMessages,
  newMessage: canWriteMessages,
  library: canWritePosts,
  newPost: canWritePosts,
  reviews: (actor) => placesFor(actor).reviews,
  insights: canSeeInsights,
  recognition: canSeeCoverage,
  helping: canHelpPeopleIn,
  people: canSeeDirectory,
  newPerson: canAddPeople,
  formerPeople: canSeeDirectory,
  imports: canImportPeople,
  joining: canInvitePeople,
  kiosks: canKeepKiosks,
  departments: canSeeDepartments,
  company: canChangeCompany,
  firstSteps: canChangeCompany,
  identity: canChangeCompany,
  accent: canChangeCompany,
  languages: canChangeCompany,
  calendar: canChangeCompany,
  locations: canChangeCompany,
  quiet: canChangeCompany,
  privacy: canChangeCompany,
  mail: canChangeCompany,
  networks: canChangeCompany,
  approvalRules: canSetApprovalRules,
  values: canArrangeWins,
  milestones: canArrangeWins,
  chat: canArrangeWins,
  audit: canReadAudit,
  health: canSeeHealth,
} as const satisfies Record<string, (actor: Actor) => boolean>;

export type PageName = keyof typeof PAGES;

/** The pages that open for this person, by name. */
export function pagesFor(actor: Actor): PageName[] {
  return (Object.keys(PAGES) as PageName[]).filter((name) => PAGES[name](actor));
}
