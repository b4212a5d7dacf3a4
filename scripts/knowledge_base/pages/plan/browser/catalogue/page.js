/**
 * The provider catalogue: filters, orders and compares the rows of the page's table, and keeps
 * the choice in the address. The table is complete without it.
 *
 * @import { Course, Filter } from "./courses.js"
 */

import { choiceInAddress, keepInAddress, namesChoice } from "#shared/address.js";
import { element, find } from "#shared/elements.js";
import { speaker } from "#shared/status.js";
import { createComparison } from "./comparison.js";
import { FILTERS, fits, ordered, plain, some } from "./courses.js";
import { chosen, control, part } from "./form.js";
import { nothingFits } from "./nothing.js";

const OLD_DAYS = 365;
const DAY = 86_400_000;

/** @returns {[Course, HTMLTableRowElement][]} */
function readCourses() {
  const courses = JSON.parse(part("data").textContent ?? "");
  return courses.map((/** @type {Course} */ course) => {
    const row = document.getElementById(course.anchor)?.closest("tr");
    if (!row) throw new Error(`The table has no ${course.anchor}`);
    return [{ ...course, text: plain(row.textContent ?? "") }, row];
  });
}

/**
 * Marks old checks by the reader's own clock: the pages themselves have none.
 * @param {Map<Course, HTMLTableRowElement>} rows
 */
function markOld(rows) {
  for (const [course, row] of rows) {
    const age = Date.now() - new Date(`${course.checked}T00:00:00`).getTime();
    if (Math.floor(age / DAY) > OLD_DAYS) {
      const old = element("strong", { class: "kb-old" }, " (more than a year ago)");
      find(HTMLElement, ".kb-checked", row).append(old);
    }
  }
}

/**
 * The line above the table, and its caption.
 * @param {number} shown
 * @param {number} all
 * @param {number} unknown
 */
function countInWords(shown, all, unknown) {
  const text = shown === all ? `All ${some(shown)}.` : `${some(shown)} of ${all}.`;
  return unknown ? `${text} For ${unknown} of them this is not known; they come last.` : text;
}

/** The rows of the table as the form asks for them. */
class Catalogue {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.table = table;
    this.rowOf = new Map(readCourses());
    this.courses = [...this.rowOf.keys()];
    this.caption = find(HTMLElement, "caption .caption-text, caption", table);
    this.wholeCaption = this.caption.textContent ?? "";
    this.say = speaker(part("status"), 150);
    const remember = () => this.remember();
    const year = / \(prices of \d+\)$/.exec(this.wholeCaption.trim())?.[0] ?? "";
    this.comparison = createComparison(table, this.rowOf, year, this.say, remember);
    markOld(this.rowOf);
  }

  remember() {
    /** @type {[string, string][]} */
    const pairs = Object.entries(chosen());
    const ids = this.comparison.ids();
    if (control("sort").value !== "listed") pairs.push(["sort", control("sort").value]);
    if (ids.length) pairs.push(["compare", ids.join(",")]);
    keepInAddress(pairs);
  }

  show() {
    const { courses, table, wholeCaption } = this;
    const filters = chosen();
    const by = control("sort").value;
    const inOrder = ordered(courses, by);
    const fitting = inOrder.filter((course) => fits(course, filters));
    for (const course of inOrder) {
      const row = this.rowOf.get(course);
      if (!row) continue;
      row.hidden = !fitting.includes(course);
      table.tBodies[0].append(row);
    }
    const isUnknown = (/** @type {Course} */ course) => /** @type {any} */ (course)[by] === null;
    this.say(countInWords(fitting.length, courses.length, fitting.filter(isUnknown).length));
    const count = `${fitting.length} of ${some(courses.length)}`;
    const areAll = fitting.length === courses.length;
    this.caption.textContent = areAll
      ? wholeCaption
      : wholeCaption.replace(/^All \d+ courses?/, count);
    // The table lies in a frame of its own, which scrolls on narrow screens.
    const frame = /** @type {HTMLElement} */ (table.closest(".table-frame") ?? table);
    frame.hidden = !fitting.length;
    part("none").hidden = fitting.length > 0;
    part("none").replaceChildren(
      ...(fitting.length ? [] : nothingFits(courses, filters, (...what) => this.giveUp(...what))),
    );
  }

  change() {
    this.show();
    this.remember();
  }

  /**
   * Empties some filters, and moves on to one that is left.
   * @param {Filter[]} emptied
   * @param {Filter} next
   */
  giveUp(emptied, next) {
    for (const name of emptied) control(name).value = "";
    this.change();
    control(next).focus();
  }

  reset() {
    for (const name of FILTERS) control(name).value = "";
    control("sort").value = "listed";
    this.change();
  }

  follow() {
    const given = choiceInAddress();
    for (const name of FILTERS) control(name).value = given.get(name) ?? "";
    control("sort").value = given.get("sort") ?? "";
    control("sort").value ||= "listed";
    this.comparison.choose((given.get("compare") ?? "").split(","));
    this.show();
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
  part("reset").addEventListener("click", () => catalogue.reset());
  window.addEventListener("hashchange", () => {
    if (namesChoice()) catalogue.follow();
  });
  form.hidden = false;
  if (namesChoice()) catalogue.follow();
  else catalogue.show();
  if (Object.keys(chosen()).length) bringAnswerIntoSight(form);
}

/**
 * Whoever comes with a choice made sees it and what fits it; where a window is too low for both,
 * what fits it.
 * @param {HTMLElement} form
 */
function bringAnswerIntoSight(form) {
  const none = part("none");
  const answer = none.hidden ? part("status") : none.firstElementChild;
  form.closest("section")?.querySelector("h2")?.scrollIntoView({ block: "start" });
  if (answer && answer.getBoundingClientRect().bottom > window.innerHeight) {
    answer.scrollIntoView({ block: "center" });
  }
}

const form = document.getElementById("catalogue-filter");
const table = document.querySelector("table.kb-catalogue-table");
if (form instanceof HTMLFormElement && table instanceof HTMLTableElement) start(form, table);
