import { describe, expect, it } from "vitest";
import type { Actor, Role } from "~/policy/actor";
import { canChangeDepartments, canSeeDepartments, departmentAbilities } from "~/policy/departments";
import { canAddPeople, canSeeDirectory, canSeePerson, GRANTED_ROLES, personAbilities } from "~/policy/people";

const actor = (role: Role, departmentId: string | null = null): Actor => ({
  id: "me", givenName: "Niall", familyName: "Byrne", jobTitle: null, email: null, departmentId: "it", departmentName: "IT", ancestorIds: ["it", "top"],
  locationName: null, roles: role === "employee" ? [] : [{ role, departmentId }], language: "en", timeZone: "Europe/Dublin", theme: null,
});

const nothing = { change: false, changeRoles: false, issuePassword: false, invite: false, resetSignIn: false, deactivate: false, reactivate: false };

describe("people", () => {
  it.each(["employee", ...GRANTED_ROLES] as const)("are administered by %s as the role says", (role) => {
    const may = role === "administrator";
    expect([canSeeDirectory, canAddPeople, canSeeDepartments, canChangeDepartments].map((can) => can(actor(role)))).toEqual([may, may, may, may]);
    expect(canSeePerson(actor(role), { id: "other" })).toBe(may);
    expect(canSeePerson(actor(role), { id: "me" })).toBe(true);
    const all = { change: true, changeRoles: true, issuePassword: true, invite: true, resetSignIn: true, deactivate: true, reactivate: false };
    expect(personAbilities(actor(role), { id: "other", isActive: true, isGuest: false, hasNumber: true })).toEqual(may ? all : nothing);
    expect(personAbilities(actor(role), { id: "other", isActive: false, isGuest: false, hasNumber: true })).toEqual({ ...nothing, reactivate: may });
  });

  it("are not administered through a role that is limited to a department", () => {
    expect(personAbilities(actor("administrator", "top"), { id: "other", isActive: true, isGuest: false, hasNumber: true })).toEqual(nothing);
    expect(canSeeDirectory(actor("administrator", "it"))).toBe(false);
  });

  it("neither let themselves out nor pass by their own old password", () => {
    expect(personAbilities(actor("administrator"), { id: "me", isActive: true, isGuest: false, hasNumber: true })).toMatchObject({ change: true, changeRoles: true, issuePassword: false, deactivate: false });
  });
});

it("keeps the top of the tree where it is", () => {
  expect(departmentAbilities(actor("administrator"), { parentId: null })).toEqual({ rename: true, move: false, remove: false });
  expect(departmentAbilities(actor("administrator"), { parentId: "top" })).toEqual({ rename: true, move: true, remove: true });
  expect(departmentAbilities(actor("leader"), { parentId: "top" })).toEqual({ rename: false, move: false, remove: false });
});
