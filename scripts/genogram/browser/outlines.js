import { pairwise } from "./lists.js";

/** @import { Box, Family, Layout, PlacedPerson, Point } from "./types" */

/** How much two generations must overlap to have one outline around both. */
const CORRIDOR = 24;

/**
 * Returns the outlines of each home: one, or several where others stand between its members.
 * @type {(family: Family, rows: PlacedPerson[][]) => Layout["outlines"]}
 */
export function outlinesOf(family, rows) {
  return family.households.flatMap(({ members }, household) => {
    // Two homes of one child lie beside one another.
    const aside = 5 + 3 * (household % 2);
    return stacksOf(rows, members, aside).map((stack) => {
      const { right, bottom } = stack[stack.length - 1];
      return { household, points: around(stack), label: [right - 8, bottom] };
    });
  });
}

/**
 * Returns boxes around the members, one a generation, in stacks of those that can be joined.
 * @type {(rows: PlacedPerson[][], members: string[], aside: number) => Box[][]}
 */
function stacksOf(rows, members, aside) {
  /** @type {Box[][]} */
  const stacks = [];
  /** @type {Box[][]} */
  let above = [];
  for (const row of rows) {
    const here = runsOf(row, members).map((run) => boxAround(run, aside));
    const upper = above.length === 1 ? above[0][above[0].length - 1] : undefined;
    if (here.length === 1 && upper && overlap(upper, here[0]) >= CORRIDOR) {
      above[0].push(here[0]);
    } else {
      above = here.map((box) => [box]);
      stacks.push(...above);
    }
  }
  return stacks;
}

/**
 * Returns the members in a row, as groups of neighbours.
 * @type {(row: PlacedPerson[], members: string[]) => PlacedPerson[][]}
 */
function runsOf(row, members) {
  /** @type {PlacedPerson[][]} */
  const runs = [[]];
  for (const person of row) {
    if (members.includes(person.id)) runs[runs.length - 1].push(person);
    else runs.push([]);
  }
  return runs.filter((run) => run.length);
}

/** @type {(people: PlacedPerson[], aside: number) => Box} */
function boxAround(people, aside) {
  const boxes = people.map(({ box }) => box);
  return {
    left: Math.min(...boxes.map(({ left }) => left)) - aside,
    top: Math.min(...boxes.map(({ top }) => top)) - aside,
    right: Math.max(...boxes.map(({ right }) => right)) + aside,
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + aside,
  };
}

/** @type {(a: Box, b: Box) => number} */
const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);

/**
 * Returns the corners of a line around boxes that stand on one another.
 * @type {(stack: Box[]) => Point[]}
 */
function around(stack) {
  const [first, last] = [stack[0], stack[stack.length - 1]];
  /** @type {Point[]} */
  const right = [[first.right, first.top]];
  /** @type {Point[]} */
  const left = [];
  for (const [upper, lower] of pairwise(stack)) {
    const outside = lower.right > upper.right ? lower.top : upper.bottom;
    right.push([upper.right, outside], [lower.right, outside]);
    const inside = lower.left < upper.left ? lower.top : upper.bottom;
    left.push([upper.left, inside], [lower.left, inside]);
  }
  right.push([last.right, last.bottom]);
  left.push([last.left, last.bottom]);
  return [[first.left, first.top], ...right, ...left.toReversed()];
}
