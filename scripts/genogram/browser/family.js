/** @import { Couple, Family, Person, Tie } from "./types" */

export const ADULT = 18;
export const TIE_KEYS = /** @type {const} */ (["children", "adopted", "fostered"]);
/** @type {Record<typeof TIE_KEYS[number], Tie>} */
const TIES = { children: "biological", adopted: "adopted", fostered: "fostered" };

/**
 * Returns all children of a couple with how they belong to it.
 * @type {(couple: Couple) => Map<string, Tie>}
 */
export function tiesOf(couple) {
  /** @type {Map<string, Tie>} */
  const ties = new Map();
  for (const key of TIE_KEYS) for (const child of couple[key]) ties.set(child, TIES[key]);
  return ties;
}

/**
 * Whether the symbol is crossed out.
 * @type {(person: Person) => boolean}
 */
export const isDead = (person) => person.deceased || person.died !== null;

/** @type {(family: Family, id: string) => Person} */
export const personOf = (family, id) => /** @type {Person} */ (family.persons.get(id));

/**
 * Returns the age in the year of the drawing, or at death: to within a year.
 * @type {(family: Family, person: Person) => number | null}
 */
export function ageOf(family, person) {
  const { pregnancy, age, born, died } = person;
  if (pregnancy !== null) return null;
  if (age !== null) return age;
  if (born === null || (isDead(person) && died === null)) return null;
  return (died ?? family.year) - born;
}

/**
 * Returns a couple's children from left to right: the eldest first, if all ages are known, and
 * twins together.
 * @type {(family: Family, couple: Couple) => string[]}
 */
export function siblingsOf(family, couple) {
  const children = [...tiesOf(couple).keys()];
  const born = (/** @type {string} */ child) => personOf(family, child).born;
  if (!children.some((child) => born(child) === null)) {
    children.sort((a, b) => Number(born(a)) - Number(born(b)));
  }
  const together = children.flatMap((child) => {
    const twins = couple.twins.find((group) => group.includes(child)) ?? [child];
    return children.filter((other) => twins.includes(other));
  });
  return [...new Set(together)];
}

/**
 * Returns the generation of each person, the eldest being 0: partners stand beside one another,
 * children one below their parents. Or the person who would have to stand in two, with the couple
 * that says so.
 * @type {(family: Family) => {rows: Map<string, number>, conflict?: [string, number]}}
 */
export function generationsOf(family) {
  /** @type {Map<string, {to: string, down: number, couple: number}[]>} */
  const steps = new Map([...family.persons.keys()].map((person) => [person, []]));
  for (const [number, couple] of family.couples.entries()) {
    const [one, ...partners] = couple.partners;
    const children = [...tiesOf(couple).keys()];
    for (const [n, to] of [...partners, ...children].entries()) {
      const down = n < partners.length ? 0 : 1;
      steps.get(one)?.push({ to, down, couple: number });
      steps.get(to)?.push({ to: one, down: -down, couple: number });
    }
  }
  /** @type {Map<string, number>} */
  const rows = new Map();
  const row = (/** @type {string} */ person) => Number(rows.get(person));
  const groups = [];
  for (const start of family.persons.keys()) {
    if (rows.has(start)) continue;
    const group = [start];
    rows.set(start, 0);
    for (const person of group) {
      for (const { to, down, couple } of steps.get(person) ?? []) {
        if (!rows.has(to)) group.push(to);
        else if (row(to) !== row(person) + down) return { rows, conflict: [to, couple] };
        rows.set(to, row(person) + down);
      }
    }
    const top = Math.min(...group.map(row));
    for (const person of group) rows.set(person, row(person) - top);
    groups.push(group);
  }
  placeFriends(family, groups, rows);
  return { rows };
}

/**
 * Whoever belongs to no couple, such as a friend, stands beside those they have a line to.
 * @type {(family: Family, groups: string[][], rows: Map<string, number>) => void}
 */
function placeFriends(family, groups, rows) {
  const main = groups.reduce((most, group) => (group.length > most.length ? group : most));
  for (const [friend, ...others] of groups) {
    if (others.length || main.includes(friend)) continue;
    const beside = family.relationships
      .filter(({ between }) => between.includes(friend))
      .flatMap(({ between }) => between)
      .find((person) => main.includes(person));
    if (beside !== undefined) rows.set(friend, Number(rows.get(beside)));
  }
}
