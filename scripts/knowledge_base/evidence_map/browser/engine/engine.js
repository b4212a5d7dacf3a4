/**
 * The engine: which records a reader has chosen, and what they amount to. Knows no page.
 *
 * @import { Cell, Facts, MapData, State, Texts } from "../types.js"
 */

import { createBase } from "./base.js";
import { absencesOf, cellsOf, isRowShown, reachOf, talliesApart, talliesByCell } from "./cells.js";
import { filterRecords } from "./filter.js";
import { linesOf, recordsOfNode } from "./graph.js";
import { sortRecords } from "./order.js";
import { pathsOf, readArrows } from "./paths.js";
import { directionsInWords, profileOf, sentencesFor } from "./profile.js";
import { countResearch, tallyOf } from "./tally.js";
import { normalisedTexts, textsOf } from "./words.js";

/** @typedef {ReturnType<typeof createEngine>} Engine */

/** @param {MapData} data */
export function createEngine(data) {
  const base = createBase(data);
  const { all, facets, ids, records } = base;
  const whole = talliesByCell(base, all);
  const wholeApart = talliesApart(base, all);
  const arrows = readArrows(base);
  const years = [...new Set(records.year)].filter(Boolean).toSorted((a, b) => a - b);
  const bases = data.vocabularies["evidence-basis"];
  const cells = (/** @type {number[]} */ indexes) => cellsOf(base, whole, wholeApart, indexes);
  return {
    data,
    all,
    facets,
    ids,
    facetNames: Object.keys(facets),
    years,
    records,
    total: { claims: all.length, ...countResearch(base, all) },
    basisOf: (/** @type {number} */ i) => bases[records.basis[i]][0],
    hasTexts: () => base.texts !== null,
    texts: () => textsOf(base),
    /** Takes what is read of the records, in which words are looked for from then on. */
    takeTexts(/** @type {Texts} */ texts) {
      base.texts = texts;
    },
    warmUp: () => normalisedTexts(base),
    cells,
    /** Whether anything stands apart from a cell, whatever is chosen. */
    hasApart: (/** @type {Cell} */ { component, outcome }) =>
      wholeApart[outcome][component].claims > 0,
    filter: (/** @type {State} */ state) => filterRecords(base, state),
    tally: (/** @type {number[]} */ indexes) => tallyOf(base, indexes),
    isRowShown: (/** @type {State} */ state, /** @type {number} */ outcome) =>
      isRowShown(base, state, outcome),
    /** Whether a state's filters leave a cell's row and column. */
    isShown: (/** @type {State} */ state, /** @type {Cell} */ { component, outcome }) => {
      const { component: ticked } = state.ticks;
      const isColumn = !ticked.length || ticked.includes(ids.component[component]);
      return isColumn && isRowShown(base, state, outcome);
    },
    reach: (/** @type {Cell[]} */ some) => reachOf(base, some),
    absences: (/** @type {Cell} */ cell) => absencesOf(base, cell),
    lines: (/** @type {number[]} */ indexes) => linesOf(base, cells(indexes), indexes),
    ofNode: (/** @type {string} */ node, /** @type {number[]} */ indexes) =>
      recordsOfNode(base, node, indexes),
    profile: (/** @type {Cell} */ cell) => profileOf(base, cell),
    sentences: (/** @type {Facts} */ facts) => sentencesFor(base, facts),
    directions: (/** @type {string} */ kind, /** @type {Record<string, number>} */ counts) =>
      directionsInWords(base, kind, counts),
    paths: (
      /** @type {string} */ start,
      /** @type {string} */ outcome,
      /** @type {number[]} */ indexes,
    ) => pathsOf(base, whole, arrows, start, outcome, indexes),
    sorted: (/** @type {number[]} */ indexes, /** @type {string} */ by) =>
      sortRecords(base, indexes, by),
  };
}
