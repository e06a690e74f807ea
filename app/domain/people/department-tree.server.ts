import { query } from "~/kernel/db.server";
import { NotFound } from "~/kernel/errors";
import { sql } from "~/kernel/sql";
import type { Actor } from "~/policy/actor";
import { canSeeDepartments, departmentAbilities, type DepartmentAbilities } from "~/policy/departments";
import { worksHere } from "./standing.server";
import { inTreeOrder } from "./tree-order";

export interface DepartmentNode {
  id: string;
  name: string;
  parentId: string | null;
  /** 0 for the top. */
  depth: number;
  /** People directly in it. */
  people: number;
  /** People in it and everything under it. */
  peopleBelow: number;
}

/** Every department with its headcounts, parents before their children, siblings by name. One statement. */
export async function getDepartmentTree(actor: Actor): Promise<DepartmentNode[]> {
  if (!canSeeDepartments(actor)) throw new NotFound("departments");
  const rows = await query<Omit<DepartmentNode, "depth">>(sql`
    WITH direct AS (
      SELECT p.department_id AS id, count(*)::int AS people FROM person p WHERE ${worksHere} GROUP BY 1
    )
    SELECT d.id, d.name, d.parent_id AS "parentId", coalesce(own.people, 0) AS people,
           coalesce(sum(below.people), 0)::int AS "peopleBelow"
    FROM department d
    JOIN department_closure dc ON dc.ancestor_id = d.id
    LEFT JOIN direct below ON below.id = dc.descendant_id
    LEFT JOIN direct own ON own.id = d.id
    GROUP BY d.id, own.people`);
  return inTreeOrder(rows, actor.language);
}

export interface DepartmentChoice {
  id: string;
  name: string;
  parentId: string | null;
  depth: number;
}

/** Every department for a list to choose from, in tree order. Names of departments are no secret inside the company. */
export async function departmentChoices(language = "en"): Promise<DepartmentChoice[]> {
  const rows = await query<Omit<DepartmentChoice, "depth">>(sql`SELECT id, name, parent_id AS "parentId" FROM department`);
  return inTreeOrder(rows, language);
}

export interface DepartmentDetails {
  id: string;
  name: string;
  parentId: string | null;
  people: number;
  /** Departments directly under it. */
  departments: number;
  /** Roles that are limited to it. */
  roles: number;
  abilities: DepartmentAbilities;
}

/** @throws NotFound */
export async function getDepartment(actor: Actor, id: string): Promise<DepartmentDetails> {
  if (!canSeeDepartments(actor)) throw new NotFound("department");
  const rows = await query<Omit<DepartmentDetails, "abilities">>(sql`
    SELECT d.id, d.name, d.parent_id AS "parentId",
           (SELECT count(*)::int FROM person p WHERE p.department_id = d.id AND ${worksHere}) AS people,
           (SELECT count(*)::int FROM department WHERE parent_id = d.id) AS departments,
           (SELECT count(*)::int FROM role_grant g JOIN person p ON p.id = g.person_id WHERE g.department_id = d.id AND ${worksHere}) AS roles
    FROM department d WHERE d.id = ${id}::uuid`);
  const department = rows[0];
  if (!department) throw new NotFound("department");
  return { ...department, abilities: departmentAbilities(actor, department) };
}
