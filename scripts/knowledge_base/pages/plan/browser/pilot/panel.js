/**
 * Writes a plan into the marked places of pilot.html.jinja: sentences, and marks of pictures, which
 * are where one fact is on a line that ends at another: `plan.cost.low/plan.cost.high`.
 *
 * @import { PilotData } from "./types.js"
 * @import { PlanFacts } from "./rows.js"
 */

import { find, write } from "#shared/elements.js";
import { at, say } from "#shared/sentences.js";

/**
 * @param {PilotData} data
 * @param {PlanFacts} facts
 */
export function writePanel({ wording }, facts) {
  for (const place of document.querySelectorAll("[data-say]")) {
    const text = say(wording, place.getAttribute("data-say") ?? "", facts);
    write(place, text);
    const part = place.closest("[data-optional]");
    if (part instanceof HTMLElement) part.hidden = !text;
  }
  for (const side of ["x", "x1", "x2", "width"]) {
    for (const mark of document.querySelectorAll(`[data-${side}]`)) {
      const ratio = mark.getAttribute(`data-${side}`) ?? "";
      const [number, end] = ratio.split("/").map((path) => at(facts, path));
      mark.setAttribute(side, `${((100 * number) / (end || 1)).toFixed(2)}%`);
    }
  }
  const list = find(HTMLElement, ".kb-moves ol");
  for (const [name, { low, high }] of Object.entries(facts.moves)) {
    const line = find(HTMLElement, `[data-move="${name}"]`, list);
    line.hidden = low === high;
    list.append(line);
  }
}
