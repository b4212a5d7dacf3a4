import { HALF } from "./rows.js";
import { element, label, polygon, tenth, through, treeLine } from "./svg.js";

/** @import { Person, Point } from "./types" */

/** Of what remains of a pregnancy or a birth that was lost. */
const HALF_SMALL = 11;
/** How far from the middle the strokes of a cross reach: to the corners, or to the edge. */
const REACH = { man: 1, woman: Math.SQRT1_2, "non-binary": 0.5, "not known": 0.5 };

/**
 * @typedef {object} SymbolOptions
 * @property {Person["pregnancy"]} [pregnancy]
 * @property {boolean} [isIndex] Whether the drawing is about the person.
 * @property {boolean} [isCrossed]
 * @property {string} [inside]
 */

/**
 * Returns a person's symbol.
 * @type {(gender: Person["gender"], middle: Point, options: SymbolOptions) => string}
 */
export function personSymbol(gender, middle, { pregnancy, isIndex, isCrossed, inside }) {
  if (pregnancy) return pregnancySymbol(pregnancy, gender, middle);
  const [x, y] = middle;
  return [
    isIndex ? shape(gender, middle, HALF + 5) : "",
    shape(gender, middle, HALF),
    isCrossed ? cross(gender, middle, HALF, inside ? 10 : 0) : "",
    inside ? label(undefined, [x, y + 5], inside, "middle") : "",
  ].join("");
}

/** @type {(gender: Person["gender"], middle: Point, half: number) => string} */
function shape(gender, [x, y], half) {
  const attributes = { class: "g-shape" };
  if (gender === "woman") return element("circle", { ...attributes, cx: x, cy: y, r: half });
  if (gender === "man") {
    const square = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
    return element("rect", { ...attributes, ...square });
  }
  return polygon("g-shape", [x, y - half], [x + half, y], [x, y + half], [x - half, y]);
}

/**
 * Returns the cross of somebody who has died; the middle stays free for the age.
 * @type {(gender: Person["gender"], middle: Point, half: number, free: number) => string}
 */
function cross(gender, [x, y], half, free) {
  const arm = REACH[gender] * half;
  const inner = Math.min(free, arm - 4);
  const stroke = (/** @type {number} */ dx, /** @type {number} */ dy) =>
    through([x + dx * arm, y + dy * arm], [x + dx * inner, y + dy * inner]);
  return treeLine(stroke(-1, -1) + stroke(1, -1) + stroke(1, 1) + stroke(-1, 1));
}

/**
 * @type {(pregnancy: NonNullable<Person["pregnancy"]>, gender: Person["gender"], middle: Point) =>
 *   string}
 */
function pregnancySymbol(pregnancy, gender, [x, y]) {
  const top = y - HALF;
  // The line to a child ends where a full symbol would begin.
  const stem = (/** @type {number} */ half) => treeLine(`${through([x, top])}V${tenth(y - half)}`);
  switch (pregnancy) {
    case "expected":
      return polygon("g-shape", [x, top], [x + 20, y + 20], [x - 20, y + 20]);
    case "miscarriage":
      return stem(6) + element("circle", { class: "g-dot", cx: x, cy: y, r: 6 });
    case "termination":
      return (
        stem(0) + treeLine(`${through([x - 7, y - 7])}l14 14${through([x + 7, y - 7])}l-14 14`)
      );
    default:
      return (
        stem(HALF_SMALL) + shape(gender, [x, y], HALF_SMALL) + cross(gender, [x, y], HALF_SMALL, 0)
      );
  }
}
