/**
 * The rows of the plan's tables, in the words of pages/plan/pilot/rows.py.
 *
 * @import { Range } from "#shared/figures.js"
 * @import { Inputs, Offer, Plan } from "./types.js"
 */

import { figure, of, ofSpan, pounds, price, rounded, short, span } from "#shared/figures.js";
import {
  CYCLE_WEEKS,
  SESSIONS_PER_YEAR,
  WEEKS,
  groupsToBuy,
  times,
  trainingPrice,
} from "./arithmetic.js";

/**
 * Whether the low cost of training rests on a price that only starts there.
 * @param {Plan} plan
 */
export const startsThere = (plan) =>
  plan.inputs.offers.some(
    (offer) => offer.at_least && trainingPrice(plan.inputs, offer) === plan.training_cost.low,
  );

/** @param {Plan} plan */
function trainingGroups(plan) {
  const { offers } = plan.inputs;
  const sizes = offers.filter((offer) => offer.places > 1);
  if (!sizes.length) return ["None", "places are bought one by one"];
  const { low, high } = plan.training_groups;
  const bought = low === high ? short(low) : `${short(low)} to ${short(high)}`;
  if (offers.length === 1) {
    return [bought, `key workers ÷ ${short(sizes[0].places)} places, rounded up`];
  }
  const courses = `${short(sizes.length)} of ${short(offers.length)} courses`;
  return [bought, `for the ${courses} sold by the group: key workers ÷ places, rounded up`];
}

/** @param {Plan} plan */
function trainingRows(plan) {
  const { inputs } = plan;
  const workers = of(inputs.key_workers, "key worker");
  return [
    ["Training places", short(plan.places), "one for each key worker"],
    ["Course groups to buy", ...trainingGroups(plan)],
    [
      "Days of training, all together",
      rounded(plan.training_days),
      `${workers} × ${ofSpan(inputs.training_days, "day")}`,
    ],
    [
      "Hours with course staff, all together",
      figure(plan.contact_hours),
      `${workers} × ${of(inputs.contact_hours, "hour")}`,
    ],
    [
      "Hours of own study, all together",
      figure(plan.independent_hours),
      `${workers} × ${of(inputs.independent_hours, "hour")}; ` +
        "the report does not say whether this is done in working time",
    ],
  ];
}

/** @param {Inputs} inputs */
function sessionsAYear(inputs) {
  const all = `${SESSIONS_PER_YEAR[inputs.frequency]} a year`;
  return inputs.weeks_off ? `${all} × ${short(WEEKS - inputs.weeks_off)} of ${WEEKS} weeks` : all;
}

/** @param {Plan} plan */
function supervisionRows(plan) {
  const { inputs } = plan;
  const aYear = sessionsAYear(inputs);
  const groups = of(plan.groups, "group");
  const teams = inputs.teams > 1 ? `in each of ${short(inputs.teams)} teams, ` : "";
  const session = ofSpan(inputs.session_hours, "hour");
  const workers = of(inputs.key_workers, "key worker");
  const one = rounded(times(plan.worker_hours, 1 / inputs.key_workers));
  const families = of(inputs.families, "family", "families");
  return [
    [
      "Supervision groups",
      short(plan.groups),
      `${teams}key workers ÷ ${short(inputs.group_size)} in a group, rounded up`,
    ],
    [
      "Sessions a month, all groups",
      figure(plan.sessions_a_month),
      `${groups} × ${aYear} ÷ 12 months`,
    ],
    [
      "Sessions over the whole time, all groups",
      figure(plan.sessions),
      `${groups} × ${aYear} × ${short(inputs.months)}/12`,
    ],
    [
      "Hours of supervision a month, one key worker",
      rounded(plan.worker_hours_a_month),
      `${aYear} ÷ 12 months × ${session}`,
    ],
    [
      "Hours of supervision over the whole time, all key workers",
      rounded(plan.supervision_hours),
      `${workers} × ${of(plan.sessions_each, "session")} × ${session}`,
    ],
    [
      "Hours of key workers, all together",
      rounded(plan.worker_hours),
      `with course staff + own study + supervision; for one key worker ${one}`,
    ],
    [
      `Minutes for each family, once in ${CYCLE_WEEKS} weeks`,
      rounded(plan.family_minutes),
      `a group’s hours in ${CYCLE_WEEKS} weeks ÷ its families, with ${families} for each key worker`,
    ],
  ];
}

/** @param {Plan} plan */
function clinicianRows(plan) {
  const { inputs } = plan;
  const prepared = `(${span(inputs.session_hours)} + ${short(inputs.preparation_hours)} of preparation) hours`;
  const length = inputs.preparation_hours ? prepared : ofSpan(inputs.session_hours, "hour");
  const each = `${of(inputs.clinicians_per_session, "clinician")} × ${length}`;
  const paid =
    `${ofSpan(inputs.clinicians, "clinician")} × ${ofSpan(inputs.weekly_hours, "hour")} a week × ` +
    `${WEEKS} weeks × ${short(inputs.months)}/12`;
  return [
    [
      "Clinicians’ hours in sessions a month",
      rounded(plan.clinician_hours_a_month),
      `sessions a month × ${each}`,
    ],
    [
      "Clinicians’ hours in sessions over the whole time",
      rounded(plan.clinician_hours),
      `sessions over the whole time × ${each}`,
    ],
    [
      "Share of the clinicians’ paid time that this takes",
      `${rounded(plan.clinician_share)} per cent`,
      `those hours ÷ (${paid}); low is the shortest sessions with the most clinicians, ` +
        "high the longest with the fewest",
    ],
  ];
}

/**
 * People and time: what, how much, and how it is worked out.
 * @param {Plan} plan
 */
export const timeRows = (plan) => [
  ...trainingRows(plan),
  ...supervisionRows(plan),
  ...clinicianRows(plan),
];

/**
 * How the cost of a course is worked out.
 * @param {Inputs} inputs
 * @param {Offer} offer
 */
export function offerHow(inputs, offer) {
  const workers = short(inputs.key_workers);
  const vat = offer.plus_vat ? ` × (1 + ${short(inputs.vat_percent)}/100 VAT)` : "";
  const cost = `${price(offer.amount)}${vat}${offer.at_least ? ", at least" : ""}`;
  if (offer.places === 1) return `${workers} × ${cost}`;
  if (inputs.whole_groups) {
    const groups = of(groupsToBuy(inputs.key_workers, offer), "group");
    return `${groups} of ${short(offer.places)} × ${cost}`;
  }
  return `${workers} ÷ ${short(offer.places)} × ${cost}`;
}

/** @param {Plan} plan */
function trainingHow(plan) {
  const { inputs } = plan;
  if (inputs.offers.length === 1) return offerHow(inputs, inputs.offers[0]);
  const starts = startsThere(plan) ? "; the price of the cheapest starts at this" : "";
  return (
    `the cheapest, the median and the dearest of ${short(inputs.offers.length)} courses for ` +
    `${of(inputs.key_workers, "key worker")}${starts}`
  );
}

/**
 * @param {string} what
 * @param {Range} cost
 * @param {string} how
 */
const costRow = (what, cost, how) => [
  what,
  pounds(cost.low),
  pounds(cost.central),
  pounds(cost.high),
  how,
];

/**
 * What can be costed: what, low, central and high, and how it is worked out.
 * @param {Plan} plan
 */
export function costRows(plan) {
  const { inputs } = plan;
  const onCost = inputs.on_cost_percent ? ` × (1 + ${short(inputs.on_cost_percent)}/100)` : "";
  const pay =
    `${span(inputs.clinicians)} full-time × ${span(inputs.salary, pounds)} a year × ` +
    `${short(inputs.months)}/12${onCost}`;
  return [
    costRow("Training", plan.training_cost, trainingHow(plan)),
    costRow("Pay of clinicians", plan.clinician_cost, pay),
    ...(inputs.other_costs ? [costRow("Other costs", plan.other_costs, "your own figure")] : []),
    costRow("All together", plan.cost, "low with low, central with central, high with high"),
    costRow(
      "For one key worker",
      times(plan.cost, 1 / inputs.key_workers),
      `all together ÷ ${short(inputs.key_workers)}`,
    ),
  ];
}
