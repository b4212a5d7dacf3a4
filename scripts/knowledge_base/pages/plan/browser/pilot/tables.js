/**
 * Writes a plan into the tables of the page.
 *
 * @import { Choice, PilotData, Plan } from "./types.js"
 */

import { of, pounds, price, short, span } from "#shared/figures.js";
import { trainingPrice } from "./arithmetic.js";
import { OWN_PRICE } from "./choice.js";
import { chosenOption } from "./form.js";
import { costRows, offerHow, timeRows } from "./rows.js";

/**
 * Where the text of a cell or of a caption stands.
 * @param {Element} box
 */
const textOf = (box) => box.querySelector("p, .caption-text") ?? box;

/**
 * @param {string} name
 * @returns {HTMLTableElement | null}
 */
const table = (name) => document.querySelector(`table.kb-pilot-${name}`);

/**
 * @param {HTMLTableElement} place
 * @param {string} text
 */
function writeCaption(place, text) {
  if (place.caption) textOf(place.caption).textContent = text;
}

/**
 * @param {string} name
 * @param {string} caption
 * @param {string[][]} rows
 */
function writeTable(name, caption, rows) {
  const place = table(name);
  if (!place) return;
  writeCaption(place, caption);
  const [body] = place.tBodies;
  // Rows are kept or copied: they carry labels for narrow screens and marks for screen readers.
  while (body.rows.length < rows.length) body.append(body.rows[0].cloneNode(true));
  while (body.rows.length > rows.length) body.deleteRow(-1);
  for (const [position, cells] of rows.entries()) {
    for (const [column, text] of cells.entries()) {
      textOf(body.rows[position].cells[column]).textContent = text;
    }
  }
}

/**
 * @param {PilotData} data
 * @param {Plan} plan
 */
function writeCourses(data, { inputs }) {
  const place = table("courses");
  if (!place) return;
  const who = of(inputs.key_workers, "key worker");
  writeCaption(place, `What each course with a known price would cost for ${who} (prices of 2023)`);
  for (const [position, { offer }] of Object.values(data.courses).entries()) {
    const { cells } = place.tBodies[0].rows[position];
    const cost = trainingPrice(inputs, offer);
    const texts = [offerHow(inputs, offer), pounds(cost), price(cost / inputs.key_workers)];
    for (const [offset, text] of texts.entries()) textOf(cells[3 + offset]).textContent = text;
  }
}

/**
 * An input as text, as `_default_shown` in pages/plan/pilot/inputs.py has it.
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {Plan} plan
 * @param {string} name
 */
function inputInWords(data, choice, plan, name) {
  if (name === "course") {
    const chosen = chosenOption("course");
    return choice.course === OWN_PRICE ? `${chosen}: ${price(choice.own.amount)}` : chosen;
  }
  if (name === "frequency") return chosenOption("frequency");
  const value = /** @type {any} */ (plan.inputs)[name];
  if (name === "whole_groups") return value ? "Yes" : "No";
  const unit = data.fields.find((field) => field.name === name)?.unit ?? "";
  const isMoney = unit.startsWith("pounds");
  const one = isMoney ? price : short;
  const text = data.ranges.includes(name) ? span(value, isMoney ? pounds : short) : one(value);
  return (text + (isMoney ? unit.slice("pounds".length) : ` ${unit}`)).trim();
}

/**
 * Writes what was put in beside its default, so that a printed plan says what it is made from.
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {Plan} plan
 */
function writeInputs(data, choice, plan) {
  const rows = table("inputs")?.tBodies[0].rows;
  if (!rows) return;
  for (const [position, name] of Object.keys(data.sources).entries()) {
    const cell = rows[position].cells[1];
    const place = textOf(cell);
    if (!(place instanceof HTMLElement)) continue;
    place.dataset.default ||= place.textContent ?? "";
    const now = inputInWords(data, choice, plan, name);
    const isDefault = now === place.dataset.default;
    place.textContent = isDefault ? now : `${now} (default: ${place.dataset.default})`;
    cell.classList.toggle("is-changed", !isDefault);
  }
}

/**
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {Plan} plan
 */
export function writeTables(data, choice, plan) {
  const who = `${of(plan.inputs.key_workers, "key worker")} over ${of(plan.inputs.months, "month")}`;
  writeTable("cost", `What can be costed for ${who} (course prices of 2023)`, costRows(plan));
  writeTable("time", `Places, groups and time for ${who}`, timeRows(plan));
  writeCourses(data, plan);
  writeInputs(data, choice, plan);
}
