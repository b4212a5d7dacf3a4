/**
 * The form of the catalogue: what can be asked for, and what is.
 *
 * @import { Filter, Filters } from "./courses.js"
 */

import { find } from "#shared/elements.js";
import { FILTERS } from "./courses.js";

/** @param {string} name */
export function control(name) {
  const found = document.getElementById(`catalogue-${name}`);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`The form has no ${name}`);
}

/** @param {string} name */
export const part = (name) => find(HTMLElement, `#catalogue-${name}`);

/** What the form asks for. */
export function chosen() {
  /** @type {Filters} */
  const filters = {};
  for (const name of FILTERS) {
    const value = control(name).value.trim();
    if (value) filters[name] = value;
  }
  return filters;
}

/**
 * A filter's name and its value, as the form has them.
 * @param {Filter} name
 */
export const labelOf = (name) =>
  find(HTMLLabelElement, `label[for="catalogue-${name}"]`).textContent ?? "";

/**
 * @param {Filter} name
 * @param {string} value
 */
export function valueInWords(name, value) {
  const box = control(name);
  return box instanceof HTMLSelectElement
    ? (box.selectedOptions[0].textContent ?? "")
    : `“${value}”`;
}
