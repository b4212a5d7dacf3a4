/**
 * Courses side by side, a column each, from the cells of the page's table.
 *
 * @import { Course } from "./courses.js"
 */

import { element } from "#shared/elements.js";
import { some } from "./courses.js";
import { control, part } from "./form.js";

/** How many courses can be compared. */
const MOST = 4;

/**
 * What a cell holds, without the box that chooses it and without ids, which stand once.
 * @param {HTMLTableCellElement} cell
 */
function contents(cell) {
  const copy = /** @type {HTMLTableCellElement} */ (cell.cloneNode(true));
  for (const box of copy.querySelectorAll(".kb-check")) box.remove();
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  return [...copy.childNodes];
}

/**
 * @param {HTMLTableRowElement[]} picked
 * @param {string[]} heads The heads of the page's table.
 * @param {string} yearOfPrices
 */
function sideBySide(picked, heads, yearOfPrices) {
  const cells = picked.map((row) => [...row.cells].map(contents));
  const names = cells.map(([name]) => element("th", { scope: "col" }, ...name));
  const rows = heads.slice(1).map((head, offset) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, head),
      cells.map((column) => element("td", {}, ...column[offset + 1])),
    ),
  );
  const title = element("h3", { id: "catalogue-compare-title" }, "Side by side");
  return [
    title,
    element(
      "div",
      { class: "kb-scroll", tabindex: 0, role: "region", "aria-labelledby": title.id },
      element(
        "table",
        { class: "table" },
        element("caption", {}, `${some(picked.length)} side by side${yearOfPrices}`),
        element("thead", {}, element("tr", {}, element("td"), names)),
        element("tbody", {}, rows),
      ),
    ),
  ];
}

/**
 * The boxes in the table by which courses are chosen to compare, and the comparison.
 * @param {HTMLTableElement} table
 * @param {Map<Course, HTMLTableRowElement>} rowOf
 * @param {string} yearOfPrices
 * @param {(text: string) => void} say
 * @param {() => void} remember
 */
export function createComparison(table, rowOf, yearOfPrices, say, remember) {
  const place = part("compare");
  const heads = [...table.querySelectorAll("thead th")].map((cell) =>
    (cell.textContent ?? "").trim(),
  );
  /** @type {Map<Course, HTMLInputElement>} */
  const boxes = new Map();
  /** @type {Course[]} */
  let picked = [];

  function show() {
    for (const [course, box] of boxes) box.checked = picked.includes(course);
    place.hidden = picked.length < 2;
    place.replaceChildren();
    if (place.hidden) return;
    const rows = picked.flatMap((course) => rowOf.get(course) ?? []);
    place.append(
      ...sideBySide(rows, heads, yearOfPrices),
      element("button", { type: "button", onclick: end }, "End the comparison"),
    );
  }

  function end() {
    picked = [];
    show();
    remember();
    say("The comparison is closed.");
    control("words").focus();
  }

  /**
   * @param {Course} course
   * @param {HTMLInputElement} box
   */
  function toggle(course, box) {
    if (box.checked && picked.length >= MOST) {
      box.checked = false;
      say(`At most ${MOST} courses can be compared. Take one away first.`);
      return;
    }
    picked = picked.filter((other) => other !== course);
    if (box.checked) picked.push(course);
    show();
    say(
      picked.length < 2
        ? `${some(picked.length)} chosen. Choose ${2 - picked.length} more to compare.`
        : `${some(picked.length)} compared above the table.`,
    );
    remember();
  }

  for (const [course, row] of rowOf) {
    const box = element("input", {
      type: "checkbox",
      "aria-label": `Compare ${course.name}`,
      onchange: () => toggle(course, box),
    });
    boxes.set(course, box);
    row.cells[0].append(element("label", { class: "kb-check kb-no-print" }, box, "Compare"));
  }
  return {
    ids: () => picked.map((course) => course.id),
    choose(/** @type {string[]} */ ids) {
      picked = [...rowOf.keys()].filter((course) => ids.includes(course.id)).slice(0, MOST);
      show();
    },
  };
}
