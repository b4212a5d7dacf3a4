/**
 * What pictures of the gap map share: which cells there are, and how a cell is edged.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { State } from "../types.js"
 * @import { Pencil } from "./drawing.js"
 */

import { tag } from "./drawing.js";

/**
 * The columns and rows of the gap map that the filters leave.
 * @param {Engine} engine
 * @param {State} state
 */
export function gridOf({ data, facets }, { ticks }) {
  const { component, level, outcomes: outcome } = ticks;
  const areAll = !outcome.length && !level.length;
  const components = [...facets.component.ids.entries()];
  const outcomes = [...data.outcomes.entries()];
  return {
    columns: components
      .filter(([, id]) => !component.length || component.includes(id))
      .map(([c]) => c),
    /** @param {number} l */
    rowsOf: (l) =>
      outcomes
        .filter(([, [id, , own]]) => {
          const isChosen = level.includes(facets.level.ids[l]) || outcome.includes(id);
          return own === l && (areAll || isChosen);
        })
        .map(([o]) => o),
  };
}

/**
 * How a cell of a standing is drawn: an edge, a ground, or neither.
 * @param {Pencil} pencil
 * @param {string} standing
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
export function boxed({ colours }, standing, x, y, width, height) {
  const edge = colours["line-strong"];
  const direct = { fill: colours["accent-soft"], stroke: colours.accent, "stroke-width": 2 };
  const indirect = { fill: colours.surface, stroke: edge };
  const dashed = { fill: "none", stroke: edge, "stroke-dasharray": "3 3" };
  /** @type {Map<string, Record<string, string | number>>} */
  const looks = new Map([
    ["direct", direct],
    ["only-indirect", indirect],
    ["direct-left-out", indirect],
    ["only-expected", dashed],
    ["findings-left-out", dashed],
    ["none-found", { fill: "url(#lacking)", stroke: edge }],
    ["said-to-be-lacking", { fill: "url(#lacking)", stroke: colours.line }],
  ]);
  const look = looks.get(standing) ?? { fill: "none", stroke: colours.line };
  return tag("rect", { x, y, width, height, rx: 3, ...look });
}

/**
 * The hatching of cells of which it is said that evidence is lacking.
 * @param {Pencil} pencil
 */
export const hatching = ({ colours }) =>
  tag(
    "defs",
    {},
    tag(
      "pattern",
      {
        id: "lacking",
        width: 8,
        height: 8,
        patternUnits: "userSpaceOnUse",
        patternTransform: "rotate(45)",
      },
      tag("path", { d: "M0 0v8", stroke: colours.line, "stroke-width": 4 }),
    ),
  );
