/**
 * The nodes and lines of the graph, as `views/graph.py` has them.
 *
 * @import { Base, Cell, Ids, Line } from "../types.js"
 */

import { tallyOf } from "./tally.js";

/**
 * The lines of every filled cell, and from factors to components.
 * @param {Base} base
 * @param {Cell[]} cells
 * @param {number[]} indexes
 * @returns {Line[]}
 */
export function linesOf(base, cells, indexes) {
  const { component, factor, outcome } = nodeNames(base);
  const filled = cells.filter(({ tally }) => tally.claims);
  return [
    ...filled.map((cell) => ({
      id: `${component[cell.component]}>${outcome[cell.outcome]}`,
      kind: /** @type {const} */ ("evidence"),
      component: cell.component,
      tally: cell.tally,
    })),
    ...bearing(base, indexes).map(([f, c, own]) => ({
      id: `${factor[f]}>${component[c]}`,
      kind: /** @type {const} */ ("implementation"),
      component: c,
      factor: f,
      tally: tallyOf(base, own),
    })),
  ];
}

/** @param {Base} base */
export const nodeNames = ({ ids }) => ({
  component: ids.component.map((id) => `component:${id}`),
  outcome: ids.outcome.map((id) => `outcome:${id}`),
  factor: ids.factor.map((id) => `factor:${id}`),
});

/**
 * What helps or hinders which component: factor, component and records, in order.
 * @param {Base} base
 * @param {number[]} indexes
 */
function bearing({ data, records }, indexes) {
  const components = data.vocabularies.component.length;
  /** @type {number[][]} */
  const pairs = [];
  for (const i of indexes) {
    if (!records.onFactor[i]) continue;
    (pairs[records.factor[i] * components + records.component[i]] ??= []).push(i);
  }
  return Object.entries(pairs).map(
    ([at, own]) =>
      /** @type {const} */ ([Math.floor(Number(at) / components), Number(at) % components, own]),
  );
}

/**
 * The records of a node: those that its lines rest on.
 * @param {Base} base
 * @param {string} node
 * @param {number[]} indexes
 */
export function recordsOfNode({ ids, records }, node, indexes) {
  const [kind, id] = node.split(/:(.*)/);
  const at = ids[/** @type {keyof Ids} */ (kind)].indexOf(id);
  if (kind === "component") return indexes.filter((i) => records.component[i] === at);
  if (kind === "factor")
    return indexes.filter((i) => records.onFactor[i] && records.factor[i] === at);
  return indexes.filter((i) => records.onOutcomes[i] && records.outcomes[i].includes(at));
}
