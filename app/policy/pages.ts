import { paths } from "~/paths";
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

/** A page of Vouch that one looks for by its name, and who it opens for. */
interface NamedPage {
  name: string;
  to: string;
  opens: (actor: Actor) => boolean;
}

const everybody = () => true;

const PAGES = [
  { name: "home", to: paths.home(), opens: everybody },
  { name: "earlier", to: paths.earlier(), opens: everybody },
  { name: "share", to: paths.share(), opens: everybody },
  { name: "myShares", to: paths.myShares(), opens: everybody },
  { name: "wins", to: paths.wins(), opens: canSeeWins },
  { name: "thank", to: paths.thank(), opens: canGiveThanks },
  { name: "preferences", to: paths.settings(), opens: everybody },
  { name: "profile", to: paths.myProfile(), opens: everybody },
  { name: "password", to: paths.password(), opens: everybody },
  { name: "signIn", to: paths.signInSettings(), opens: everybody },
  { name: "devices", to: paths.sessions(), opens: everybody },
  { name: "looks", to: paths.looks(), opens: everybody },
  { name: "winSettings", to: paths.winSettings(), opens: everybody },
  { name: "messages", to: paths.studioMessages(), opens: canWriteMessages },
  { name: "newMessage", to: paths.newMessage(), opens: canWriteMessages },
  { name: "library", to: paths.studioLibrary(), opens: canWritePosts },
  { name: "newPost", to: paths.newPost(), opens: canWritePosts },
  { name: "reviews", to: paths.reviews(), opens: (actor) => placesFor(actor).reviews },
  { name: "insights", to: paths.insights(), opens: canSeeInsights },
  { name: "recognition", to: paths.recognition(), opens: canSeeCoverage },
  { name: "helping", to: paths.helping(), opens: canHelpPeopleIn },
  { name: "people", to: paths.people(), opens: canSeeDirectory },
  { name: "newPerson", to: paths.newPerson(), opens: canAddPeople },
  { name: "formerPeople", to: paths.formerPeople(), opens: canSeeDirectory },
  { name: "imports", to: paths.imports(), opens: canImportPeople },
  { name: "joining", to: paths.joining(), opens: canInvitePeople },
  { name: "kiosks", to: paths.kiosks(), opens: canKeepKiosks },
  { name: "departments", to: paths.departments(), opens: canSeeDepartments },
  { name: "company", to: paths.companySettings(), opens: canChangeCompany },
  { name: "identity", to: paths.companyIdentity(), opens: canChangeCompany },
  { name: "accent", to: paths.companyAccent(), opens: canChangeCompany },
  { name: "languages", to: paths.companyLanguages(), opens: canChangeCompany },
  { name: "calendar", to: paths.companyCalendar(), opens: canChangeCompany },
  { name: "locations", to: paths.locations(), opens: canChangeCompany },
  { name: "quiet", to: paths.quietHours(), opens: canChangeCompany },
  { name: "privacy", to: paths.companyPrivacy(), opens: canChangeCompany },
  { name: "mail", to: paths.companyMail(), opens: canChangeCompany },
  { name: "networks", to: paths.companyNetworks(), opens: canChangeCompany },
  { name: "approvalRules", to: paths.approvalRules(), opens: canSetApprovalRules },
  { name: "values", to: paths.values(), opens: canArrangeWins },
  { name: "milestones", to: paths.milestones(), opens: canArrangeWins },
  { name: "chat", to: paths.chatChannels(), opens: canArrangeWins },
  { name: "audit", to: paths.audit(), opens: canReadAudit },
  { name: "health", to: paths.health(), opens: canSeeHealth },
] as const satisfies readonly NamedPage[];

export type PageName = (typeof PAGES)[number]["name"];

/** The pages that open for this person, by name. */
export function pagesFor(actor: Actor): { name: PageName; to: string }[] {
  return PAGES.filter(({ opens }) => opens(actor)).map(({ name, to }) => ({ name, to }));
}
