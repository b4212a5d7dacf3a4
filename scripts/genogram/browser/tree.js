import { generationsOf, siblingsOf, tiesOf } from "./family.js";
import { labelOf } from "./labels.js";

/** @import { Family, Tie, Tree } from "./types" */

/**
 * Returns a family that doesn't contradict itself as its layout needs it.
 * @type {(family: Family) => Tree}
 */
export function treeOf(family) {
  const { rows } = generationsOf(family);
  const ids = [...family.persons.keys()];
  const numbers = (/** @type {string[]} */ people) => people.map((id) => ids.indexOf(id));
  const couples = family.couples.map((couple) => {
    const siblings = siblingsOf(family, couple);
    const ties = tiesOf(couple);
    return {
      partners: numbers(couple.partners),
      children: numbers(siblings),
      twins: couple.twins.map(numbers),
      ties: siblings.map((child) => /** @type {Tie} */ (ties.get(child))),
    };
  });
  const holding = (/** @type {"partners" | "children"} */ key) =>
    ids.map((_, person) => [...couples.keys()].filter((n) => couples[n][key].includes(person)));
  return {
    family,
    ids,
    rowOf: ids.map((id) => Number(rows.get(id))),
    depth: Math.max(...rows.values()) + 1,
    labels: ids.map((id) => labelOf(family, id)),
    couples,
    parents: holding("children"),
    partnerships: holding("partners"),
  };
}
