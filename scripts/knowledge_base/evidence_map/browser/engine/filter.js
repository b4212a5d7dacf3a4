/**
 * Which records the state leaves. Several ticks within a facet widen, facets narrow one another;
 * levels and outcomes are one facet with two sizes.
 *
 * @import { Base, Facet, Result, State } from "../types.js"
 */

import { countResearch } from "./tally.js";
import { normalisedTexts, termsOf } from "./words.js";

/**
 * @typedef {object} Group What must hold of a record.
 * @property {string[]} names The facets that it is about.
 * @property {(i: number) => boolean} passes
 */

/**
 * @param {Facet} facet
 * @param {string[]} ticked
 */
function tickTest({ ids, starts, values }, ticked) {
  const isTicked = new Uint8Array(ids.length);
  for (const id of ticked) isTicked[ids.indexOf(id)] = 1;
  return (/** @type {number} */ i) => {
    for (let at = starts[i]; at < starts[i + 1]; at += 1) if (isTicked[values[at]]) return true;
    return false;
  };
}

/**
 * @param {Base} base
 * @param {State} state
 * @returns {Group[]}
 */
function ticks({ facets }, state) {
  const groups = Object.keys(facets)
    .filter((name) => name !== "level")
    .map((name) => (name === "outcomes" ? ["outcomes", "level"] : [name]));
  return groups.flatMap((names) => {
    const tests = names
      .filter((name) => state.ticks[name].length)
      .map((name) => tickTest(facets[name], state.ticks[name]));
    return tests.length ? [{ names, passes: (i) => tests.some((test) => test(i)) }] : [];
  });
}

/**
 * @param {Base} base
 * @param {State} state
 * @returns {Group[]}
 */
function otherGroups(base, { from, to, words }) {
  /** @type {Group[]} */
  const groups = [];
  if (from !== null || to !== null) {
    const { year } = base.records;
    const [least, most] = [from ?? 1, to ?? 9999];
    groups.push({ names: [], passes: (i) => year[i] >= least && year[i] <= most });
  }
  const terms = termsOf(words);
  if (terms.length) {
    const texts = normalisedTexts(base);
    groups.push({ names: [], passes: (i) => terms.every((term) => texts[i].includes(term)) });
  }
  return groups;
}

/**
 * The records that the state leaves, and for each option of each facet how many claims it would
 * leave beside the other facets.
 * @param {Base} base
 * @param {State} state
 * @returns {Result}
 */
export function filterRecords(base, state) {
  const { facets, all } = base;
  const names = Object.keys(facets);
  const groups = [...ticks(base, state), ...otherGroups(base, state)];
  const counts = Object.fromEntries(
    names.map((name) => [name, new Int32Array(facets[name].ids.length)]),
  );
  const indexes = [];
  for (const i of all) {
    const failed = groups.filter((group) => !group.passes(i));
    if (failed.length > 1) continue;
    if (!failed.length) indexes.push(i);
    for (const name of failed.length ? failed[0].names : names) {
      const { starts, values } = facets[name];
      for (let at = starts[i]; at < starts[i + 1]; at += 1) counts[name][values[at]] += 1;
    }
  }
  return { indexes, counts, claims: indexes.length, ...countResearch(base, indexes) };
}
