/**
 * The form in which a reader asks how a component leads to an outcome two steps away.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Change } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";
import { counted } from "#shared/numbers.js";
import { labelIn } from "../engine/base.js";

/**
 * @param {string} label
 * @param {[value: string, text: string][]} options
 */
const group = (label, options) =>
  element(
    "optgroup",
    { label },
    options.map(([value, text]) => element("option", { value }, text)),
  );

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Change} change
 */
export function createPathForm(engine, words, change) {
  const { data, facets } = engine;
  const { component, level } = facets;
  const start = element(
    "select",
    { id: "em-start", onchange: () => countWays() },
    group(
      "Components",
      component.ids.map((id, c) => [`component:${id}`, words.short(c)]),
    ),
    group(
      "What helps or hinders",
      data.vocabularies.factor.map(([id, label]) => [`factor:${id}`, label]),
    ),
  );
  const outcomesOf = (/** @type {number} */ at) => data.outcomes.filter(([, , own]) => own === at);
  const end = element(
    "select",
    { id: "em-end" },
    level.labels.map((label, at) =>
      group(
        label,
        outcomesOf(at).map(([id, outcome]) => [id, outcome]),
      ),
    ),
  );

  /** Says beside each outcome how many ways lead there, so that nobody tries in vain. */
  function countWays() {
    for (const option of end.options) {
      const ways = engine.paths(start.value, option.value, engine.all).length;
      const label = labelIn(facets.outcomes, option.value);
      option.textContent = `${label} – ${ways ? counted(ways, "path") : "no path"}`;
      option.dataset.ways = String(ways);
    }
    if (end.selectedOptions[0].dataset.ways === "0") {
      const first = [...end.options].find((option) => option.dataset.ways !== "0");
      if (first) end.value = first.value;
    }
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    change((state) => {
      state.path = `${start.value}/${end.value}`;
      state.open = "";
    });
  }
  return { element: formOf(start, end, submit), countWays };
}

/**
 * @param {HTMLSelectElement} start
 * @param {HTMLSelectElement} end
 * @param {(event: Event) => void} onsubmit
 */
const formOf = (start, end, onsubmit) =>
  element(
    "form",
    { class: "em-path", onsubmit },
    element(
      "p",
      {},
      "How does a component lead to an outcome two steps away? The chain follows the evidence and " +
        "the draft logic model; it says whether one study covers it, or whether it is joined, or " +
        "only assumed.",
    ),
    element("span", {}, element("label", { for: "em-start" }, "From"), start),
    element("span", {}, element("label", { for: "em-end" }, "to"), end),
    element("button", { type: "submit", class: "em-button" }, "Read the path"),
  );
