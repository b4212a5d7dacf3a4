/**
 * The form: shows a choice, reads it, and says what is wrong with it.
 *
 * @import { Choice, PilotData, Problem } from "./types.js"
 */

import { element, find } from "#shared/elements.js";
import { flat, number, put } from "./choice.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * @param {string} name
 * @returns {Control}
 */
function control(name) {
  const found = document.getElementById(`pilot-${name}`);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`The form has no ${name}`);
}

/** @param {Control} box */
const ticks = (box) => box instanceof HTMLInputElement && box.type === "checkbox";

/** @param {string} name */
export const chosenOption = (name) =>
  find(HTMLSelectElement, `#pilot-${name}`).selectedOptions[0].textContent ?? "";

/**
 * @param {string} name
 * @param {number | string | boolean} value
 */
function fillOne(name, value) {
  const box = control(name);
  if (box instanceof HTMLInputElement && ticks(box)) box.checked = Boolean(value);
  else box.value = Number.isNaN(value) ? "" : String(value);
}

/**
 * @param {PilotData} data
 * @param {Choice} choice
 */
export function fill(data, choice) {
  fillOne("course", choice.course);
  for (const [name, value] of Object.entries(flat(data, choice.inputs))) fillOne(name, value);
  for (const [name, value] of Object.entries(choice.own)) fillOne(`own_${name}`, value);
}

/** @param {string} name */
const isTicked = (name) => find(HTMLInputElement, `#pilot-${name}`).checked;

/**
 * Reads the figures into the choice; the course stays as it was.
 * @param {PilotData} data
 * @param {Choice} choice
 */
export function read(data, { inputs, own }) {
  for (const name of Object.keys(flat(data, inputs))) {
    const box = control(name);
    const text = name === "frequency" ? box.value : number(box.value);
    put(data, inputs, name, ticks(box) ? isTicked(name) : text);
  }
  own.amount = number(control("own_amount").value);
  own.places = number(control("own_places").value);
  own.plus_vat = isTicked("own_plus_vat");
}

/**
 * @param {Element} box
 * @param {string} name
 * @param {string} message
 */
function markOne(box, name, message) {
  const place = document.getElementById(`pilot-${name}-error`);
  if (place) {
    place.hidden = !message;
    place.textContent = message;
  }
  for (const input of box.querySelectorAll("input[type=text]")) {
    if (message) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  const part = box.closest("details");
  if (message && part) part.open = true;
}

/**
 * Says at each figure, and in a list with links, what is wrong with it.
 * @param {PilotData} data
 * @param {Problem[]} problems
 */
export function mark(data, problems) {
  for (const box of document.querySelectorAll("#pilot-form [data-field]")) {
    const name = box.getAttribute("data-field") ?? "";
    markOne(box, name, problems.find(([field]) => field === name)?.[1] ?? "");
  }
  const list = find(HTMLElement, "#pilot-problems");
  list.hidden = !problems.length;
  list.replaceChildren();
  if (!problems.length) return;
  const items = problems.map(([name, message]) => {
    const target = find(HTMLElement, `#pilot-${name}, #pilot-${name}_low`);
    /** @param {Event} event */
    const go = (event) => {
      event.preventDefault();
      target.focus();
    };
    const text = `${data.wording.inputs[name].label}: ${message}`;
    return element("li", {}, element("a", { href: `#${target.id}`, onclick: go }, text));
  });
  list.append(element("p", {}, data.wording.still_the_last_plan), element("ul", {}, ...items));
}
