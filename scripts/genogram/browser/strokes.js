import { pairwise } from "./lists.js";
import { element, polygon, through, treeLine } from "./svg.js";

/** @import { Couple, Point, Relationship, Tie } from "./types" */

/** From one point of a relationship's line to the next. */
const STEP = 5;
const ZIGZAG = [0, 5, 0, -5];
const SLASHES = { married: 0, cohabiting: 0, separated: 1, divorced: 2 };

/**
 * Returns the strokes through a couple's line.
 * @type {(status: Couple["status"], x: number, y: number) => string}
 */
export function slashes(status, x, y) {
  const middles = Array.from({ length: SLASHES[status] }, (_, n) => x + 7 * n);
  const strokes = middles.map((middle) => through([middle - 4, y + 8], [middle + 4, y - 8]));
  return strokes.map((stroke) => treeLine(stroke)).join("");
}

/**
 * Returns the line to a child.
 * @type {(tie: Tie, start: Point, end: Point) => string}
 */
export function tieLine(tie, [x1, y1], [x2, y2]) {
  const beside = (/** @type {number} */ by, /** @type {string} */ dashes) =>
    treeLine(through([x1 + by, y1], [x2 + by, y2]), dashes);
  if (tie === "adopted") return beside(-2.5, "solid") + beside(2.5, "dashed");
  return beside(0, tie === "fostered" ? "dotted" : "solid");
}

/**
 * Returns a relationship's line along its way.
 * @type {(kind: Relationship["kind"], points: Point[]) => string}
 */
export function relationshipLine(kind, points) {
  const way = evenly(points);
  const middle = Math.floor(way.length / 2);
  switch (kind) {
    case "conflict":
      return path(aside(way, ZIGZAG));
    case "abuse":
      return path(aside(way, ZIGZAG)) + arrow(way, middle);
    case "close":
      return [-2.5, 2.5].map((by) => path(aside(way, [by]))).join("");
    case "fused":
      return [-4, 0, 4].map((by) => path(aside(way, [by]))).join("");
    case "cut-off": {
      const halves = path(way.slice(0, middle)) + path(way.slice(middle + 1));
      return halves + bar(way, middle - 1) + bar(way, middle + 1);
    }
    default:
      return path(way);
  }
}

/**
 * Returns points of the same way at even distances.
 * @type {(points: Point[]) => Point[]}
 */
function evenly(points) {
  const even = [points[0]];
  let left = STEP;
  for (const [[x1, y1], [x2, y2]] of pairwise(points)) {
    const length = lengthOf(x2 - x1, y2 - y1);
    let at = left;
    for (; at <= length; at += STEP) {
      even.push([x1 + ((x2 - x1) * at) / length, y1 + ((y2 - y1) * at) / length]);
    }
    left = at - length;
  }
  return even.length > 3 ? even : [...even, points[points.length - 1]];
}

/**
 * The same in every engine, as `Math.hypot` is not.
 * @type {(x: number, y: number) => number}
 */
const lengthOf = (x, y) => Math.sqrt(x * x + y * y);

/**
 * Returns the direction at right angles to the way.
 * @type {(way: Point[], position: number) => Point}
 */
function across(way, position) {
  const [x1, y1] = way[Math.max(position - 1, 0)];
  const [x2, y2] = way[Math.min(position + 1, way.length - 1)];
  const length = lengthOf(x2 - x1, y2 - y1) || 1;
  return [-(y2 - y1) / length, (x2 - x1) / length];
}

/**
 * Returns the way, each point moved aside by the next of the distances, over and over.
 * @type {(way: Point[], distances: number[]) => Point[]}
 */
function aside(way, by) {
  return way.map(([x, y], position) => {
    const [dx, dy] = across(way, position);
    const distance = by[position % by.length];
    return [x + dx * distance, y + dy * distance];
  });
}

/** @type {(way: Point[], position: number) => string} */
function bar(way, position) {
  const [x, y] = way[position];
  const [dx, dy] = across(way, position);
  return path([
    [x - 7 * dx, y - 7 * dy],
    [x + 7 * dx, y + 7 * dy],
  ]);
}

/**
 * Returns an arrow's head halfway, where no symbol hides it.
 * @type {(way: Point[], position: number) => string}
 */
function arrow(way, position) {
  const [x, y] = way[position];
  const [ax, ay] = across(way, position);
  // Along the way is at right angles to across it.
  const [dx, dy] = [ay, -ax];
  return polygon(
    "g-arrow",
    [x + 9 * dx, y + 9 * dy],
    [x - 7 * dx + 9 * ax, y - 7 * dy + 9 * ay],
    [x - 7 * dx - 9 * ax, y - 7 * dy - 9 * ay],
  );
}

/** @type {(points: Point[]) => string} */
const path = (points) => element("path", { d: through(...points) });
