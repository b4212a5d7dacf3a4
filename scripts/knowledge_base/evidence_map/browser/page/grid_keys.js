/**
 * The keyboard in the map: one stop for the Tab key, and arrow keys from cell to cell; with it, and
 * with the pointer, the column of a cell is lit (its row is by style alone).
 */

const STEPS = new Map([
  ["ArrowRight", [0, 1]],
  ["ArrowLeft", [0, -1]],
  ["ArrowDown", [1, 0]],
  ["ArrowUp", [-1, 0]],
]);

/** The link of a cell, if both are there to be seen. */
function linkIn(/** @type {Element | undefined} */ cell) {
  const link = cell?.querySelector("a");
  return link?.checkVisibility({ visibilityProperty: true }) ? link : null;
}

/**
 * @param {Element} target
 * @param {string} selector
 */
const around = (target, selector) => /** @type {HTMLElement | null} */ (target.closest(selector));

/**
 * Lights the column of what has the pointer or the focus.
 * @param {HTMLTableElement} table
 */
function lightColumns(table) {
  /** @param {EventTarget | null} target */
  function light(target) {
    const cell = target instanceof Element ? around(target, "[data-component]") : null;
    for (const one of table.querySelectorAll(".em-lit")) one.classList.remove("em-lit");
    const column = `[data-component="${cell?.dataset.component}"]`;
    if (cell) for (const one of table.querySelectorAll(column)) one.classList.add("em-lit");
  }
  for (const event of ["focusin", "pointerover"]) {
    table.addEventListener(event, ({ target }) => light(target));
  }
  for (const event of ["focusout", "pointerleave"]) {
    table.addEventListener(event, () => light(null));
  }
}

/** @param {HTMLTableElement} table */
export function createGridKeys(table) {
  lightColumns(table);
  table.setAttribute("role", "grid");
  for (const cell of table.querySelectorAll("td")) cell.setAttribute("role", "gridcell");
  for (const link of table.querySelectorAll("a")) link.tabIndex = -1;
  /** @type {HTMLElement | null} */
  let stop = null;

  /** Makes a link the one that the Tab key comes to. */
  function stopAt(/** @type {HTMLElement} */ link) {
    if (stop) stop.tabIndex = -1;
    stop = link;
    link.tabIndex = 0;
  }

  /**
   * The next link that way, past rows and columns that have none.
   * @param {HTMLTableCellElement} cell
   * @param {number[]} step
   */
  function next(cell, [down, right]) {
    const rows = [...table.rows].filter((row) => row.checkVisibility());
    const columns = table.rows[0].cells.length;
    let row = rows.indexOf(/** @type {HTMLTableRowElement} */ (cell.parentElement)) + down;
    let column = cell.cellIndex + right;
    while (rows[row] && column >= 0 && column < columns) {
      const link = linkIn(rows[row].cells[column]);
      if (link) return link;
      row += down;
      column += right;
    }
    return null;
  }

  table.addEventListener("keydown", (event) => {
    const link = event.target instanceof Element ? around(event.target, "a") : null;
    const cell = link?.closest("td, th");
    if (!link || !(cell instanceof HTMLTableCellElement)) return;
    const links = () =>
      [.../** @type {HTMLTableRowElement} */ (cell.parentElement).cells]
        .map(linkIn)
        .filter(Boolean);
    const step = STEPS.get(event.key);
    if (event.key === " ") link.click();
    else if (event.key === "Home") links().at(0)?.focus();
    else if (event.key === "End") links().at(-1)?.focus();
    else if (step) next(cell, step)?.focus();
    else return;
    event.preventDefault();
  });
  table.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLAnchorElement) stopAt(target);
  });
  return {
    /** After rows or columns have gone: the stop is one of those in sight. */
    update() {
      if (stop && linkIn(stop.closest("td, th") ?? undefined)) return;
      const first = [...table.querySelectorAll("td")].find(linkIn);
      const link = linkIn(first);
      if (link) stopAt(link);
    },
  };
}
