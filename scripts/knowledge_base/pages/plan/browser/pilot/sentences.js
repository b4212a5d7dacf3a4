/**
 * What the page says of a plan, in the words of pages/plan/pilot/rows.py.
 *
 * @import { Plan } from "./types.js"
 */

import { figure, of, ofSpan, pounds, short } from "#shared/figures.js";
import { startsThere } from "./rows.js";

/** Per cent of the clinicians' paid time from which the page says that little is left. */
const NEARLY_ALL = 80;

/** @param {Plan} plan */
export function warning(plan) {
  const share = plan.clinician_share;
  const central = `${figure(share.central)} per cent`;
  const littleLeft = " That leaves little for their other work, and for leave.";
  if (share.high <= 100) {
    const sessions = `With the central figures, sessions take ${central} of the clinicians’ paid time.`;
    return share.central > NEARLY_ALL ? sessions + littleLeft : "";
  }
  let also = "";
  if (share.low > 100) {
    also = ` With the most clinicians and the shortest sessions they take ${figure(share.low)} per cent.`;
  } else if (share.central > NEARLY_ALL) {
    also = ` With the central figures they take ${central}.${share.central > 100 ? "" : littleLeft}`;
  }
  return (
    `Too few clinicians in some cases: with the fewest (${short(plan.inputs.clinicians.low)}) and ` +
    `the longest sessions, sessions take ${figure(share.high)} per cent of the clinicians’ paid ` +
    `time, which is more than there is.${also} The low cost pays for the fewest clinicians.`
  );
}

/** @param {Plan} plan */
export function summary(plan) {
  const { inputs } = plan;
  const sessions = `${figure(plan.sessions_a_month)}${plan.sessions_a_month === 1 ? " session" : " sessions"}`;
  const { low, central, high } = plan.cost;
  return (
    `${of(inputs.key_workers, "key worker")} over ${of(inputs.months, "month")} would need ` +
    `${of(plan.places, "training place")}, ${of(plan.groups, "supervision group")} with ` +
    `${sessions} a month between them, and ${ofSpan(inputs.clinicians, "full-time clinician")}. ` +
    `Training and clinicians’ pay come to between ${pounds(low)} and ${pounds(high)}, with ` +
    `${pounds(central)} in the middle` +
    `${startsThere(plan) ? "; the low end has a price that only starts there" : ""}. ` +
    "Costs that can’t be worked out from the report come on top."
  );
}
