/**
 * The form: shows a choice, reads it, and says what is wrong with it.
 *
 * @import { Choice, PilotData, Problem } from "./types.js"
 */

import { element, find } from "#shared/elements.js";
import { say } from "#shared/sentences.js";
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
 * Shows a choice; for a number that is none, the text that was given for it.
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {{ get: (name: string) => string | null }} [given]
 */
export function fill(data, { course, inputs, own }, given) {
  const ownPrice = Object.entries(own).map(([name, value]) => [`own_${name}`, value]);
  const values = { course, ...flat(data, inputs), ...Object.fromEntries(ownPrice) };
  for (const [name, value] of Object.entries(values)) {
    const box = control(name);
    if (box instanceof HTMLInputElement && ticks(box)) box.checked = Boolean(value);
    else box.value = Number.isNaN(value) ? (given?.get(name) ?? "") : String(value);
  }
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
 * Opens the part of the form that something is in, and goes there.
 * @param {string} id
 */
export function go(id) {
  const target = find(HTMLElement, `#${id}, #${id}_low`);
  const part = target.closest("details");
  if (part) part.open = true;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target.matches("section") ? "start" : "center" });
}

/** Whether a reader has been shown an error that is not put right yet. */
export const isMarked = () => Boolean(document.querySelector("#pilot-form [aria-invalid]"));

/**
 * Says at each entry, and in a list with links, what is wrong with it.
 * @param {PilotData} data
 * @param {Problem[]} problems
 */
export function mark({ wording }, problems) {
  const items = [];
  for (const field of document.querySelectorAll("#pilot-form [data-field]")) {
    const name = field.getAttribute("data-field") ?? "";
    const [, message = "", refused = ""] = problems.find(([one]) => one === name) ?? [];
    const boxes = [...field.querySelectorAll("input, select")];
    for (const box of boxes) {
      if (message) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
    }
    const place = find(HTMLElement, `#pilot-${name}-error`);
    place.hidden = !message;
    place.textContent = message;
    if (!message) continue;
    const typed = refused || boxes.map((box) => /** @type {Control} */ (box).value).join(", ");
    const facts = { label: wording.inputs[name].label, typed, message };
    const text = say(wording, typed ? "problem_of" : "problem", facts);
    const part = field.closest("details");
    if (part) part.open = true;
    items.push(element("li", {}, element("a", { href: `#pilot-${name}`, "data-go": true }, text)));
  }
  const summary = find(HTMLElement, "#pilot-problems");
  summary.hidden = !items.length;
  find(HTMLElement, "ul", summary).replaceChildren(...items);
}
