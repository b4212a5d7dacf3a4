import { NAME_LINE, TEXT_LINE, coupleLabel } from "./labels.js";
import { compareNumbers, levelsOf, mean, sortedBy } from "./lists.js";
import { outlinesOf } from "./outlines.js";
import { routesOf } from "./routes.js";
import { GAP, HALF, MARGIN, OUTLINE, SYMBOL, arrange } from "./rows.js";
import { treeOf } from "./tree.js";

/** @import { CoupleLine, Descent, Family, Layout, PlacedPerson, Point, Span, Tree } from "./types" */

const COUPLE_LEVEL = 26;
const SIBLING_LEVEL = 16;
const DROP = 24;
const TWIN_DROP = 46;
/** A line to a child that is nearly straight becomes straight. */
const JOG = 3;

/**
 * Returns where everything in a family's drawing is.
 * @type {(family: Family) => Layout}
 */
export function layoutOf(family) {
  const tree = treeOf(family);
  const { rows, places } = arrange(tree);
  const { bows, passing } = lineCounts(tree);
  let y = MARGIN + (bows[0] ? 44 : 8);
  let bottom = 0;
  /** @type {PlacedPerson[]} */
  const persons = [];
  /** @type {CoupleLine[]} */
  const couples = [];
  /** @type {Descent[]} */
  const descents = [];
  /** @type {Span[]} */
  const gaps = [[MARGIN, y]];
  for (const [row, people] of rows.entries()) {
    for (const person of people) persons[person] = placedPerson(tree, person, places[person], y);
    bottom = Math.max(y + SYMBOL, ...people.map((person) => persons[person].box.bottom));
    const lines = coupleLines(tree, row, persons, bottom);
    couples.push(...lines);
    if (row + 1 === tree.depth) break;
    const room = 30 + Math.min(90, 22 * passing[row]) + (bows[row + 1] ? 40 : 0);
    const top = Math.max(bottom, ...lines.map((line) => line.y)) + room;
    const below = descentsOf(tree, startsOf(tree, row, lines, persons), places, top);
    descents.push(...below.descents);
    y = below.nextRow;
    gaps.push([bottom, y]);
  }
  const placedRows = rows.map((people) => people.map((person) => persons[person]));
  const relationships = routesOf(tree, placedRows, gaps);
  const ends = [...persons.map(({ box }) => box.right), ...relationships.flat().map(([x]) => x)];
  return {
    width: Math.max(...ends) + MARGIN,
    height: Math.max(bottom, ...couples.map((line) => line.y)) + MARGIN,
    rows: rows.map((people) => people.map((person) => tree.ids[person])),
    persons,
    couples,
    descents,
    relationships,
    outlines: outlinesOf(family, placedRows),
  };
}

/**
 * Returns how many relationship lines bow over each row, and how many pass below it.
 * @type {(tree: Tree) => {bows: number[], passing: number[]}}
 */
function lineCounts({ family, ids, rowOf, depth }) {
  const ends = family.relationships.map(({ between }) =>
    between.map((id) => rowOf[ids.indexOf(id)]),
  );
  const count = (/** @type {(row: number, a: number, b: number) => boolean} */ isHere) =>
    Array.from({ length: depth }, (_, row) => ends.filter(([a, b]) => isHere(row, a, b)).length);
  return {
    bows: count((row, a, b) => a === row && b === row),
    passing: count((row, a, b) => Math.min(a, b) <= row && row < Math.max(a, b)),
  };
}

/** @type {(tree: Tree, person: number, x: number, top: number) => PlacedPerson} */
function placedPerson({ ids, labels }, person, x, top) {
  const { name, text, width } = labels[person];
  const textX = x + HALF + GAP;
  const height = Math.max(SYMBOL + OUTLINE, name.length * NAME_LINE + text.length * TEXT_LINE);
  const [left, right] = [x - HALF - OUTLINE, textX + width];
  const box = { left, top: top - OUTLINE, right, bottom: top + height };
  return { id: ids[person], x, top, middle: top + HALF, textX, name, text, box };
}

/**
 * Returns the lines between partners of a row. Several lines from one person leave it side by
 * side, in the order of the partners.
 * @type {(tree: Tree, row: number, persons: PlacedPerson[], bottom: number) => CoupleLine[]}
 */
function coupleLines(tree, row, persons, bottom) {
  const pairs = [...tree.couples.entries()]
    .filter(([, { partners }]) => partners.length > 1 && tree.rowOf[partners[0]] === row)
    .map(([couple, { partners }]) => {
      const [left, right] = sortedBy(partners, (person) => [persons[person].x]);
      return { couple, left: persons[left], right: persons[right] };
    });
  /** @type {(person: PlacedPerson, couple: number) => number} */
  const port = (person, couple) => {
    const lines = pairs
      .filter(({ left, right }) => left === person || right === person)
      .map((pair) => [pair.left.x + pair.right.x - person.x, pair.couple])
      .toSorted(compareNumbers);
    const place = lines.findIndex(([, number]) => number === couple) - (lines.length - 1) / 2;
    return person.x + place * Math.min(10, 20 / lines.length);
  };
  /** @type {Span[]} */
  const spans = pairs.map(({ couple, left, right }) => [port(left, couple), port(right, couple)]);
  const levels = levelsOf(spans, 4);
  return pairs.map(({ couple, left, right }, n) => ({
    couple,
    left: [spans[n][0], left.top + SYMBOL],
    right: [spans[n][1], right.top + SYMBOL],
    middle: mean(spans[n]),
    y: bottom + 24 + levels[n] * COUPLE_LEVEL,
    label: coupleLabel(tree.family.couples[couple]),
  }));
}

/**
 * Returns where the line to the children begins, for each couple and each parent alone of a row.
 * @type {(tree: Tree, row: number, lines: CoupleLine[], persons: PlacedPerson[]) =>
 *   Map<number, Point>}
 */
function startsOf({ couples, rowOf }, row, lines, persons) {
  /** @type {Map<number, Point>} */
  const starts = new Map();
  for (const [couple, { partners, children }] of couples.entries()) {
    if (!children.length || rowOf[partners[0]] !== row) continue;
    const line = lines.find((one) => one.couple === couple);
    const { x, top } = persons[partners[0]];
    starts.set(couple, line ? [line.middle, line.y] : [x, top + SYMBOL]);
  }
  return starts;
}

/**
 * Returns the lines to the children of a row, and where the next row begins.
 * @type {(tree: Tree, starts: Map<number, Point>, places: number[], top: number) =>
 *   {descents: Descent[], nextRow: number}}
 */
function descentsOf(tree, starts, places, top) {
  const groups = [...starts].map(([couple, start]) => {
    const ends = childEnds(tree, couple, starts, places);
    const across = [...ends.map(({ from }) => from), start[0]];
    return { couple, start, ends, left: Math.min(...across), right: Math.max(...across) };
  });
  /** @type {Span[]} */
  const spans = groups.map(({ left, right }) => [left, right]);
  const levels = levelsOf(spans, 8);
  const isTwins = groups.some(({ couple }) => tree.couples[couple].twins.length);
  const nextRow = top + Math.max(0, ...levels) * SIBLING_LEVEL + (isTwins ? TWIN_DROP : DROP);
  const descents = groups.map(({ couple, start, ends, left, right }, n) => {
    const y = top + levels[n] * SIBLING_LEVEL;
    const children = ends.map(({ child, from, to }, k) => ({
      child: tree.ids[child],
      tie: tree.couples[couple].ties[k],
      start: /** @type {Point} */ ([from, y]),
      end: /** @type {Point} */ ([to, nextRow]),
    }));
    return { couple, start, y, left, right, children };
  });
  return { descents, nextRow };
}

/**
 * Returns where the line to each child of a couple begins and ends; twins share a beginning.
 * @type {(tree: Tree, couple: number, starts: Map<number, Point>, places: number[]) =>
 *   {child: number, from: number, to: number}[]}
 */
function childEnds({ couples, parents }, couple, starts, places) {
  const startOf = (/** @type {number} */ number) => /** @type {Point} */ (starts.get(number));
  const [middle] = startOf(couple);
  const ends = couples[couple].children.map((child) => {
    // Two lines to one child, such as from birth parents and foster carers.
    const here = parents[child].filter((number) => starts.has(number));
    const lines = sortedBy(here, startOf);
    const x = places[child] + (lines.indexOf(couple) - (lines.length - 1) / 2) * 14;
    return { child, to: Math.abs(x - middle) <= JOG ? middle : x };
  });
  return ends.map(({ child, to }) => {
    const twins = couples[couple].twins.find((group) => group.includes(child)) ?? [child];
    const together = twins.map((twin) => ends.find((end) => end.child === twin)?.to ?? to);
    return { child, from: mean(together), to };
  });
}
