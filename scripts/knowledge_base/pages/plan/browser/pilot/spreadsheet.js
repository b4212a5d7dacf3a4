/**
 * The plan as rows of a spreadsheet: what was put in, what follows, and its limits.
 *
 * @import { Choice, PilotData, Plan } from "./types.js"
 */

import { of, price } from "#shared/figures.js";
import { ALL_COURSES, OWN_PRICE, courseOf } from "./choice.js";
import { costRows, timeRows } from "./rows.js";

/**
 * @param {PilotData} data
 * @param {Choice} choice
 */
function courseInWords(data, { course, own }) {
  if (course === ALL_COURSES) return "all foundation courses with a known price";
  if (course === OWN_PRICE) return `own price: ${price(own.amount)} for ${of(own.places, "place")}`;
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
    "figure put in",
    what,
    ...figures,
    `Default: ${data.sources[name]}`,
  ];
  const { inputs } = plan;
  return [
    ...data.fields.map(({ name, label, unit }) => {
      const value = /** @type {any} */ (inputs)[name];
      const isRange = data.ranges.includes(name);
      const figures = isRange ? [value.low, value.central, value.high] : ["", value, ""];
      return row(unit ? `${label} (${unit})` : label, name, figures);
    }),
    row("How often a group meets", "frequency", ["", inputs.frequency, ""]),
    row("Groups bought whole", "whole_groups", ["", inputs.whole_groups ? "yes" : "no", ""]),
    row("Course", "course", ["", courseInWords(data, choice), ""]),
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
 * @param {Plan} plan
 * @param {string} address
 * @returns {(string | number)[][]}
 */
export function spreadsheet(data, choice, plan, address) {
  return [
    ["part", "what", "low", "central", "high", "how or from where"],
    ...inputRows(data, choice, plan),
    ...timeRows(plan).map(([what, much, how]) => ["people and time", what, "", much, "", how]),
    ...costRows(plan).map((row) => ["cost"].concat(row)),
    ...data.notCosted.map((item) => remark("not costed", item)),
    remark("limits", data.limits),
    remark("address", address),
  ];
}
