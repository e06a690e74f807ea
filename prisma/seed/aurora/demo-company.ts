/** The demo company in its three sizes: what a telling needs to know of it. Plain data. */
import type { CompanyStory } from "./company-story";
import { approvalRules, company, type DepartmentStory, departments, locations } from "./departments";
import { grown } from "./grown/company";
import { messages } from "./messages";
import { founder, people, type PersonStory, pinSignIn, signIns, waiting, type Waiting } from "./people";
import { posts } from "./posts";
import { small } from "./small/company";
import type { PersonKey } from "./story";

export const demoSizes = [10, 240, 2000] as const;
export type DemoSize = (typeof demoSizes)[number];
export const usualSize: DemoSize = 240;

const stories: Record<DemoSize, CompanyStory> = {
  10: small,
  240: { ...company, departments, locations, people, founder, signIns, waiting, pinSignIn, approvalRules, messages, posts },
  2000: grown,
};

/** One size, with the ways to look into it. */
export class DemoCompany {
  readonly story: CompanyStory;
  readonly #people: Map<PersonKey, PersonStory>;
  readonly #departments: Map<string, DepartmentStory>;

  constructor(readonly size: DemoSize) {
    this.story = stories[size];
    this.#people = new Map(this.story.people.map((person) => [person.key, person]));
    this.#departments = new Map(this.story.departments.map((department) => [department.key, department]));
  }

  get people(): readonly PersonStory[] {
    return this.story.people;
  }

  /** Who has not joined yet; in most sizes nobody. */
  get waiting(): ReadonlyMap<PersonKey, Waiting> {
    return this.story.waiting ?? new Map<PersonKey, Waiting>();
  }

  /** Whether all of them work in the company of this size: a story that names others is not told in it. */
  knows(keys: readonly PersonKey[]): boolean {
    return keys.every((key) => this.#people.has(key));
  }

  /** Whether it has all of these departments. */
  hasDepartments(keys: readonly string[]): boolean {
    return keys.every((key) => this.#departments.has(key));
  }

  /** @throws Error for a key that nobody has */
  person(key: PersonKey): PersonStory {
    const person = this.#people.get(key);
    if (!person) throw new Error(`Nobody in the demo of ${this.size} is called ${key}.`);
    return person;
  }

  /** The department and everything above it, nearest first. */
  pathOf(key: string): string[] {
    const department = this.#departments.get(key);
    if (!department) throw new Error(`The demo of ${this.size} has no department ${key}.`);
    return department.parent === null ? [key] : [key, ...this.pathOf(department.parent)];
  }

  /** Everybody who works in one of the departments or under it. */
  peopleIn(keys: readonly string[]): PersonStory[] {
    return this.people.filter(({ department }) => this.pathOf(department).some((key) => keys.includes(key)));
  }
}

/** The size of that many people; null for one that is not told. */
export function demoSizeOf(text: string): DemoSize | null {
  return demoSizes.find((size) => String(size) === text.trim()) ?? null;
}
