/**
 * Writes what cells of the map show, in the form of evidence_map/page.py.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Cell } from "../types.js"
 * @import { Words } from "./words.js"
 */

import { find, write } from "#shared/elements.js";
import { dot, outlined, nearestStep } from "./looks.js";

/**
 * The parts of a cell that change.
 * @param {HTMLTableCellElement} box
 * @param {string} look
 */
const placeOf = (box, look) => ({
  box,
  look,
  name: find(HTMLElement, ".em-sr", box),
  studies: find(HTMLElement, ".em-n", box),
  claims: find(HTMLElement, ".em-m", box),
  dot: find(SVGSVGElement, ".em-dot", box),
  svg: find(SVGSVGElement, ".em-fig svg", box),
  full: find(SVGPathElement, ".em-full", box),
  line: find(SVGPathElement, ".em-line", box),
  signs: find(HTMLElement, "i", box),
  why: find(HTMLElement, ".em-why", box),
});

/** @typedef {ReturnType<typeof placeOf>} Place */

/** All that decides how a cell looks, its number of claims aside. */
const lookOf = (/** @type {Cell} */ { tally, standing }) =>
  [standing, tally.bases, tally.directions, tally.studies].join("|");

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {HTMLTableElement} table
 * @returns {(cell: Cell) => void}
 */
export function createCellWriter(engine, words, table) {
  const { data, ids } = engine;
  const key = (/** @type {Cell} */ { component, outcome }) =>
    `${ids.component[component]} ${ids.outcome[outcome]}`;
  // The page shows the whole base: what is there is taken over, and later only what changes is
  // written.
  const whole = new Map(engine.cells(engine.all).map((cell) => [key(cell), cell]));
  /** @type {Map<string, Place>} */
  const places = new Map();
  /** @type {Map<string, HTMLElement>} */
  const apart = new Map();
  /** @type {Map<string, HTMLTableCellElement>} */
  const boxes = new Map();
  for (const box of table.querySelectorAll("td")) {
    const at = `${box.dataset.component} ${box.closest("tr")?.dataset.outcome}`;
    const cell = whole.get(at);
    boxes.set(at, box);
    if (cell?.tally.claims) places.set(at, placeOf(box, lookOf(cell)));
    if (cell?.apart.claims) apart.set(at, find(HTMLElement, ".em-apart", box));
  }

  /**
   * Gives a cell the kinds, signs and standing of what it shows.
   * @param {Place} place
   * @param {Cell} cell
   */
  function dress(place, { component, outcome, tally, whole: all, standing }) {
    place.box.className = `em-${standing}`;
    // Where nothing is left, the empty edge of what the filters hide.
    const sizes = tally.claims ? tally : all;
    const step = nearestStep(data.style, sizes);
    place.dot.setAttribute("class", `em-dot em-${step}`);
    find(SVGPathElement, "path", place.dot).setAttribute("d", dot(data.style, sizes.studies, step));
    place.studies.className = tally.studies ? "em-n" : "em-n em-zero";
    const evidence = [...words.kinds(tally), ...words.ways(tally)].join("; ");
    const name = `${words.short(component)}, ${data.outcomes[outcome][1]}. `;
    write(place.name, evidence ? `${name}${evidence}. ` : name);
    const signs = tally.directions.map((way) => data.style.direction[way]);
    write(place.signs, signs.filter(Boolean).join(" "));
    const kinds = tally.bases.filter((id) => id !== data.description);
    const { width, full, line } = outlined(data.style, kinds);
    place.svg.setAttribute("width", String(width));
    place.svg.setAttribute("viewBox", `0 0 ${width} 12`);
    place.full.setAttribute("d", full);
    place.line.setAttribute("d", line);
  }

  return (cell) => {
    const beside = apart.get(key(cell));
    if (beside) write(beside, words.beside(cell.apart.claims));
    const { tally, standing, emptiness } = cell;
    const place = places.get(key(cell));
    if (!place) {
      // Its mark stays, and says why it is empty; it recedes where the filters hide that.
      const box = boxes.get(key(cell));
      if (box)
        box.className =
          standing === emptiness ? `em-${emptiness}` : `em-${emptiness} em-${standing}`;
      const why = box?.querySelector(".em-why");
      if (why) why.textContent = data.wording.standings[standing].label;
      return;
    }
    const look = lookOf(cell);
    if (look !== place.look) dress(place, cell);
    place.look = look;
    write(place.studies, words.say("studies", { studies: tally.studies }));
    write(place.claims, words.rest(tally));
    const why = tally.claims
      ? words.direct(tally, standing)
      : data.wording.standings[standing].label;
    write(place.why, why);
  };
}
