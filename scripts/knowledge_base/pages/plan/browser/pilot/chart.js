/**
 * The bars of the cost, as pages/plan/pilot/results.py draws them.
 *
 * @import { Range } from "#shared/figures.js"
 * @import { Plan } from "./types.js"
 */

import { element, find } from "#shared/elements.js";
import { pounds } from "#shared/figures.js";
import { ENDS } from "./choice.js";

/** @typedef {[name: string, cost: Range]} Series */

/**
 * @param {"low" | "central" | "high"} end
 * @param {Series[]} series
 * @param {number} total
 * @param {number} most
 */
function bar(end, series, total, most) {
  const track = element("span", { class: "kb-track" });
  for (const [position, [, cost]] of series.entries()) {
    const segment = element("span", { class: `kb-seg kb-seg-${position + 1}` });
    segment.style.width = `${((100 * cost[end]) / most).toFixed(2)}%`;
    track.append(segment);
  }
  return element(
    "div",
    { class: "kb-bar" },
    element("span", { class: "kb-bar-name" }, end[0].toUpperCase() + end.slice(1)),
    track,
    element("span", { class: "kb-bar-total" }, pounds(total)),
  );
}

/** @param {Plan} plan */
export function writeChart(plan) {
  const figure = document.getElementById("pilot-chart");
  if (!figure) return;
  /** @type {Series[]} */
  const series = [
    ["Training", plan.training_cost],
    ["Pay of clinicians", plan.clinician_cost],
  ];
  if (plan.inputs.other_costs) series.push(["Other costs", plan.other_costs]);
  const image = find(HTMLElement, "[role=img]", figure);
  const most = plan.cost.high || 1;
  image.replaceChildren(...ENDS.map((end) => bar(end, series, plan.cost[end], most)));
  const spoken = ENDS.map((end) => {
    const parts = series.map(([name, cost]) => `${name.toLowerCase()} ${pounds(cost[end])}`);
    return `${end}: ${parts.join(", ")}, together ${pounds(plan.cost[end])}`;
  });
  image.setAttribute("aria-label", `Bars of the cost. ${spoken.join("; ")}.`);
  const key = series.map(([name], position) =>
    element("li", {}, element("span", { class: `kb-seg kb-seg-${position + 1}` }), name),
  );
  find(HTMLElement, ".kb-key", figure).replaceChildren(...key);
}
