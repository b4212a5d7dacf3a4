/**
 * The gap map, which is on the page already.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Cell, State } from "../types.js"
 * @import { Change, Open } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element, find, write } from "#shared/elements.js";
import { counted, grouped } from "#shared/numbers.js";
import { afterwards } from "./elements.js";
import { createCellWriter } from "./gap_map_cells.js";

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Open} open
 * @param {Change} change
 */
export function createGapMap(engine, words, open, change) {
  const { facets, data } = engine;
  const table = find(HTMLTableElement, ".em-table");
  const strip = createStrip();
  const fill = createCellWriter(engine, words, table);
  const isInView = rowsInView(table);
  const later = afterwards();
  const filledOnly = element("input", {
    type: "checkbox",
    onchange: () =>
      change((state) => {
        state.filledOnly = filledOnly.checked;
      }),
  });
  const text = element("span", {}, "Hide pairs without claims");
  table.before(element("label", { class: "em-option em-hide" }, filledOnly, text));
  table.addEventListener("click", (event) => {
    const cell = event.target instanceof Element && event.target.closest("td");
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    find(HTMLElement, "a", cell).focus({ preventScroll: true });
    open(`cell:${cell.dataset.component}/${cell.closest("tr")?.dataset.outcome}`);
  });

  /** Whether the component's column and the outcome's row are shown. */
  function isShown(/** @type {State} */ { ticks }, /** @type {Cell} */ { component, outcome }) {
    const column = facets.component.ids[component];
    const [row, , level] = data.outcomes[outcome];
    const isColumn = !ticks.component.length || ticks.component.includes(column);
    return isColumn && isOutcomeShown(ticks, row, facets.level.ids[level]);
  }

  let hiddenFor = "";
  /**
   * @param {State} state
   * @param {Cell[]} cells
   */
  function update(state, cells) {
    const { ticks } = state;
    filledOnly.checked = state.filledOnly;
    table.classList.toggle("em-filled-only", state.filledOnly);
    const filled = cells.filter((cell) => cell.whole.claims || engine.hasApart(cell));
    // Rows in sight change at once; the others a moment later, so that nobody waits for them.
    const [now, waiting] = [true, false].map((is) =>
      filled.filter((cell) => isInView(data.outcomes[cell.outcome][0]) === is),
    );
    for (const cell of now) fill(cell);
    later(() => {
      for (const cell of waiting) fill(cell);
    });
    strip(cells.filter((cell) => isShown(state, cell)));
    const shown = [ticks.component, ticks.outcomes, ticks.level].join("|");
    if (shown !== hiddenFor) hide(table, ticks, facets.component.ids.length);
    hiddenFor = shown;
  }

  /** The link of the cell that a state has open. */
  function link(/** @type {string} */ what) {
    const [component, outcome] = what.replace("cell:", "").split("/");
    const cell = `[data-outcome="${outcome}"] td[data-component="${component}"] a`;
    /** @type {HTMLElement | null} */
    const found = table.querySelector(cell);
    return found;
  }
  return { update, find: link };
}

/** @typedef {State["ticks"]} Ticks */

/**
 * @param {Ticks} ticks
 * @param {string} outcome
 * @param {string} level
 */
const isOutcomeShown = (ticks, outcome, level) =>
  (!ticks.outcomes.length && !ticks.level.length) ||
  ticks.level.includes(level) ||
  ticks.outcomes.includes(outcome);

/**
 * Hides the columns and rows that filters leave out.
 * @param {HTMLTableElement} table
 * @param {Ticks} ticks
 * @param {number} components
 */
function hide(table, ticks, components) {
  const chosen = ticks.component;
  /** @type {NodeListOf<HTMLElement>} */
  const cells = table.querySelectorAll("[data-component]");
  for (const cell of cells) {
    cell.hidden = chosen.length > 0 && !chosen.includes(cell.dataset.component ?? "");
  }
  // A heading over hidden columns would keep room for them.
  /** @type {NodeListOf<HTMLTableCellElement>} */
  const headings = table.querySelectorAll(".em-group th");
  for (const heading of headings) heading.colSpan = 1 + (chosen.length || components);
  for (const body of table.tBodies) {
    const level = body.dataset.level ?? "";
    const rows = [...body.rows].filter((row) => row.dataset.outcome);
    for (const row of rows) row.hidden = !isOutcomeShown(ticks, row.dataset.outcome ?? "", level);
    body.hidden = rows.every((row) => row.hidden);
  }
}

/**
 * Watches which outcomes' rows are in sight; until that is known, all are.
 * @param {HTMLTableElement} table
 */
function rowsInView(table) {
  /** @type {Set<string | undefined>} */
  const inView = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const { outcome } = /** @type {HTMLElement} */ (target).dataset;
        if (isIntersecting) inView.add(outcome);
        else inView.delete(outcome);
      }
    },
    { rootMargin: "100px 0px" },
  );
  for (const row of table.querySelectorAll("tr[data-outcome]")) observer.observe(row);
  return (/** @type {string} */ outcome) => !inView.size || inView.has(outcome);
}

/** The line above the gap map, in the page already: how many pairs have which kind of findings. */
function createStrip() {
  const lead = find(HTMLElement, "#em-strip-of");
  /** @type {NodeListOf<HTMLElement>} */
  const items = document.querySelectorAll(".em-strip li");
  return (/** @type {Cell[]} */ cells) => {
    write(lead, `Of ${counted(cells.length, "pair")} of a component and an outcome`);
    for (const item of items) {
      const own = cells.filter(({ standing }) => standing === item.dataset.standing).length;
      write(find(HTMLElement, "b", item), grouped(own));
      item.hidden = !own;
    }
  };
}
