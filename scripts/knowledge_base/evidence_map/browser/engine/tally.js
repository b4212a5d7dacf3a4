/**
 * What records amount to, as `views/selection.py` counts it: studies are distinct, kinds and
 * directions are sets, and nothing is added up to a score.
 *
 * @import { Base, Tally } from "../types.js"
 */

import { decide } from "./decisions.js";

/**
 * The studies behind records, or behind those that a column marks; reviews apart.
 * @param {Base} base
 * @param {number[]} indexes
 * @param {Uint8Array} [marked]
 */
function researchOf({ records: { review, study } }, indexes, marked) {
  const [studies, reviews] = [new Set(), new Set()];
  for (const i of indexes) {
    if (study[i] >= 0 && (!marked || marked[i])) (review[i] ? reviews : studies).add(study[i]);
  }
  return { studies, reviews };
}

/**
 * How many studies there are, and how many reviews of other people's studies.
 * @param {Base} base
 * @param {number[]} indexes
 */
export function countResearch(base, indexes) {
  const { studies, reviews } = researchOf(base, indexes);
  return { studies: studies.size, reviews: reviews.size };
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
  const read = researchOf(base, indexes, records.wasRead);
  const part = researchOf(base, indexes, records.readInPart);
  const inPart = [...part.studies].filter((study) => !read.studies.has(study)).length;
  const reviewsInPart = [...part.reviews].filter((review) => !read.reviews.has(review)).length;
  return {
    indexes,
    claims: indexes.length,
    ...countResearch(base, indexes),
    read: read.studies.size + read.reviews.size,
    readInPart: inPart + reviewsInPart,
    studiesRead: read.studies.size,
    studiesReadInPart: inPart,
    studiesDirect: researchOf(base, indexes, records.direct).studies.size,
    bases,
    directions: idsOf(direction, records.direction, indexes),
    settings: idsOf(setting, records.setting, indexes),
    directness: decide(data.directness, {
      about_change: bases.some((id) => id !== data.description),
      direct_finding: hasDirectFinding,
      finding: hasFinding,
    }),
    hasFinding,
    hasDirectFinding,
  };
}

/**
 * @param {Base} base
 * @param {number} i
 */
export const directionOf = ({ data, records }, i) =>
  data.vocabularies.direction[records.direction[i]][0];
