/**
 * The cells of the gap map, as `views/gap_map.py` makes them.
 *
 * @import { Base, Cell, State, Tally } from "../types.js"
 */

import { decide, whereabouts } from "./decisions.js";
import { tallyOf } from "./tally.js";

/**
 * What the marked ones of records amount to, by outcome and component.
 * @param {Base} base
 * @param {number[]} indexes
 * @param {Uint8Array} marked
 * @returns {Tally[][]}
 */
function tallies(base, indexes, marked) {
  const { data, records } = base;
  /** @type {number[][][]} */
  const cells = data.outcomes.map(() => data.vocabularies.component.map(() => []));
  for (const i of indexes) {
    if (marked[i]) for (const o of records.outcomes[i]) cells[o][records.component[i]].push(i);
  }
  return cells.map((row) => row.map((own) => tallyOf(base, own)));
}

/**
 * What the records of each cell amount to, by outcome and component.
 * @param {Base} base
 * @param {number[]} indexes
 */
export const talliesByCell = (base, indexes) => tallies(base, indexes, base.records.onOutcomes);

/**
 * The same for what fills no cell, because something else than the component was studied.
 * @param {Base} base
 * @param {number[]} indexes
 */
export const talliesApart = (base, indexes) => tallies(base, indexes, base.records.apart);

/**
 * How direct the findings are, or why there are none.
 * @param {Base} base
 * @param {Tally} some
 * @param {Tally} whole
 * @param {string} emptiness
 * @param {boolean} isLeftOut whether what fills the cell, or says why it is empty, was not chosen
 */
function standingOf({ data }, some, whole, emptiness, isLeftOut) {
  const facts = {
    claims: whereabouts(some.claims > 0, isLeftOut),
    finding: whereabouts(some.hasFinding, whole.hasFinding),
    direct_finding: whereabouts(some.hasDirectFinding, whole.hasDirectFinding),
  };
  return decide(data.standing, facts) || emptiness;
}

/**
 * The records that say why a cell is empty, whatever is chosen.
 * @param {Base} base
 * @param {{ component: number, outcome: number }} cell
 * @param {string} emptiness
 * @param {Tally[][]} wholeApart
 */
function speakingOf(base, cell, emptiness, wholeApart) {
  if (emptiness === "only-apart") return wholeApart[cell.outcome][cell.component].indexes;
  return emptiness === "said-to-be-lacking" ? absencesOf(base, cell) : [];
}

/**
 * All cells for the chosen records, outcome by outcome.
 * @param {Base} base
 * @param {Tally[][]} whole
 * @param {Tally[][]} wholeApart
 * @param {number[]} indexes
 * @returns {Cell[]}
 */
export function cellsOf(base, whole, wholeApart, indexes) {
  const isAll = indexes.length === base.all.length;
  const counts = isAll ? whole : talliesByCell(base, indexes);
  const chosenApart = isAll ? wholeApart : talliesApart(base, indexes);
  const chosen = new Set(indexes);
  return counts.flatMap((row, outcome) =>
    row.map((tally, component) => {
      const everything = whole[outcome][component];
      const emptiness = base.data.empty[outcome][component];
      const apart = chosenApart[outcome][component];
      const speaking = everything.claims
        ? everything.indexes
        : speakingOf(base, { component, outcome }, emptiness, wholeApart);
      const isLeftOut = speaking.length > 0 && !speaking.some((i) => chosen.has(i));
      const standing = standingOf(base, tally, everything, emptiness, isLeftOut);
      return { component, outcome, tally, whole: everything, apart, emptiness, standing };
    }),
  );
}

/**
 * The records that say of a cell that little or nothing is known, whatever is chosen.
 * @param {Base} base
 * @param {{ component: number, outcome: number }} cell
 */
export const absencesOf = ({ records, all }, { component, outcome }) =>
  all.filter(
    (i) =>
      records.absence[i] &&
      records.component[i] === component &&
      records.outcomes[i].includes(outcome),
  );

/**
 * Whether a state's filters leave an outcome's row.
 * @param {Base} base
 * @param {State} state
 * @param {number} outcome
 */
export function isRowShown({ data, facets }, { ticks }, outcome) {
  const [id, , level] = data.outcomes[outcome];
  const areAll = !ticks.outcomes.length && !ticks.level.length;
  return areAll || ticks.level.includes(facets.level.ids[level]) || ticks.outcomes.includes(id);
}

/**
 * How many outcomes the evidence of cells reaches, as `reach` in evidence_map/picture.py.
 * @param {Base} base
 * @param {Cell[]} cells
 */
export function reachOf({ data, records }, cells) {
  const basis = data.vocabularies["evidence-basis"].findIndex(([id]) => id === data.comparison);
  const rows = [...new Set(cells.map(({ outcome }) => outcome))].map((outcome) =>
    cells.filter((cell) => cell.outcome === outcome),
  );
  const number = (/** @type {(cell: Cell) => boolean} */ holds) =>
    rows.filter((row) => row.some(holds)).length;
  const isCompared = (/** @type {number} */ i) => records.basis[i] === basis;
  const compared = number(({ tally }) =>
    tally.indexes.some((i) => isCompared(i) && records.direct[i] === 1),
  );
  return {
    outcomes: rows.length,
    findings: number(({ tally }) => tally.hasFinding),
    direct: number(({ tally }) => tally.hasDirectFinding),
    compared,
    compared_elsewhere: number(({ tally }) => tally.indexes.some(isCompared)) - compared,
  };
}
