/**
 * The plan as rows of a spreadsheet: what was put in, what follows, and its limits.
 *
 * @import { PlanFacts } from "./rows.js"
 * @import { Choice, PilotData, Plan } from "./types.js"
 */

import { say } from "#shared/sentences.js";
import { ALL_COURSES, OWN_PRICE, courseOf, inputsOf } from "./choice.js";
import { costRows, timeRows } from "./rows.js";

/**
 * @param {PilotData} data
 * @param {Choice} choice
 */
function courseInWords(data, choice) {
  const { wording } = data;
  const { course } = choice;
  if (course === ALL_COURSES) return say(wording, "spreadsheet.all_courses");
  const [offer] = inputsOf(data, choice).offers;
  if (course === OWN_PRICE) return say(wording, "spreadsheet.own_price", offer);
  return courseOf(data, course)?.label ?? "";
}

/**
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {Plan} plan
 * @returns {(string | number)[][]}
 */
function inputRows(data, choice, plan) {
  /** @type {(what: string, name: string, figures: (string | number)[]) => (string | number)[]} */
  const row = (what, name, figures) => [
    wording.spreadsheet.parts.inputs,
    what,
    ...figures,
    say(wording, "spreadsheet.default", { origin: data.sources[name] }),
  ];
  const { wording } = data;
  const { inputs } = plan;
  const labelOf = (/** @type {string} */ name) => wording.inputs[name].label;
  const whole = say(wording, "spreadsheet.whole_groups", { value: inputs.whole_groups });
  return [
    ...data.fields.map(({ name, label, unit }) => {
      const value = /** @type {any} */ (inputs)[name];
      const isRange = data.ranges.includes(name);
      const figures = isRange ? [value.low, value.central, value.high] : ["", value, ""];
      return row(unit ? `${label} (${unit})` : label, name, figures);
    }),
    row(labelOf("frequency"), "frequency", ["", inputs.frequency, ""]),
    row(labelOf("whole_groups"), "whole_groups", ["", whole, ""]),
    row(labelOf("course"), "course", ["", courseInWords(data, choice), ""]),
  ];
}

/**
 * @param {string} part
 * @param {string} what
 */
const remark = (part, what) => [part, what, "", "", "", ""];

/**
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {PlanFacts} facts
 * @param {string} address
 * @returns {(string | number)[][]}
 */
export function spreadsheet(data, choice, facts, address) {
  const { head, parts } = data.wording.spreadsheet;
  return [
    head,
    ...inputRows(data, choice, facts.plan),
    ...timeRows(data, facts).map(([what, much, how]) => [parts.time, what, "", much, "", how]),
    ...costRows(data, facts).map((row) => [parts.cost].concat(row)),
    ...data.wording.not_costed.map((item) => remark(parts.not_costed, item)),
    remark(parts.limits, data.limits),
    remark(parts.address, address),
  ];
}
