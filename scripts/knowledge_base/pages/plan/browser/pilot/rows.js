/**
 * A plan as facts and as rows of tables. Touches no page: pages/plan/pilot/plan.py calls it too.
 *
 * @import { Range } from "#shared/figures.js"
 * @import { Inputs, Offer, PilotData, Plan } from "./types.js"
 */

import { pounds } from "#shared/figures.js";
import { say } from "#shared/sentences.js";
import {
  CYCLE_WEEKS,
  FULL_TIME,
  HARDLY_USED,
  HOURS_A_DAY,
  SESSIONS_PER_YEAR,
  WEEKS,
  groupsToBuy,
  pilotPlan,
  rules,
  sensitivity,
  placesAtLowest,
  startsThere,
  times,
  trainingPrice,
} from "./arithmetic.js";

/** @typedef {Pick<PilotData, "wording">} Words */

/** Per cent of clinicians' paid time that the gauge shows at the least and at the most. */
const GAUGE_LEAST = 120;
const GAUGE_MOST = 300;

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
 * What sentences and pictures of a plan are made of, by name.
 * @param {Plan} plan
 */
export function factsOf(plan) {
  const { inputs } = plan;
  const byGroup = inputs.offers.filter((offer) => offer.places > 1);
  const moves = sensitivity(inputs);
  const prices = inputs.offers
    .map((offer) => trainingPrice(inputs, offer))
    .toSorted((a, b) => a - b);
  const half = prices.length / 2;
  const middle = {
    low: prices[Math.ceil(half) - 1],
    central: plan.training_cost.central,
    high: prices[Math.floor(half)],
  };
  return {
    ...inputs,
    ...rules(plan),
    plan,
    offer: terms(inputs, (byGroup.length ? byGroup : inputs.offers)[0]),
    courses: inputs.offers.length,
    group_courses: byGroup.length,
    middle,
    is_median_a_price: middle.low === middle.high,
    one_number: plan.training_groups.low === plan.training_groups.high,
    is_one_length: plan.worker_hours.low === plan.worker_hours.high,
    is_one_total: plan.cost.low === plan.cost.high,
    starts_there: startsThere(plan),
    places_at_lowest: placesAtLowest(plan),
    sessions_in_a_full_year: SESSIONS_PER_YEAR[inputs.frequency],
    weeks: WEEKS,
    weeks_on: WEEKS - inputs.weeks_off,
    cycle_weeks: CYCLE_WEEKS,
    hours_a_day: HOURS_A_DAY,
    hardly_used: HARDLY_USED,
    hours_each: times(plan.worker_hours, 1 / inputs.key_workers),
    moves: Object.fromEntries(moves),
    is_moved: Object.fromEntries(moves.map(([name, { low, high }]) => [name, low !== high])),
    moves_most: moves[0][1].low === moves[0][1].high ? "none" : moves[0][0],
    moves_end: Math.max(...moves.map(([, total]) => total.high)),
    full_time: FULL_TIME,
    free_from: FULL_TIME - inputs.reserve_percent,
    gauge_end: Math.min(Math.max(plan.clinician_share.high, GAUGE_LEAST), GAUGE_MOST),
  };
}

/** @typedef {ReturnType<typeof factsOf>} PlanFacts */

/**
 * What an offer costs for all key workers, and how that is worked out.
 * @param {Words} data
 * @param {Inputs} inputs
 * @param {Offer} offer
 */
export const offerCost = ({ wording }, inputs, offer) => ({
  groups: groupsToBuy(inputs.key_workers, offer),
  cost: trainingPrice(inputs, offer),
  how: say(wording, "price_of_offer", { ...inputs, offer: terms(inputs, offer) }),
});

/**
 * People and time: what, how much, and how it is worked out.
 * @param {Words} data
 * @param {PlanFacts} facts
 */
export const timeRows = ({ wording }, facts) =>
  Object.keys(wording.lines).map((name) =>
    ["what", "figure", "how"].map((cell) => say(wording, `lines.${name}.${cell}`, facts)),
  );

/**
 * What can be costed: what, low, central and high, and how it is worked out.
 * @param {Words} data
 * @param {PlanFacts} facts
 */
export function costRows({ wording }, facts) {
  const { plan } = facts;
  /** @type {[string, Range][]} */
  const lines = [
    ["training", plan.training_cost],
    ["clinicians", plan.clinician_cost],
    ["other", plan.other_costs],
    ["all", plan.cost],
    ["each", times(plan.cost, 1 / plan.inputs.key_workers)],
  ];
  return lines
    .filter(([name]) => name !== "other" || plan.inputs.other_costs)
    .map(([name, { low, central, high }]) => [
      say(wording, `costs.${name}.what`, facts),
      pounds(low),
      pounds(central),
      pounds(high),
      say(wording, `costs.${name}.how`, facts),
    ]);
}

/**
 * All that is shown of a plan, for Python.
 * @param {Words} data
 * @param {Inputs} inputs
 */
export function resultsOf(data, inputs) {
  const facts = factsOf(pilotPlan(inputs));
  return [facts, costRows(data, facts), timeRows(data, facts)];
}
