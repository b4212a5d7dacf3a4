import { compareNumbers, pairwise, sortedBy } from "./lists.js";
import { GUTTER } from "./rows.js";

/** @import { PlacedPerson, Point, Span, Tree } from "./types" */

/** @typedef {{ends: PlacedPerson[], ways: number[]}} Line From the upper person to the lower. */

const CURVE_STEPS = 24;

/**
 * Returns the way of each relationship's line: a bow over the heads of one generation, or down
 * through gaps between the people of others. `gaps` is the space over each row.
 * @type {(tree: Tree, rows: PlacedPerson[][], gaps: Span[]) => Point[][]}
 */
export function routesOf(tree, rows, gaps) {
  const people = new Map(rows.flat().map((person) => [person.id, person]));
  const rowOf = (/** @type {PlacedPerson} */ { id }) => tree.rowOf[tree.ids.indexOf(id)];
  /**
   * How many lines take each way already.
   * @type {Map<string, number>}
   */
  const used = new Map();
  const lines = tree.family.relationships.map(({ between }) => {
    const both = between.map((id) => /** @type {PlacedPerson} */ (people.get(id)));
    const ends = sortedBy(both, (person) => [rowOf(person), person.x]);
    const passed = rows.slice(rowOf(ends[0]) + 1, rowOf(ends[1]));
    const middle = (ends[0].x + ends[1].x) / 2;
    return { ends, ways: passed.map((row) => wayThrough(row, middle, used)) };
  });
  const ports = portsOf(lines);
  return lines.map(({ ends: [one, other], ways }, number) => {
    const [start, end] = [one, other].map(({ id }) => Number(ports.get(`${number} ${id}`)));
    const row = rowOf(one);
    const stops = pairwise([start, ...ways, end]);
    const middle =
      one.top === other.top
        ? bow(start, end, one.top, gaps[row][0])
        : stops.flatMap(([from, to], n) => slope(from, to, gaps[row + 1 + n]));
    const points = withEnds([start, one.middle], middle, [end, other.middle]);
    const isTurned = one.id !== tree.family.relationships[number].between[0];
    return isTurned ? points.toReversed() : points;
  });
}

/** @type {(first: Point, points: Point[], last: Point) => Point[]} */
const withEnds = (first, points, last) => [first, ...points, last];

/**
 * Returns a free way through a row, near to where it is target.
 * @type {(row: PlacedPerson[], target: number, used: Map<string, number>) => number}
 */
function wayThrough(row, target, used) {
  const edges = row.flatMap(({ box }) => [box.left, box.right]);
  const outside = [edges[0] - GUTTER, ...edges, edges[edges.length - 1] + GUTTER];
  const ways = pairwise(outside).filter((_, n) => n % 2 === 0);
  const key = (/** @type {number} */ way) => `${row[0].id} ${way}`;
  const times = (/** @type {number} */ way) => used.get(key(way)) ?? 0;
  const [nearest] = sortedBy([...ways.keys()], (way) => {
    const [left, right] = ways[way];
    return [Math.abs((left + right) / 2 - target) + 80 * times(way), way];
  });
  const before = times(nearest);
  used.set(key(nearest), before + 1);
  const [left, right] = ways[nearest];
  const aside = Math.floor((before + 1) / 2) * 7 * (before % 2 ? 1 : -1);
  return Math.min(Math.max((left + right) / 2 + aside, left + 4), right - 4);
}

/**
 * Returns where on a symbol's edge each line begins or ends, by line and person: side by side,
 * on the side from which it comes.
 * @type {(lines: Line[]) => Map<string, number>}
 */
function portsOf(lines) {
  /** @type {Map<string, {person: PlacedPerson, ends: number[][]}>} */
  const edges = new Map();
  /** @type {(person: PlacedPerson, upper: boolean, from: number, number: number) => void} */
  const add = (person, upper, from, number) => {
    const key = `${person.id} ${upper}`;
    const edge = edges.get(key) ?? { person, ends: [] };
    edge.ends.push([from, number]);
    edges.set(key, edge);
  };
  for (const [number, { ends, ways }] of lines.entries()) {
    const [one, other] = ends;
    add(one, one.top === other.top, ways[0] ?? other.x, number);
    add(other, true, ways[ways.length - 1] ?? one.x, number);
  }
  /** @type {Map<string, number>} */
  const ports = new Map();
  for (const { person, ends } of edges.values()) {
    const fromLeft = ends.filter(([from]) => from < person.x).length;
    const most = Math.max(fromLeft, 1);
    const left = ends.length > 1 ? Math.min(most, ends.length - 1) : fromLeft;
    const toTheLeft = offsets(left).map((offset) => -offset);
    const places = [...toTheLeft.toReversed(), ...offsets(ends.length - left)];
    for (const [n, [, number]] of ends.toSorted(compareNumbers).entries()) {
      ports.set(`${number} ${person.id}`, person.x + places[n]);
    }
  }
  return ports;
}

/**
 * Returns how far from the middle each of several lines is.
 * @type {(count: number) => number[]}
 */
const offsets = (count) =>
  count === 1 ? [12] : Array.from({ length: count }, (_, n) => 7 + (11 * n) / (count - 1));

/**
 * Returns a bow over the heads of those between.
 * @type {(start: number, end: number, top: number, ceiling: number) => Point[]}
 */
function bow(start, end, top, ceiling) {
  const high = Math.min(top - ceiling - 6, 30 + Math.abs(end - start) / 16);
  const crest = top - (high * 4) / 3;
  return curve([start, top], [start, crest], [end, crest], [end, top]);
}

/** @type {(start: number, end: number, gap: Span) => Point[]} */
function slope(start, end, [top, bottom]) {
  const bend = (bottom - top) * 0.55;
  return curve([start, top], [start, top + bend], [end, bottom - bend], [end, bottom]);
}

/**
 * Returns points of a Bézier curve.
 * @type {(a: Point, b: Point, c: Point, d: Point) => Point[]}
 */
function curve(a, b, c, d) {
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const t = step / CURVE_STEPS;
    const s = 1 - t;
    const at = (/** @type {0 | 1} */ i) =>
      s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i];
    return [at(0), at(1)];
  });
}
