/**
 * The form: shows a choice, reads it, and says what is wrong with it.
 *
 * @import { Choice, PilotData, Problem } from "./types.js"
 */

import { element, find } from "#shared/elements.js";
import { say } from "#shared/sentences.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** @returns {Control[]} */
const controls = () => Array.from(document.querySelectorAll("#pilot-form :is(input, select)"));

/** @param {string} id */
const nameOf = (id) => id.replace("pilot-", "");

/** @param {Control} box */
const ticks = (box) => box instanceof HTMLInputElement && box.type === "checkbox";

/** @param {Choice} choice */
export function fill(choice) {
  for (const box of controls()) {
    const text = choice[nameOf(box.id)];
    if (box instanceof HTMLInputElement && ticks(box)) box.checked = text === "true";
    else box.value = text;
  }
}

/**
 * What the form holds.
 * @returns {Choice}
 */
export const read = () =>
  Object.fromEntries(
    controls().map((box) => [
      nameOf(box.id),
      box instanceof HTMLInputElement && ticks(box) ? String(box.checked) : box.value,
    ]),
  );

/** @param {string} name */
export const chosenOption = (name) =>
  find(HTMLSelectElement, `#pilot-${name}`).selectedOptions[0].textContent ?? "";

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
 * @param {string[]} unknown What the address names that has no entry.
 */
export function mark({ wording }, problems, unknown) {
  const items = unknown.map((name) =>
    element("li", {}, say(wording, "unknown_name", { name: name.slice(0, 60) })),
  );
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
    const entry = refused || boxes.map((box) => read()[nameOf(box.id)]).join(", ");
    const facts = { label: wording.inputs[name].label, typed: entry, message };
    const text = say(wording, entry ? "problem_of" : "problem", facts);
    const part = field.closest("details");
    if (part) part.open = true;
    items.push(element("li", {}, element("a", { href: `#pilot-${name}`, "data-go": true }, text)));
  }
  const summary = find(HTMLElement, "#pilot-problems");
  summary.hidden = !items.length;
  find(HTMLElement, "ul", summary).replaceChildren(...items);
}
