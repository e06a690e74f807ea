import { setApprovalRule } from "~/domain/messages/approval-rules.server";
import { changePerson } from "~/domain/people/changing-details.server";
import { storePassword, storePasswordOfMany } from "~/domain/people/credentials.server";
import { createDepartment } from "~/domain/people/departments.server";
import { getPerson } from "~/domain/people/directory.server";
import { foundCompany } from "~/domain/people/founding.server";
import { addPeople } from "~/domain/people/joining.server";
import { printCards } from "~/domain/people/joining/cards.server";
import { joinByCard } from "~/domain/people/joining/entering.server";
import { invitePeople } from "~/domain/people/joining/inviting.server";
import { resetSignIn } from "~/domain/people/joining/resetting.server";
import { addLocation } from "~/domain/people/locations.server";
import { hashPassword } from "~/domain/people/password-hashing.server";
import { grantRole, revokeRole } from "~/domain/people/roles.server";
import { addKiosk, pairKiosk } from "~/domain/people/signing-in/kiosks.server";
import { transaction } from "~/kernel/db.server";
import { DEMO_PASSWORD, DEMO_PIN, FOUNDED_DAYS_AGO, type PersonStory, type Waiting } from "../aurora/people";
import type { PersonKey } from "../aurora/story";
import type { Calendar } from "../calendar";
import type { Step } from "../timeline";
import type { Cast } from "./cast.server";

/** How the company came to be: its first morning, and whoever joined after it. */
export function companySteps(cast: Cast, calendar: Calendar): Step[] {
  const firstDay = (at: string) => calendar.spareMoment({ days: -FOUNDED_DAYS_AGO, at });
  // Hashed once: a good hash takes its time, and everybody has the same password.
  const passwordHash = hashPassword(DEMO_PASSWORD);
  const joinTogether = async (joining: readonly PersonStory[]) => addEverybody(cast, calendar, joining, await passwordHash);
  const { founder, people, pinSignIn } = cast.company.story;
  const early = people.filter(({ key, joinedDaysAgo }) => joinedDaysAgo >= FOUNDED_DAYS_AGO && key !== founder);
  const late = people.filter(({ key, joinedDaysAgo }) => joinedDaysAgo < FOUNDED_DAYS_AGO && key !== founder);
  return [
    { at: firstDay("09:00"), tell: async () => found(cast, await passwordHash) },
    { at: firstDay("09:20"), tell: () => drawTree(cast) },
    { at: firstDay("09:40"), tell: () => joinTogether(early) },
    { at: firstDay("10:10"), tell: () => giveRoles(cast) },
    { at: firstDay("10:30"), tell: () => setRules(cast) },
    ...late.map((person) => ({ at: calendar.spareMoment({ days: -person.joinedDaysAgo, at: "08:00" }), tell: () => joinTogether([person]) })),
    ...(pinSignIn ? waysIn(cast, calendar, pinSignIn) : []),
  ];
}

function waysIn(cast: Cast, calendar: Calendar, pinSignIn: PersonKey): Step[] {
  return [
    { at: calendar.spareMoment({ days: -20, at: "14:10" }), tell: () => joinWithCard(cast, pinSignIn) },
    { at: calendar.spareMoment({ days: -6, at: "09:15" }), tell: () => inviteThoseWhoWait(cast) },
    { at: calendar.spareMoment({ days: -5, at: "11:30" }), tell: () => setUpKiosk(cast) },
  ];
}

/** A driver forgot his sign-in, was given a new card and joined with it. */
async function joinWithCard(cast: Cast, pinSignIn: PersonKey): Promise<void> {
  const { code } = await resetSignIn(await cast.actor("leader"), cast.personId(pinSignIn));
  const { personnelNumber, language } = cast.company.person(pinSignIn);
  await joinByCard({ personnelNumber, code, pin: DEMO_PIN }, language);
  await transaction(async (tx) => storePassword(tx, cast.personId(pinSignIn), await hashPassword(DEMO_PASSWORD)));
}

async function inviteThoseWhoWait(cast: Cast): Promise<void> {
  const admin = await cast.actor(cast.company.story.founder);
  const idsOf = (way: Waiting) => [...cast.company.waiting].filter(([, waits]) => waits === way).map(([key]) => cast.personId(key));
  await invitePeople(admin, { person: idsOf("mail"), department: undefined });
  await printCards(admin, { person: idsOf("card"), department: undefined });
}

async function setUpKiosk(cast: Cast): Promise<void> {
  const code = await addKiosk(await cast.actor(cast.company.story.founder), { name: "Settimo, loading bay" });
  await pairKiosk({ code: code.replace("-", "") });
}

async function found(cast: Cast, passwordHash: string): Promise<void> {
  const { story } = cast.company;
  const { givenName, familyName, email, personnelNumber, jobTitle } = cast.company.person(story.founder);
  const id = cast.personId(story.founder);
  const { departmentId } = await transaction(async (tx) => {
    const founded = await foundCompany(tx, {
      companyName: story.name, shortName: story.shortName, language: story.language, languages: [...story.languages],
      timeZone: story.timeZone, isDemo: true, givenName, familyName, email: email!,
      administrator: { id, personnelNumber, jobTitle },
    });
    await storePassword(tx, id, passwordHash);
    return founded;
  });
  cast.departments.set(story.departments[0]!.key, departmentId);
}

async function drawTree(cast: Cast): Promise<void> {
  const { departments, founder, locations } = cast.company.story;
  const admin = await cast.actor(cast.company.story.founder);
  for (const { key, ...location } of locations) cast.locations.set(key, await addLocation(admin, location));
  for (const { key, name, parent } of departments) {
    if (parent) cast.departments.set(key, await createDepartment(admin, { name, parentId: cast.departmentId(parent) }));
  }
  // The founder began at the top of the tree, in the company's language.
  const { updatedAt } = await getPerson(admin, admin.id);
  await changePerson(admin, admin.id, updatedAt, detailsOf(cast, cast.company.person(founder)));
  cast.forget(founder);
}

async function addEverybody(cast: Cast, calendar: Calendar, joining: readonly PersonStory[], passwordHash: string): Promise<void> {
  const ids = await addPeople(
    await cast.actor(cast.company.story.founder),
    joining.map((person) => ({
      ...detailsOf(cast, person),
      id: cast.personId(person.key),
      joinedOn: calendar.spareMoment({ days: -person.joinedDaysAgo, at: "12:00" }),
    })),
  );
  await transaction(async (tx) => {
    await storePasswordOfMany(tx, ids.filter((_, at) => !cast.company.waiting.has(joining[at]!.key)), passwordHash);
  });
}

function detailsOf(cast: Cast, { givenName, familyName, email, personnelNumber, department, location, jobTitle, language }: PersonStory) {
  return {
    givenName, familyName, email, personnelNumber, jobTitle, language,
    departmentId: cast.departmentId(department),
    locationId: cast.locationId(location),
  };
}

async function giveRoles(cast: Cast): Promise<void> {
  const { founder, people } = cast.company.story;
  const admin = await cast.actor(cast.company.story.founder);
  for (const { key, roles } of people) {
    if (key === founder) continue;
    for (const { role, department } of roles) {
      await grantRole(admin, cast.personId(key), { role, departmentId: department && cast.departmentId(department) });
    }
  }
  // The founder could publish so as to begin; where others do now, that role goes.
  const kept = cast.company.person(founder).roles.map(({ role }) => role as string);
  const { grants } = await getPerson(admin, admin.id);
  for (const grant of grants.filter(({ role }) => !kept.includes(role))) await revokeRole(admin, admin.id, { grantId: grant.id });
  cast.forget(founder);
}

async function setRules(cast: Cast): Promise<void> {
  const { approvalRules } = cast.company.story;
  const admin = await cast.actor(cast.company.story.founder);
  for (const { department, ...rule } of approvalRules) await setApprovalRule(admin, { ...rule, departmentId: cast.departmentId(department) });
}
