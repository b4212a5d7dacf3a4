/**
 * Courses side by side, from the cells of the page's table, in a view with an address of its own;
 * and the tray at the foot of the window that says which are chosen.
 *
 * @import { Course } from "./courses.js"
 */

import { element } from "#shared/elements.js";
import { inWords, part } from "./form.js";

/** How many courses can be compared. */
const MOST = 4;

/**
 * What a cell holds, without what chooses it and without ids, which are on the page once.
 * @param {HTMLTableCellElement} cell
 */
function contents(cell) {
  const copy = /** @type {HTMLTableCellElement} */ (cell.cloneNode(true));
  for (const box of copy.querySelectorAll(".kb-choose")) box.remove();
  for (const target of copy.querySelectorAll("[id]")) target.removeAttribute("id");
  return [...copy.childNodes];
}

/**
 * @param {HTMLTableRowElement} row
 * @param {string[]} heads
 */
function card(row, heads) {
  const [name, ...cells] = [...row.cells].map(contents);
  const facts = cells.map((cell, position) =>
    element("div", {}, element("dt", {}, heads[position + 1]), element("dd", {}, ...cell)),
  );
  return element("li", {}, element("div", {}, ...name), element("dl", {}, facts));
}

export class Comparison {
  place = part("comparison");
  /** @type {Map<Course, HTMLInputElement>} */
  boxes = new Map();
  /** @type {Course[]} */
  chosen = [];
  count = element("p", { role: "status" });
  open = element("a", { class: "kb-compare" }, inWords("compare"));
  clear = element("button", { type: "button" }, inWords("clear"));
  tray = element(
    "div",
    {
      class: "kb-tray kb-no-print",
      role: "region",
      "aria-label": inWords("to_compare"),
      hidden: true,
    },
    this.count,
    this.open,
    this.clear,
  );

  /**
   * @param {HTMLTableElement} table
   * @param {Map<Course, HTMLTableRowElement>} rows
   * @param {() => void} changed
   */
  constructor(table, rows, changed) {
    this.rows = rows;
    this.changed = changed;
    this.heads = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent ?? "");
    for (const [course, row] of rows) {
      const box = element("input", {
        type: "checkbox",
        "aria-label": inWords("compare_one", { name: course.name }),
        onchange: () => this.toggle(course, box),
      });
      this.boxes.set(course, box);
      const label = element("label", { class: "kb-check" }, box, inWords("compare"));
      row.cells[0].append(element("div", { class: "kb-choose kb-no-print" }, label));
    }
    this.clear.addEventListener("click", () => {
      const [first] = this.chosen;
      this.choose([]);
      changed();
      this.boxes.get(first)?.focus();
    });
    (table.closest(".table-frame") ?? table).after(this.tray);
  }

  get ids() {
    return this.chosen.map((course) => course.id);
  }

  /** @param {string[]} ids */
  choose(ids) {
    this.chosen = ids
      .flatMap((id) => [...this.rows.keys()].find((course) => course.id === id) ?? [])
      .slice(0, MOST);
    this.show();
  }

  show() {
    const number = this.chosen.length;
    for (const [course, box] of this.boxes) box.checked = this.chosen.includes(course);
    this.tray.hidden = !number;
    this.open.hidden = number < 2;
    this.count.textContent = inWords("chosen", { courses: number });
  }

  /**
   * @param {Course} course
   * @param {HTMLInputElement} box
   */
  toggle(course, box) {
    for (const refusal of document.querySelectorAll(".kb-refusal")) refusal.remove();
    if (box.checked && this.chosen.length >= MOST) {
      box.checked = false;
      const text = inWords("too_many", { most: MOST });
      box.closest(".kb-choose")?.append(element("p", { class: "kb-refusal", role: "alert" }, text));
      return;
    }
    this.chosen = this.chosen.filter((other) => other !== course);
    if (box.checked) this.chosen.push(course);
    this.show();
    this.changed();
  }

  /**
   * Opens the view of the chosen courses, or closes it.
   * @param {boolean} isOpen
   * @param {string} back The address of the list.
   */
  view(isOpen, back) {
    const wasOpen = !this.place.hidden;
    this.place.hidden = !isOpen;
    this.place.replaceChildren();
    if (isOpen) {
      const id = "catalogue-comparison-title";
      const title = element(
        "h2",
        { id, tabindex: -1 },
        inWords("compared", { courses: this.chosen.length }),
      );
      const rows = this.chosen.flatMap((course) => this.rows.get(course) ?? []);
      this.place.append(
        element("p", { class: "kb-no-print" }, element("a", { href: back }, inWords("back"))),
        title,
        element(
          "ul",
          { class: "kb-cards" },
          rows.map((row) => card(row, this.heads)),
        ),
      );
      title.focus();
    } else if (wasOpen) {
      this.open.focus();
    }
  }
}
