/**
 * What records amount to, as `views/selection.py` counts it: studies are distinct, kinds and
 * directions are sets, and nothing is added up to a score.
 *
 * @import { Base, Tally } from "../types.js"
 */

import { decide } from "./decisions.js";

/**
 * How many studies there are among those of the records that a column marks.
 * @param {Base} base
 * @param {number[]} indexes
 * @param {Uint8Array} [marked]
 */
export function countStudies({ records: { study } }, indexes, marked) {
  const studies = new Set();
  for (const i of indexes) if (study[i] >= 0 && (!marked || marked[i])) studies.add(study[i]);
  return studies.size;
}

/**
 * The ids of a vocabulary's words that records have, in its order; it may have any number.
 * @param {[id: string, label: string][]} terms
 * @param {number[]} column
 * @param {number[]} indexes
 */
function idsOf(terms, column, indexes) {
  const has = new Uint8Array(terms.length);
  for (const i of indexes) has[column[i]] = 1;
  return terms.filter((_, at) => has[at]).map(([id]) => id);
}

/**
 * @param {Base} base
 * @param {number[]} indexes
 * @returns {Tally}
 */
export function tallyOf(base, indexes) {
  const { data, records } = base;
  const { direction, "evidence-basis": basis, setting } = data.vocabularies;
  const bases = idsOf(basis, records.basis, indexes);
  const findings = indexes.filter((i) => records.finding[i]);
  const hasFinding = findings.length > 0;
  const hasDirectFinding = findings.some((i) => records.direct[i] === 1);
  return {
    indexes,
    claims: indexes.length,
    studies: countStudies(base, indexes),
    studiesRead: countStudies(base, indexes, records.wasRead),
    studiesDirect: countStudies(base, indexes, records.direct),
    bases,
    directions: idsOf(direction, records.direction, indexes),
    settings: idsOf(setting, records.setting, indexes),
    directness: decide(data.directness, {
      about_change: bases.some((id) => id !== data.description),
      direct_finding: hasDirectFinding,
      finding: hasFinding,
    }),
    hasFinding,
    allUnclear: hasFinding && findings.every((i) => directionOf(base, i) === data.unclear),
    hasDirectFinding,
  };
}

/**
 * @param {Base} base
 * @param {number} i
 */
export const directionOf = ({ data, records }, i) =>
  data.vocabularies.direction[records.direction[i]][0];
