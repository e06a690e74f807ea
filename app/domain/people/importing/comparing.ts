import type { Column } from "./columns";
import type { Changes, Kind } from "./import";
import type { DepartmentFinder } from "./places";
import { plain } from "./columns";
import type { RowProblem, RowValues } from "./row";

/** Somebody's record as rows are compared with it. */
export interface Known {
  id: string;
  personnelNumber: string | null;
  givenName: string;
  familyName: string;
  email: string | null;
  departmentId: string;
  locationId: string | null;
  jobTitle: string | null;
  language: string;
  joinedOn: string | null;
  isActive: boolean;
  isGuest: boolean;
  /** `updatedAt`, as text: handed back unread. */
  version: string;
}

export interface Surroundings {
  departments: DepartmentFinder;
  /** By plain name. */
  locations: ReadonlyMap<string, { id: string; name: string }>;
  languages: readonly string[];
  createsDepartments: boolean;
  /** Whoever imports: they can't let themselves out. */
  actorId: string;
}

export interface StagedRow {
  values: RowValues;
  problems: RowProblem[];
  /** Other rows with the same number or mail address. */
  sameNumber: number[];
  sameEmail: number[];
}

export interface Comparison {
  kind: Kind;
  person: Known | null;
  changes: Changes;
  problems: RowProblem[];
  /** A department that will be created. */
  newDepartment: string | null;
}

/** What a row means for the people there are: who it is, what it changes, and what is wrong with it. */
export function compareRow(row: StagedRow, byNumber: Known | null, byEmail: Known | null, around: Surroundings): Comparison {
  const { values } = row;
  const problems = [...row.problems];
  const wrong = (column: Column, problem: string, lines?: number[]) => void problems.push({ column, problem, ...(lines ? { lines } : {}) });
  if (row.sameNumber.length > 0) wrong("personnelNumber", "numberTwice", row.sameNumber);
  if (row.sameEmail.length > 0) wrong("email", "emailTwice", row.sameEmail);
  const person = byNumber ?? byEmail;
  if (byNumber && byEmail && byNumber.id !== byEmail.id) wrong("email", "emailOfOther");
  else if (person && byEmail && !byNumber && values.personnelNumber && person.personnelNumber) wrong("personnelNumber", "numberOfOther");
  if (person?.isGuest) wrong("email", "guest");
  const result = (kind: Kind, changes: Changes = {}, newDepartment: string | null = null): Comparison =>
    problems.length > 0 ? { kind: "error", person, changes: {}, problems, newDepartment: null } : { kind, person, changes, problems, newDepartment };

  if (values.leaves) {
    if (!person && problems.length === 0) wrong("leaves", "leaverUnknown");
    if (person?.id === around.actorId) wrong("leaves", "leaverSelf");
    return result(person && !person.isActive ? "unchanged" : "leaver");
  }
  if (person && !person.isActive) wrong(byNumber ? "personnelNumber" : "email", "hasLeft");
  if (!person) {
    if (!values.personnelNumber && !values.email) wrong("personnelNumber", "noKey");
    for (const column of ["givenName", "familyName", "department"] as const) {
      if (!values[column] && !problems.some((problem) => problem.column === column)) wrong(column, "missing");
    }
  }
  if (values.language && !around.languages.includes(values.language)) wrong("language", "languageUnknown");
  const { changes, newDepartment } = findChanges(values, person, around, wrong);
  if (!person) return result("new", changes, newDepartment);
  if (Object.keys(changes).length === 0) return result("unchanged");
  return result(changes.department ? "moved" : "changed", changes, newDepartment);
}

function findChanges(values: RowValues, person: Known | null, around: Surroundings, wrong: (column: Column, problem: string) => void) {
  const changes: Changes = {};
  let newDepartment: string | null = null;
  for (const column of ["personnelNumber", "givenName", "familyName", "email", "jobTitle", "language", "joinedOn"] as const) {
    const value = values[column];
    const before = person?.[column] ?? null;
    const isSame = column === "email" ? value?.toLowerCase() === before?.toLowerCase() : value === before;
    if (value && !isSame) changes[column] = { from: before, to: value, value };
  }
  if (values.location) {
    const location = around.locations.get(plain(values.location));
    if (!location) wrong("location", "locationUnknown");
    else if (location.id !== person?.locationId) {
      const before = [...around.locations.values()].find(({ id }) => id === person?.locationId);
      changes.location = { from: before?.name ?? null, to: location.name, value: location.id };
    }
  }
  if (values.department) {
    const found = around.departments.find(values.department);
    const from = person && around.departments.pathOf(person.departmentId);
    if ("problem" in found) wrong("department", found.problem);
    else if ("id" in found) {
      if (found.id !== person?.departmentId) changes.department = { from, to: found.path, value: found.id };
    } else if (!around.createsDepartments || !found.missing) wrong("department", "departmentUnknown");
    else {
      newDepartment = found.missing;
      changes.department = { from, to: found.missing, value: null };
    }
  }
  return { changes, newDepartment };
}
