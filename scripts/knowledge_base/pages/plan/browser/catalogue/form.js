/**
 * The form of the catalogue: what it asks for, and what it says where nothing matches.
 *
 * @import { Facts, Wording } from "#shared/sentences.js"
 * @import { Course, Filter, Filters } from "./courses.js"
 */

import { element, find } from "#shared/elements.js";
import { say } from "#shared/sentences.js";
import { FILTERS, fits } from "./courses.js";

/** @param {string} name */
export function control(name) {
  const box = document.getElementById(`catalogue-${name}`);
  if (box instanceof HTMLInputElement || box instanceof HTMLSelectElement) return box;
  throw new Error(`The form has no ${name}`);
}

/** @param {string} name */
export const part = (name) => find(HTMLElement, `#catalogue-${name}`);

/**
 * A sentence of the page's wording.
 * @param {string} key
 * @param {Facts} [facts]
 */
export function inWords(key, facts) {
  wording ??= JSON.parse(part("data").textContent ?? "").wording;
  return say(/** @type {Wording} */ (wording), key, facts);
}

/** @type {Wording | undefined} */
let wording;

/** The filters that are set. */
export function filtersSet() {
  /** @type {Filters} */
  const filters = {};
  for (const name of FILTERS) {
    const value = control(name).value.trim();
    if (value) filters[name] = value;
  }
  return filters;
}

/**
 * Sets the filters; those that aren't named are cleared. What is set stands open.
 * @param {Filters} filters
 */
export function setFilters(filters) {
  const more = find(HTMLDetailsElement, "#catalogue-more");
  for (const name of FILTERS) {
    control(name).value = filters[name] ?? "";
    if (control(name).value && more.contains(control(name))) more.open = true;
  }
}

/**
 * A filter as the form has it: `Region: South East`.
 * @param {Filter} name
 */
function asLabelled(name) {
  const box = control(name);
  const value =
    box instanceof HTMLSelectElement
      ? box.selectedOptions[0].textContent
      : inWords("words", { words: box.value });
  return inWords("filter", { label: box.labels?.[0].textContent, value });
}

/**
 * What is shown where no course matches: a button for each filter whose removal helps; for
 * each, where none does by itself.
 * @param {Course[]} courses
 * @param {Filters} filters
 * @param {(name: Filter) => void} remove
 */
export function nothingMatches(courses, filters, remove) {
  const rests = FILTERS.filter((name) => filters[name]).map((name) => {
    const matching = courses.filter((course) => fits(course, { ...filters, [name]: "" }));
    return { name, rest: matching.length };
  });
  const helps = rests.some(({ rest }) => rest);
  const buttons = rests
    .filter(({ rest }) => rest || !helps)
    .map(({ name, rest }) => {
      const text = inWords("remove", { helps, filter: asLabelled(name), rest });
      return element("button", { type: "button", onclick: () => remove(name) }, text);
    });
  return [element("p", {}, inWords("nothing")), ...buttons];
}
