/**
 * Where lines end: each side of a box that has lines is a node of its own, without size. Else lines
 * would run to the middle, under other boxes.
 *
 * @import { GraphNode, Places } from "./types.js"
 */

/** @typedef {{ id: string, of: GraphNode, side: "left" | "right" }} Side */

/**
 * @param {GraphNode[]} nodes
 * @returns {Side[]}
 */
export const sidesOf = (nodes) =>
  nodes
    .filter(({ kind }) => kind !== "heading")
    .flatMap((of) => [
      { id: `left ${of.id}`, of, side: "left" },
      { id: `right ${of.id}`, of, side: "right" },
    ]);

/** @param {Side} side */
export const sideNode = ({ id }) => ({
  id,
  shape: "dot",
  size: 0.01,
  borderWidth: 0,
  chosen: false,
});

/** The node that a side belongs to, or what is no side as it is. */
export const withoutSide = (/** @type {string} */ id) => id.replace(/^(left|right) /, "");

/**
 * In the narrow layout factors stand below the outcomes: their lines leave on the left too, and
 * reach components on the right, so that they run behind no box.
 * @param {GraphNode[]} nodes
 * @param {Places} places
 */
const areFactorsBelow = (nodes, places) =>
  nodes.some(
    ({ id, kind }) => kind === "factor" && places[id] && places[id][0] > places[nodes[0].id][0],
  );

/**
 * @param {Side[]} sides
 * @param {GraphNode[]} nodes
 * @param {Places} places
 */
export function placeSides(sides, nodes, places) {
  const isBelow = areFactorsBelow(nodes, places);
  return sides.map(({ id, of, side }) => {
    const place = places[of.id];
    if (!place) return { id, hidden: true };
    const [x, y, width] = place;
    const isOther = isBelow && of.kind === (side === "left" ? "component" : "factor");
    const isLeft = (side === "left") !== isOther;
    return { id, x: x + ((isLeft ? -1 : 1) * width) / 2, y, hidden: false };
  });
}
