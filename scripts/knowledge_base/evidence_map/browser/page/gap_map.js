/**
 * The map as a picture and as a table, which is on the page already: one table, with its words or
 * without.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Cell, State } from "../types.js"
 * @import { Change, Open } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element, find, write } from "#shared/elements.js";
import { grouped } from "#shared/numbers.js";
import { whenIdle } from "./elements.js";
import { createCellWriter } from "./gap_map_cells.js";
import { createGridKeys } from "./grid_keys.js";
import { createRowOrder } from "./row_order.js";

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Open} open
 * @param {Change} change
 */
export function createGapMap(engine, words, open, change) {
  const { data } = engine;
  const table = find(HTMLTableElement, ".em-table");
  const count = createCounts();
  const fill = createCellWriter(engine, words, table);
  const keys = createGridKeys(table);
  const order = createRowOrder(engine, words, table, change);
  const title = find(HTMLElement, "#em-title");
  const elsewhere = find(HTMLElement, ".em-elsewhere");
  const filledOnly = element("input", {
    type: "checkbox",
    onchange: () =>
      change((state) => {
        state.filledOnly = filledOnly.checked;
      }),
  });
  const text = element("span", {}, words.say("controls.hide_empty"));
  table.before(element("label", { class: "em-option em-hide" }, filledOnly, text));
  table.addEventListener("click", (event) => {
    const cell = event.target instanceof Element && event.target.closest("td");
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    find(HTMLElement, "a", cell).focus({ preventScroll: true });
    open(`cell:${cell.dataset.component}/${cell.closest("tr")?.dataset.outcome}`);
  });

  /**
   * What all cells in sight amount to.
   * @param {State} state
   * @param {Cell[]} cells
   */
  function conclude(state, cells) {
    const facts = { ...engine.reach(cells), home: data.home };
    const isEmpty = !cells.some((cell) => cell.tally.claims);
    write(title, words.say(isEmpty ? "no_match" : "finding", facts));
    // It speaks of all settings, so not where some are chosen.
    const speaks = !isEmpty && !state.ticks.setting.length;
    write(elsewhere, speaks ? words.say("elsewhere", facts) : "");
  }

  /**
   * @param {State} state
   * @param {Cell[]} cells
   */
  function update(state, cells) {
    const inView = cells.filter((cell) => engine.isShown(state, cell));
    conclude(state, inView);
    if (state.view !== "picture" && state.view !== "map") return;
    filledOnly.checked = state.filledOnly;
    table.classList.toggle("em-filled-only", state.filledOnly && state.view === "map");
    for (const cell of cells) if (cell.emptiness !== "no-search-reported") fill(cell);
    count(inView);
    order.update(state, inView);
    hide(engine, table, state, inView);
    // What is in sight is known for nothing once it is painted.
    whenIdle(keys.update);
    for (const old of table.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
    link(state.open)?.setAttribute("aria-current", "true");
  }

  /** The link of what a state has open, if that is a cell. */
  function link(/** @type {string} */ what) {
    const [component, outcome] = what.replace("cell:", "").split("/");
    const cell = `[data-outcome="${outcome}"] td[data-component="${component}"] a`;
    /** @type {HTMLElement | null} */
    const match = table.querySelector(cell);
    return match;
  }
  return { update, find: link };
}

/**
 * Hides the columns and rows that filters leave out, and the groups that have no row in sight.
 * @param {Engine} engine
 * @param {HTMLTableElement} table
 * @param {State} state
 * @param {Cell[]} inView
 */
function hide(engine, table, state, inView) {
  const { data, facets } = engine;
  const chosen = state.ticks.component;
  /** @type {NodeListOf<HTMLElement>} */
  const cells = table.querySelectorAll("[data-component]");
  for (const cell of cells) {
    cell.hidden = chosen.length > 0 && !chosen.includes(cell.dataset.component ?? "");
  }
  // A heading over hidden columns would keep room for them.
  /** @type {NodeListOf<HTMLTableCellElement>} */
  const headings = table.querySelectorAll(".em-group th");
  for (const heading of headings) {
    heading.colSpan = 1 + (chosen.length || facets.component.ids.length);
  }
  for (const [at, [outcome]] of data.outcomes.entries()) {
    const row = find(HTMLTableRowElement, `[data-outcome="${outcome}"]`, table);
    row.hidden = !engine.isRowShown(state, at);
    row.classList.toggle("em-blank", !inView.some((c) => c.outcome === at && c.tally.claims));
  }
  for (const body of table.tBodies) {
    body.hidden = [...body.rows].every((row) => row.hidden || !row.dataset.outcome);
  }
}

/** How many cells have which mark, in the key that is on the page already. */
function createCounts() {
  /** @type {NodeListOf<HTMLElement>} */
  const items = document.querySelectorAll(".em-scale [data-standing]");
  return (/** @type {Cell[]} */ cells) => {
    for (const item of items) {
      const own = cells.filter(({ standing }) => standing === item.dataset.standing).length;
      write(find(HTMLElement, "b", item), grouped(own));
      item.hidden = !own;
    }
  };
}
