/** Who is who in the database: the stories call people and departments by their keys. */
import { findActor } from "~/domain/people/actors.server";
import type { Actor } from "~/policy/actor";
import type { DemoCompany } from "../aurora/demo-company";
import type { PersonKey } from "../aurora/story";
import { seededRandom } from "../random";

export class Cast {
  readonly departments = new Map<string, string>();
  readonly locations = new Map<string, string>();
  readonly #actors = new Map<PersonKey, Actor>();

  /** @param company the people and departments of the size that is told */
  constructor(readonly company: DemoCompany) {}

  departmentId(key: string): string {
    return known(this.departments.get(key), key);
  }

  locationId(key: string): string {
    return known(this.locations.get(key), key);
  }

  /** The same every time. */
  personId(key: PersonKey): string {
    return seededRandom(`person ${key}`).uuid();
  }

  /** The person as they act. Read once: their roles must be given before. */
  async actor(key: PersonKey): Promise<Actor> {
    const actor = this.#actors.get(key) ?? known(await findActor(this.personId(key)), key);
    this.#actors.set(key, actor);
    return actor;
  }

  /** Somebody's roles or department are others now. */
  forget(key: PersonKey): void {
    this.#actors.delete(key);
  }
}

function known<T>(found: T | null | undefined, key: string): T {
  if (!found) throw new Error(`Nobody has told of ${key} yet.`);
  return found;
}
