/**
 * The bars of the cost, in the form of pilot.chart.html.jinja.
 *
 * @import { PilotData, Plan } from "./types.js"
 */

import { element, find } from "#shared/elements.js";
import { pounds } from "#shared/figures.js";
import { say } from "#shared/sentences.js";
import { ENDS } from "./choice.js";
import { costsOf, sayOf } from "./rows.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * A part of a bar. Its width is an attribute of SVG: pages have no inline styles.
 * @param {number} number
 * @param {number} width In per cent of the longest bar.
 */
function segment(number, width) {
  const part = document.createElementNS(SVG, "svg");
  part.setAttribute("class", `kb-seg kb-seg-${number}`);
  part.setAttribute("width", `${width.toFixed(2)}%`);
  return part;
}

/**
 * @param {string} label
 * @param {number[]} widths
 * @param {number} total
 */
const bar = (label, widths, total) =>
  element(
    "div",
    { class: "kb-bar" },
    element("span", { class: "kb-bar-name" }, label),
    element(
      "span",
      { class: "kb-track" },
      widths.map((width, at) => segment(at + 1, width)),
    ),
    element("span", { class: "kb-bar-total" }, pounds(total)),
  );

/**
 * The bars in words.
 * @param {PilotData} data
 * @param {Plan} plan
 */
export function chartInWords({ wording }, plan) {
  const bars = ENDS.map((end) => {
    const parts = costsOf(plan).map(([name, cost]) =>
      say(wording, `parts.${name}`, { cost: cost[end] }),
    );
    return say(wording, `bar.${end}`, { parts: parts.join(", "), total: plan.cost[end] });
  });
  return say(wording, "read_out", { bars });
}

/**
 * @param {PilotData} data
 * @param {Plan} plan
 */
export function writeChart(data, plan) {
  const figure = document.getElementById("pilot-chart");
  if (!figure) return;
  const series = costsOf(plan);
  const most = plan.cost.high || 1;
  const image = find(HTMLElement, "[role=img]", figure);
  image.replaceChildren(
    ...ENDS.map((end) => {
      const widths = series.map(([, cost]) => (100 * cost[end]) / most);
      return bar(data.wording.ends[end], widths, plan.cost[end]);
    }),
  );
  image.setAttribute("aria-label", chartInWords(data, plan));
  const key = series.map(([name], at) =>
    element(
      "li",
      {},
      element("span", { class: `kb-seg kb-seg-${at + 1}` }),
      sayOf(data, `costs.${name}.what`, plan),
    ),
  );
  find(HTMLElement, ".kb-key", figure).replaceChildren(...key);
}
