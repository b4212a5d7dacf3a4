/**
 * The provider catalogue: filters, orders and compares the rows of the page's table, and keeps
 * the choice in the address. The table is complete without it.
 *
 * @import { Course, Filter, Filters } from "./courses.js"
 */

import { asAddress, choiceInAddress, keepInAddress, namesChoice } from "#shared/address.js";
import { element } from "#shared/elements.js";
import { speaker } from "#shared/status.js";
import { Comparison } from "./comparison.js";
import { FILTERS, fits, ordered, plain } from "./courses.js";
import { control, filtersSet, inWords, nothingMatches, part, setFilters } from "./form.js";

const YEAR = 365 * 86_400_000;

/** @returns {[Course, HTMLTableRowElement][]} */
function readCourses() {
  const { courses } = JSON.parse(part("data").textContent ?? "");
  return courses.map((/** @type {Course} */ course) => {
    const row = document.getElementById(course.anchor)?.closest("tr");
    if (!row) throw new Error(`The table has no ${course.anchor}`);
    return [{ ...course, text: plain(row.textContent ?? "") }, row];
  });
}

/** Marks old checks by the reader's own clock: the pages themselves have none. */
function markOld() {
  for (const day of document.querySelectorAll(".kb-checked")) {
    if (Date.now() - Date.parse(day.textContent ?? "") > YEAR) {
      day.append(" ", element("strong", { class: "kb-old" }, inWords("old")));
    }
  }
}

/** The rows of the table as the form asks for them. */
class Catalogue {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.table = table;
    this.rows = new Map(readCourses());
    this.courses = [...this.rows.keys()];
    this.say = speaker(part("status"), 150);
    this.comparison = new Comparison(table, this.rows, () => this.remember());
  }

  /**
   * What the address holds.
   * @param {[string, string][]} more
   */
  state(...more) {
    const sort = control("sort").value;
    const ids = this.comparison.ids.join(",");
    const pairs = [
      ...Object.entries(filtersSet()),
      ["sort", sort === "listed" ? "" : sort],
      ["compare", ids],
      ...more,
    ];
    return /** @type {[string, string][]} */ (pairs.filter(([, value]) => value));
  }

  remember() {
    keepInAddress(this.state());
    this.comparison.open.href = `#${asAddress(this.state(["view", "comparison"]))}`;
  }

  show() {
    const filters = filtersSet();
    const by = control("sort").value;
    const inOrder = ordered(this.courses, by);
    const matching = inOrder.filter((course) => fits(course, filters));
    const rows = inOrder.flatMap((course) => {
      const row = this.rows.get(course);
      if (row) row.hidden = !matching.includes(course);
      return row ?? [];
    });
    const [body] = this.table.tBodies;
    if (rows.some((row, place) => row !== body.rows[place])) body.append(...rows);
    const isUnknown = (/** @type {Course} */ course) => /** @type {any} */ (course)[by] === null;
    this.say(
      inWords("count", {
        matching: matching.length,
        all: this.courses.length,
        is_all: matching.length === this.courses.length,
        unknown: matching.filter(isUnknown).length,
      }),
    );
    // The table is in a frame of its own, which scrolls on narrow screens.
    const frame = /** @type {HTMLElement} */ (this.table.closest(".table-frame") ?? this.table);
    frame.hidden = !matching.length;
    part("reset").hidden = !Object.keys(filters).length;
    part("none").hidden = matching.length > 0;
    part("none").replaceChildren(
      ...(matching.length
        ? []
        : nothingMatches(this.courses, filters, (name) => this.remove(name))),
    );
  }

  change() {
    this.show();
    this.remember();
  }

  /** @param {Filter} name */
  remove(name) {
    control(name).value = "";
    this.change();
    control(name).focus();
  }

  clear() {
    setFilters({});
    this.change();
    control("region").focus();
  }

  /** Takes the choice from the address; a plain name there is a place on the page. */
  follow() {
    const given = choiceInAddress();
    const target = namesChoice() ? null : document.getElementById(location.hash.slice(1));
    if (target) {
      if (target.closest("tr")?.hidden) setFilters({});
    } else {
      const filters = FILTERS.map((name) => [name, given.get(name) ?? ""]);
      setFilters(/** @type {Filters} */ (Object.fromEntries(filters)));
      control("sort").value = given.get("sort") ?? "";
      control("sort").value ||= "listed";
      this.comparison.choose((given.get("compare") ?? "").split(","));
    }
    this.show();
    this.comparison.open.href = `#${asAddress(this.state(["view", "comparison"]))}`;
    const compares = given.get("view") === "comparison" && this.comparison.ids.length > 1;
    this.comparison.view(compares, `#${asAddress(this.state()) || "find-and-compare-courses"}`);
    target?.scrollIntoView();
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLTableElement} table
 */
function start(form, table) {
  const catalogue = new Catalogue(table);
  for (const name of [...FILTERS, "sort"]) {
    const kind = name === "words" ? "input" : "change";
    control(name).addEventListener(kind, () => catalogue.change());
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  part("reset").addEventListener("click", () => catalogue.clear());
  window.addEventListener("hashchange", () => catalogue.follow());
  markOld();
  form.hidden = false;
  catalogue.follow();
  // Whoever comes with filters set sees them and what they find; in a low window, what they find.
  if (Object.keys(filtersSet()).length && part("comparison").hidden) {
    form.closest("section")?.querySelector("h2")?.scrollIntoView({ block: "start" });
    if (part("status").getBoundingClientRect().bottom > window.innerHeight) {
      part("status").scrollIntoView({ block: "start" });
    }
  }
}

const form = document.getElementById("catalogue-filter");
const table = document.querySelector("table.kb-catalogue-table");
if (form instanceof HTMLFormElement && table instanceof HTMLTableElement) start(form, table);
