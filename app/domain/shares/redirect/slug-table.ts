import { SLUG_ALPHABET, SLUG_LENGTH } from "../links";

const DIGIT = new Map([...SLUG_ALPHABET].map((letter, index) => [letter, index + 1]));
const BASE = SLUG_ALPHABET.length + 1;
const SMALLEST = 1024;

/**
 * Every short link of the company in memory, so that redirects need no database: a hash table with
 * open addressing of 12 bytes a slot, at most 60 % full. Two million links take about 50 MB, where a
 * Map of strings takes over 200. Links are never taken back, so there is no removal.
 */
export class SlugTable {
  #keys = new Float64Array(SMALLEST);
  #values = new Uint32Array(SMALLEST);
  #size = 0;
  #targets: string[] = [];
  #targetNumbers = new Map<string, number>();

  get size(): number {
    return this.#size;
  }

  /** The address a slug leads to, or null for one the table does not hold. */
  find(slug: string): string | null {
    const at = this.#slotOf(slugNumber(slug));
    return this.#keys[at] === 0 ? null : (this.#targets[this.#values[at] as number] ?? null);
  }

  /** Adds a link; adding it again changes nothing. */
  add(slug: string, target: string): void {
    if ((this.#size + 1) * 5 > this.#keys.length * 3) this.#grow();
    const key = slugNumber(slug);
    const at = this.#slotOf(key);
    if (this.#keys[at] === 0) this.#size++;
    this.#keys[at] = key;
    this.#values[at] = this.#numberOf(target);
  }

  /** Posts have few targets and many links: each target is held once. */
  #numberOf(target: string): number {
    const known = this.#targetNumbers.get(target);
    if (known !== undefined) return known;
    this.#targets.push(target);
    this.#targetNumbers.set(target, this.#targets.length - 1);
    return this.#targets.length - 1;
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    // Multiplicative hashing over both halves of the 39-bit number.
    let at = (Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 2 ** 32), 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(keys.length * 2);
    this.#values = new Uint32Array(keys.length * 2);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as number;
      if (key === 0) continue;
      const at = this.#slotOf(key);
      this.#keys[at] = key;
      this.#values[at] = values[index] as number;
    }
  }
}

/** A slug as a whole number below 2^53, never 0. */
function slugNumber(slug: string): number {
  if (slug.length !== SLUG_LENGTH) throw new RangeError("not a slug");
  let number = 0;
  for (const letter of slug) {
    const digit = DIGIT.get(letter);
    if (digit === undefined) throw new RangeError("not a slug");
    number = number * BASE + digit;
  }
  return number;
}
