/**
 * The order of the map's rows: by group, or those with the most studies first.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Cell, State } from "../types.js"
 * @import { Change } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element, find } from "#shared/elements.js";
import { BY_EVIDENCE } from "./state.js";

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {HTMLTableElement} table
 * @param {Change} change
 */
export function createRowOrder(engine, words, table, change) {
  const { data, facets } = engine;
  const label = words.say("controls.most_studies_first");
  const toggle = element(
    "button",
    {
      type: "button",
      class: "em-order",
      onclick: () =>
        change((state) => {
          state.rows = state.rows ? "" : BY_EVIDENCE;
        }),
    },
    label,
  );
  find(HTMLElement, "thead th", table).append(toggle);
  const groups = new Map([...table.tBodies].map((body) => [body.dataset.level, body]));
  const rows = data.outcomes.map(([outcome]) =>
    find(HTMLTableRowElement, `[data-outcome="${outcome}"]`, table),
  );
  const heading = element("th", { scope: "rowgroup", role: "rowheader" }, label);
  const together = element(
    "tbody",
    { role: "rowgroup" },
    element("tr", { role: "row", class: "em-group" }, heading),
  );
  table.append(together);

  /** The outcomes in their order, those with the most studies first. */
  function byEvidence(/** @type {Cell[]} */ cells) {
    const amounts = data.outcomes.map((_, outcome) => {
      const own = cells.filter((cell) => cell.outcome === outcome);
      return engine.tally([...new Set(own.flatMap(({ tally }) => tally.indexes))]);
    });
    const more = (/** @type {number} */ a, /** @type {number} */ b) =>
      amounts[b].studies - amounts[a].studies || amounts[b].claims - amounts[a].claims;
    return [...rows.keys()].toSorted(more);
  }

  let shown = "";
  return {
    /**
     * @param {State} state
     * @param {Cell[]} cells
     */
    update({ rows: by }, cells) {
      toggle.setAttribute("aria-pressed", String(by === BY_EVIDENCE));
      const order = by === BY_EVIDENCE ? byEvidence(cells) : [...rows.keys()];
      if (by + order.join() === shown) return;
      shown = by + order.join();
      for (const outcome of order) {
        const level = facets.level.ids[data.outcomes[outcome][2]];
        (by === BY_EVIDENCE ? together : groups.get(level))?.append(rows[outcome]);
      }
    },
  };
}
