/**
 * Two-step paths from a component or factor to an outcome, as `views/paths.py` reads them.
 *
 * @import { Arrow, Base, Path, Step, Tally } from "../types.js"
 */

import { decide } from "./decisions.js";
import { nodeNames, recordsOfNode } from "./graph.js";
import { tallyOf } from "./tally.js";

/**
 * What the draft logic model draws, by the ends of its arrows.
 * @param {Base} base
 * @returns {Map<string, Arrow>}
 */
export const readArrows = ({ data }) =>
  new Map(
    data.arrows.map(([start, end, indexes, assumptions, asDescribed]) => [
      `${start}>${end}`,
      { indexes, assumptions, asDescribed: Boolean(asDescribed) },
    ]),
  );

/**
 * The records of the graph's line from one node to another.
 * @param {Base} base
 * @param {Tally[][]} whole
 * @param {string} start
 * @param {string} end
 */
function recordsOfLine(base, whole, start, end) {
  const { ids, records, all } = base;
  const [[from, id], [to, target]] = [start.split(":"), end.split(":")];
  if (from === "factor") {
    const c = ids.component.indexOf(target);
    return recordsOfNode(base, start, all).filter((i) => records.component[i] === c);
  }
  if (from !== "component" || to !== "outcome") return [];
  return whole[ids.outcome.indexOf(target)][ids.component.indexOf(id)].indexes;
}

/**
 * @param {Base} base
 * @param {Tally[][]} whole
 * @param {Map<string, Arrow>} arrows
 * @param {string} start
 * @param {string} end
 * @param {Set<number>} chosen
 * @returns {Step | null}
 */
function stepOf(base, whole, arrows, start, end, chosen) {
  if (start === end) return null;
  const arrow = arrows.get(`${start}>${end}`) ?? null;
  let about = recordsOfLine(base, whole, start, end).filter((i) => chosen.has(i));
  if (arrow && !about.length) about = arrow.indexes.filter((i) => chosen.has(i));
  if (!about.length && !arrow?.assumptions.length) return null;
  return { start, end, tally: tallyOf(base, about), arrow };
}

/**
 * @param {Base} base
 * @param {Step} first
 * @param {Step} second
 * @returns {Path}
 */
function pathOf({ data, records }, first, second) {
  const [one, two] = [first.tally, second.tally];
  const publication = (/** @type {number} */ i) => `${records.study[i]} ${records.source[i]}`;
  const isFinding = (/** @type {number} */ i) => records.study[i] >= 0 && records.found[i];
  const covered = new Set(one.indexes.filter(isFinding).map(publication));
  const onBoth = two.indexes.filter((i) => isFinding(i) && covered.has(publication(i)));
  const threads = [...new Set(onBoth.map((i) => records.study[i]))].toSorted((a, b) => a - b);
  const places = one.settings.filter((id) => !data.placeless.includes(id));
  return {
    first,
    second,
    middle: first.end,
    threads,
    verdict: decide(data.verdict, {
      claims_on_both: one.claims > 0 && two.claims > 0,
      thread: threads.length > 0,
      studies_on_both: one.studies + one.reviews > 0 && two.studies + two.reviews > 0,
    }),
    sharesSetting: places.some((id) => two.settings.includes(id)),
  };
}

/**
 * @param {Base} base
 * @param {Tally[][]} whole
 * @param {Map<string, Arrow>} arrows
 * @param {string} start
 * @param {string} end The id of an outcome.
 * @param {number[]} indexes
 * @returns {Path[]}
 */
export function pathsOf(base, whole, arrows, start, end, indexes) {
  const chosen = new Set(indexes);
  const { component, outcome } = nodeNames(base);
  const middles = [...component, ...outcome];
  return middles.flatMap((middle) => {
    const first = stepOf(base, whole, arrows, start, middle, chosen);
    const second = first && stepOf(base, whole, arrows, middle, `outcome:${end}`, chosen);
    return second ? [pathOf(base, first, second)] : [];
  });
}
