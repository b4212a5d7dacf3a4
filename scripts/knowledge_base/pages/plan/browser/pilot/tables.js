/**
 * Writes a plan into the tables of the page.
 *
 * @import { PlanFacts } from "./rows.js"
 * @import { Choice, PilotData, Plan } from "./types.js"
 */

import { pounds, price } from "#shared/figures.js";
import { say } from "#shared/sentences.js";
import { OWN_PRICE, number } from "./choice.js";
import { chosenOption } from "./form.js";
import { costRows, offerCost, timeRows } from "./rows.js";

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
 * @param {PlanFacts} facts
 */
function writeCourses(data, facts) {
  const place = table("courses");
  if (!place) return;
  const { inputs } = facts.plan;
  writeCaption(place, say(data.wording, "captions.courses", facts));
  for (const [position, { offer }] of Object.values(data.courses).entries()) {
    const { cells } = place.tBodies[0].rows[position];
    const { cost, how } = offerCost(data, inputs, offer);
    const texts = [how, pounds(cost), price(cost / inputs.key_workers)];
    for (const [offset, text] of texts.entries()) textOf(cells[3 + offset]).textContent = text;
  }
}

/**
 * An input as text, as `input_rows` in pages/plan/pilot/inputs.py has it.
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {Plan} plan
 * @param {string} name
 */
function inputInWords(data, choice, plan, name) {
  if (name === "course") {
    const own = { value: number(choice.own_amount) };
    return choice.course === OWN_PRICE
      ? say(data.wording, "inputs.own_amount.shown", own)
      : chosenOption("course");
  }
  const { [name]: value } = /** @type {any} */ (plan.inputs);
  return say(data.wording, `inputs.${name}.shown`, { value });
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
    const changed = { now, default: place.dataset.default };
    place.textContent = isDefault ? now : say(data.wording, "changed", changed);
    cell.classList.toggle("is-changed", !isDefault);
  }
}

/**
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {PlanFacts} facts
 */
export function writeTables(data, choice, facts) {
  const { wording } = data;
  writeTable("cost", say(wording, "captions.cost", facts), costRows(data, facts));
  writeTable("time", say(wording, "captions.time", facts), timeRows(data, facts));
  writeCourses(data, facts);
  writeInputs(data, choice, facts.plan);
}
