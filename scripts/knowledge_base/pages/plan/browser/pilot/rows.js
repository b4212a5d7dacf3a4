/**
 * A plan in sentences and in the rows of its tables, from the wording that pages/plan/pilot/rows.py
 * reads too.
 *
 * @import { Range } from "#shared/figures.js"
 * @import { Inputs, Offer, PilotData, Plan } from "./types.js"
 */

import { pounds } from "#shared/figures.js";
import { say } from "#shared/sentences.js";
import {
  CYCLE_WEEKS,
  SESSIONS_PER_YEAR,
  WEEKS,
  capacityOf,
  groupsToBuy,
  startsThere,
  times,
} from "./arithmetic.js";

/** @typedef {Pick<PilotData, "wording">} Words */

/**
 * What an offer costs, and how many of it must be paid for.
 * @param {Inputs} inputs
 * @param {Offer} offer
 */
function terms(inputs, offer) {
  const byGroup = inputs.whole_groups ? "by-group" : "shared";
  return {
    at_least: false,
    ...offer,
    sold: offer.places > 1 ? byGroup : "by-place",
    groups: groupsToBuy(inputs.key_workers, offer),
  };
}

/**
 * A sentence of the wording on a plan.
 * @param {Words} data
 * @param {string} key
 * @param {Plan} plan
 */
export function sayOf({ wording }, key, plan) {
  const { inputs } = plan;
  const byGroup = inputs.offers.filter((offer) => offer.places > 1);
  const { low, high } = plan.training_groups;
  return say(wording, key, {
    ...inputs,
    plan,
    offer: terms(inputs, (byGroup.length ? byGroup : inputs.offers)[0]),
    courses: inputs.offers.length,
    group_courses: byGroup.length,
    one_number: low === high,
    starts_there: startsThere(plan),
    capacity: capacityOf(plan),
    sessions_in_a_full_year: SESSIONS_PER_YEAR[inputs.frequency],
    weeks: WEEKS,
    weeks_on: WEEKS - inputs.weeks_off,
    cycle_weeks: CYCLE_WEEKS,
    hours_each: times(plan.worker_hours, 1 / inputs.key_workers),
  });
}

/**
 * How the cost of a course is worked out.
 * @param {Words} data
 * @param {Inputs} inputs
 * @param {Offer} offer
 */
export const offerHow = ({ wording }, inputs, offer) =>
  say(wording, "price_of_offer", { ...inputs, offer: terms(inputs, offer) });

/**
 * People and time: what, how much, and how it is worked out.
 * @param {Words} data
 * @param {Plan} plan
 */
export const timeRows = (data, plan) =>
  Object.keys(data.wording.lines).map((name) =>
    ["what", "figure", "how"].map((cell) => sayOf(data, `lines.${name}.${cell}`, plan)),
  );

/**
 * What the cost is made of, by the name of its line; other costs if there are any.
 * @param {Plan} plan
 * @returns {[name: string, cost: Range][]}
 */
export const costsOf = (plan) => [
  ["training", plan.training_cost],
  ["clinicians", plan.clinician_cost],
  .../** @type {[string, Range][]} */ (
    plan.inputs.other_costs ? [["other", plan.other_costs]] : []
  ),
];

/**
 * What can be costed: what, low, central and high, and how it is worked out.
 * @param {Words} data
 * @param {Plan} plan
 */
export function costRows(data, plan) {
  /** @type {[string, Range][]} */
  const lines = [
    ...costsOf(plan),
    ["all", plan.cost],
    ["each", times(plan.cost, 1 / plan.inputs.key_workers)],
  ];
  return lines.map(([name, { low, central, high }]) => [
    sayOf(data, `costs.${name}.what`, plan),
    pounds(low),
    pounds(central),
    pounds(high),
    sayOf(data, `costs.${name}.how`, plan),
  ]);
}
