/**
 * What an area would need for a pilot: places, hours, groups, clinicians and cost. Touches no page:
 * pages/plan/pilot/plan.py calls it too.
 *
 * @import { Range } from "#shared/figures.js"
 * @import { Field, Inputs, Offer, PilotData, Plan, Problem } from "./types.js"
 */

import { say } from "#shared/sentences.js";

/** @typedef {Pick<PilotData, "fields" | "ranges" | "mostPrice" | "wording">} PilotLimits */

/** In a year without weeks off. */
export const SESSIONS_PER_YEAR = { weekly: 52, fortnightly: 26, monthly: 12, quarterly: 4 };
export const WEEKS = 52;
/** In Greenwich, each family is to be discussed once in so many weeks. */
export const CYCLE_WEEKS = 4;

/**
 * @param {number} low
 * @param {number} central
 * @param {number} high
 * @returns {Range}
 */
const range = (low, central, high) => ({ low, central, high });

/** @param {number} figure */
const fixed = (figure) => range(figure, figure, figure);

/**
 * @param {Range} a
 * @param {number} factor
 */
export const times = (a, factor) => range(a.low * factor, a.central * factor, a.high * factor);

/**
 * @param {Range} a
 * @param {Range} b
 */
const plus = (a, b) => range(a.low + b.low, a.central + b.central, a.high + b.high);

/**
 * @param {Range} a
 * @param {Range} b
 */
const product = (a, b) => range(a.low * b.low, a.central * b.central, a.high * b.high);

/**
 * The least, the median and the greatest.
 * @param {number[]} figures
 */
function spread(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const middle = sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return range(sorted[0], middle, sorted[sorted.length - 1]);
}

/**
 * How many groups there are if teams are as equal as can be and never mixed.
 * @param {number} keyWorkers
 * @param {number} teams
 * @param {number} groupSize
 */
function supervisionGroups(keyWorkers, teams, groupSize) {
  const each = Math.floor(keyWorkers / teams);
  const larger = keyWorkers % teams;
  return (
    larger * Math.ceil((each + 1) / groupSize) + (teams - larger) * Math.ceil(each / groupSize)
  );
}

/**
 * How often the offer's price must be paid so that everybody has a place.
 * @param {number} keyWorkers
 * @param {Offer} offer
 */
export const groupsToBuy = (keyWorkers, offer) => Math.ceil(keyWorkers / offer.places);

/**
 * What the offer costs for all key workers, with VAT where that comes on top.
 * @param {Inputs} inputs
 * @param {Offer} offer
 */
export function trainingPrice(inputs, offer) {
  const bought = inputs.whole_groups
    ? groupsToBuy(inputs.key_workers, offer)
    : inputs.key_workers / offer.places;
  const price = bought * offer.amount;
  return offer.plus_vat ? price * (1 + inputs.vat_percent / 100) : price;
}

/**
 * @param {PilotLimits} limits
 * @param {Field} field
 * @param {any} value A number or a range, unless a notebook puts in something else.
 */
function problemOf({ ranges, wording }, field, value) {
  const isRange = ranges.includes(field.name);
  if (isRange && typeof value !== "object") return say(wording, "problems.no-range");
  const figures = isRange ? [value?.low, value?.central, value?.high] : [value];
  const { least, most } = field;
  for (const figure of figures) {
    if (!Number.isFinite(figure)) return say(wording, "problems.no-number");
    if (field.whole && figure !== Math.trunc(figure)) return say(wording, "problems.not-whole");
    if (figure < least || figure > most) {
      return say(wording, "problems.out-of-range", { least, most });
    }
  }
  if (figures[0] > figures[1] || figures[1] > figures[2]) {
    return say(wording, "problems.not-in-order");
  }
  return "";
}

/**
 * What keeps a plan from being made.
 * @param {Inputs} inputs
 * @param {PilotLimits} limits
 * @returns {Problem[]}
 */
export function problemsOf(inputs, limits) {
  const { fields, mostPrice, wording } = limits;
  /** @type {Problem[]} */
  const problems = [];
  for (const field of fields) {
    const value = /** @type {any} */ (inputs)[field.name];
    const message = problemOf(limits, field, value);
    if (message) problems.push([field.name, message]);
  }
  if (!Object.hasOwn(SESSIONS_PER_YEAR, inputs.frequency)) {
    const frequencies = Object.keys(SESSIONS_PER_YEAR);
    problems.push(["frequency", say(wording, "problems.no-frequency", { frequencies })]);
  }
  const isCounted = !problems.some(([name]) => name === "key_workers" || name === "teams");
  if (isCounted && inputs.teams > inputs.key_workers) {
    problems.push(["teams", say(wording, "problems.more-teams-than-workers")]);
  }
  for (const { amount, places } of inputs.offers) {
    if (!(Number.isFinite(amount) && amount >= 0 && amount <= mostPrice)) {
      problems.push(["own_amount", say(wording, "problems.price", { most: mostPrice })]);
    }
    if (!(places >= 1 && places === Math.trunc(places))) {
      problems.push(["own_places", say(wording, "problems.places")]);
    }
  }
  if (!inputs.offers.length) problems.push(["own_amount", say(wording, "problems.no-course")]);
  return problems;
}

/**
 * What the courses take, for all key workers together.
 * @param {Inputs} inputs
 */
function training(inputs) {
  const workers = inputs.key_workers;
  const bought = inputs.offers
    .filter((offer) => offer.places > 1)
    .map((offer) => groupsToBuy(workers, offer));
  return {
    places: workers,
    training_groups: spread(bought.length ? bought : [0]),
    training_days: times(inputs.training_days, workers),
    contact_hours: workers * inputs.contact_hours,
    independent_hours: workers * inputs.independent_hours,
  };
}

/**
 * Hours in per cent of paid ones: the least of the most, and the most of the least.
 * @param {Range} hours
 * @param {Range} paid
 */
const share = (hours, paid) =>
  range(
    (100 * hours.low) / paid.high,
    (100 * hours.central) / paid.central,
    (100 * hours.high) / paid.low,
  );

/** @param {Inputs} inputs */
const sessionsAYear = (inputs) =>
  (SESSIONS_PER_YEAR[inputs.frequency] * (WEEKS - inputs.weeks_off)) / WEEKS;

/**
 * What the sessions of the supervision groups take.
 * @param {Inputs} inputs
 */
function supervision(inputs) {
  const workers = inputs.key_workers;
  const groups = supervisionGroups(workers, inputs.teams, inputs.group_size);
  const aYear = sessionsAYear(inputs);
  const largestTeam = Math.ceil(workers / inputs.teams);
  const sessionsEach = (aYear * inputs.months) / 12;
  const session = inputs.session_hours;
  const clinicianHoursEach = times(
    plus(session, fixed(inputs.preparation_hours)),
    inputs.clinicians_per_session,
  );
  const clinicianHours = times(clinicianHoursEach, groups * sessionsEach);
  const post = times(inputs.weekly_hours, (WEEKS * inputs.months) / 12);
  const ofFamilies = workers * inputs.families;
  return {
    groups,
    largest_group: Math.ceil(largestTeam / Math.ceil(largestTeam / inputs.group_size)),
    sessions_each: sessionsEach,
    sessions: groups * sessionsEach,
    sessions_a_month: (groups * aYear) / 12,
    worker_hours_a_month: times(session, aYear / 12),
    supervision_hours: times(session, workers * sessionsEach),
    family_minutes: times(session, (((60 * aYear * CYCLE_WEEKS) / WEEKS) * groups) / ofFamilies),
    clinician_hours_a_month: times(clinicianHoursEach, (groups * aYear) / 12),
    clinician_hours: clinicianHours,
    clinician_share: share(clinicianHours, product(inputs.clinicians, post)),
    low_total_share: share(clinicianHours, times(post, inputs.clinicians.low)),
    clinicians_needed: share(clinicianHours, times(post, 100 - inputs.reserve_percent)),
  };
}

/**
 * What can be costed.
 * @param {Inputs} inputs
 */
function costs(inputs) {
  const trainingCost = spread(inputs.offers.map((offer) => trainingPrice(inputs, offer)));
  const clinicianCost = times(
    times(product(inputs.clinicians, inputs.salary), inputs.months / 12),
    1 + inputs.on_cost_percent / 100,
  );
  const otherCosts = fixed(inputs.other_costs);
  return {
    training_cost: trainingCost,
    clinician_cost: clinicianCost,
    other_costs: otherCosts,
    cost: plus(plus(trainingCost, clinicianCost), otherCosts),
  };
}

/**
 * What follows from inputs that have no problems.
 * @param {Inputs} inputs
 */
export function pilotPlan(inputs) {
  const workers = inputs.key_workers;
  const sessions = supervision(inputs);
  const ofTraining = workers * inputs.contact_hours + workers * inputs.independent_hours;
  return {
    inputs,
    ...training(inputs),
    ...sessions,
    worker_hours: plus(sessions.supervision_hours, fixed(ofTraining)),
    ...costs(inputs),
  };
}

/** Per cent of paid time: more can't be worked. */
export const FULL_TIME = 100;
/** Per cent of paid time below which the page asks whether so many clinicians are needed; our choice. */
export const HARDLY_USED = 10;
/** More hours with course staff than this do not fit into a day of teaching; our choice. */
export const HOURS_A_DAY = 8;

/**
 * Whether paid time holds the sessions and what is to be left free, and where not.
 * @param {Plan} plan
 */
function capacityOf({ clinician_share: { low, central, high }, inputs }) {
  const most = FULL_TIME - inputs.reserve_percent;
  if (low > FULL_TIME) return "short-at-best";
  if (central > FULL_TIME) return "short-centrally";
  if (central > most) return "tight-centrally";
  if (high > FULL_TIME) return "short-at-worst";
  return high > most ? "tight-at-worst" : "enough";
}

/**
 * What a plan must keep to for its figures to make sense, and whether it does.
 * @param {Plan} plan
 */
export function rules(plan) {
  const { inputs } = plan;
  return {
    capacity: capacityOf(plan),
    is_low_total_staffed: plan.low_total_share.low <= FULL_TIME,
    is_paid_time_used: plan.clinician_share.central >= HARDLY_USED,
    fits_time_frame: inputs.months >= inputs.course_months,
    fits_days: inputs.contact_hours <= HOURS_A_DAY * inputs.training_days.high,
    is_study_a_minimum:
      inputs.contact_hours + inputs.independent_hours === inputs.least_study_hours,
    is_group_as_advised: plan.largest_group <= inputs.advised_group_size,
    is_cycle_kept: sessionsAYear(inputs) * CYCLE_WEEKS >= WEEKS,
    is_usual_level: !inputs.level,
    pays_less_than_therapists: inputs.salary.low < inputs.therapist_salary,
  };
}

/**
 * The total cost at both ends of each uncertain input, with all others at their central figures;
 * the one that moves it most comes first. For VAT and for groups bought whole, low is without them.
 * @param {Inputs} inputs
 * @returns {[name: string, total: Range][]}
 */
export function sensitivity(inputs) {
  const { cost, training_cost: courses } = pilotPlan(inputs);
  /** @param {Partial<Inputs>} changes */
  const total = (changes) => pilotPlan({ ...inputs, ...changes }).cost.central;
  /** @param {"clinicians" | "salary"} name */
  const ends = (name) =>
    range(
      total({ [name]: fixed(inputs[name].low) }),
      cost.central,
      total({ [name]: fixed(inputs[name].high) }),
    );
  /** @type {[string, Range][]} */
  const totals = [
    ["offers", plus(courses, fixed(cost.central - courses.central))],
    ["clinicians", ends("clinicians")],
    ["salary", ends("salary")],
    ["vat_percent", range(total({ vat_percent: 0 }), cost.central, cost.central)],
    ["whole_groups", range(total({ whole_groups: false }), cost.central, cost.central)],
  ];
  return totals.toSorted(([, a], [, b]) => a.low - a.high - (b.low - b.high));
}

/**
 * The offers that the low cost of training rests on.
 * @param {Plan} plan
 */
const lowestOffers = ({ inputs, training_cost: cost }) =>
  inputs.offers.filter((offer) => trainingPrice(inputs, offer) === cost.low);

/**
 * Whether the low cost of training rests on a price that only starts there.
 * @param {Plan} plan
 */
export const startsThere = (plan) => lowestOffers(plan).some((offer) => offer.at_least);

/**
 * How many places the price has that the low cost of training rests on, where it is paid for whole
 * groups; 1 where each place has its price.
 * @param {Plan} plan
 */
export const placesAtLowest = (plan) =>
  plan.inputs.whole_groups ? (lowestOffers(plan)[0]?.places ?? 1) : 1;
