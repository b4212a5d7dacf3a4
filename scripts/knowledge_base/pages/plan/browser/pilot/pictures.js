/**
 * Where the marks of a plan's pictures are, in per cent of their widths, as
 * pages/plan/pilot/pictures.py works them out.
 *
 * @import { Inputs, Plan } from "./types.js"
 */

import { FULL_TIME, sensitivity } from "./arithmetic.js";
import { ENDS } from "./choice.js";

const GAUGE_LEAST = 120;
const GAUGE_MOST = 300;

/**
 * The parts of the cost at each end of its range, against the highest cost.
 * @param {Plan} plan
 */
export function bars(plan) {
  const most = plan.cost.high || 1;
  const parts = {
    training: plan.training_cost,
    clinicians: plan.clinician_cost,
    other: plan.other_costs,
  };
  return Object.fromEntries(
    ENDS.map((end) => [
      end,
      Object.fromEntries(
        Object.entries(parts).map(([name, cost]) => [name, (100 * cost[end]) / most]),
      ),
    ]),
  );
}

/**
 * How much of the clinicians' paid time sessions take, and what is to be left free.
 * @param {Plan} plan
 */
export function gauge({ clinician_share: share, inputs }) {
  const end = Math.min(Math.max(share.high, GAUGE_LEAST), GAUGE_MOST);
  const [low, central, high] = ENDS.map((one) => (100 * Math.min(share[one], end)) / end);
  const full = (100 * FULL_TIME) / end;
  const free = (100 * (FULL_TIME - inputs.reserve_percent)) / end;
  return { low, range: high - low, central, free, reserve: full - free, full, over: 100 - full };
}

/**
 * The total at both ends of each uncertain input, and its bar; the longest first.
 * @param {Inputs} inputs
 */
export function moves(inputs) {
  const totals = sensitivity(inputs);
  const least = Math.min(...totals.map(([, { low }]) => low));
  const span = Math.max(...totals.map(([, { high }]) => high)) - least || 1;
  return Object.fromEntries(
    totals.map(([name, { low, central, high }]) => [
      name,
      {
        low,
        high,
        start: (100 * (low - least)) / span,
        width: (100 * (high - low)) / span,
        central: (100 * (central - least)) / span,
      },
    ]),
  );
}
