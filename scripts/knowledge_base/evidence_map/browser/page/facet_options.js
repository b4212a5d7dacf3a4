/**
 * The options of the facets: a box each, and how many claims it would leave.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Facet, Result, State } from "../types.js"
 * @import { Change } from "./app.js"
 */

import { element, write } from "#shared/elements.js";
import { grouped } from "#shared/numbers.js";
import { emptyState } from "./state.js";

/** @typedef {{ input: HTMLInputElement, count: HTMLElement, label: HTMLElement }} Option */

/**
 * @param {Engine} engine
 * @param {Change} change
 */
export function createOptions(engine, change) {
  const { facets, data } = engine;
  const totals = engine.filter(emptyState(engine.facetNames)).counts;
  /** @type {Map<string, (Option | null)[]>} */
  const options = new Map();

  /**
   * @param {Facet} facet
   * @param {string} id
   */
  function tick({ name, ids }, id, isTicked = false) {
    change((state) => {
      const ticked = state.ticks[name];
      state.ticks[name] = ids.filter((one) => (one === id ? isTicked : ticked.includes(one)));
    });
  }

  /**
   * @param {Facet} facet
   * @param {number} at
   */
  function option(facet, at) {
    const id = facet.ids[at];
    const input = element("input", {
      type: "checkbox",
      onchange: () => tick(facet, id, input.checked),
    });
    const count = element("span", { class: "em-count" });
    const text = element("span", {}, facet.labels[at]);
    const isLevel = facet.name === "level";
    const label = element(
      "label",
      { class: isLevel ? "em-option em-level" : "em-option" },
      input,
      text,
      count,
    );
    const choices = options.get(facet.name) ?? [];
    choices[at] = { input, count, label };
    options.set(facet.name, choices);
    return label;
  }

  /** Options that leave no claim of all there are aren't offered. */
  const offered = (/** @type {Facet} */ facet) => (/** @type {number} */ at) =>
    totals[facet.name][at] ? option(facet, at) : null;

  /**
   * The options of a facet; outcomes below their levels.
   * @param {Facet} facet
   */
  function create(facet) {
    const positions = facet.ids.map((_, at) => at);
    if (facet.name !== "outcomes") return positions.map(offered(facet));
    return facets.level.ids.flatMap((_, level) => [
      option(facets.level, level),
      ...positions.filter((at) => data.outcomes[at][2] === level).map(offered(facet)),
    ]);
  }

  /**
   * Ticks and counts the options of a facet.
   * @param {string} name
   * @param {State} state
   * @param {Result} result
   */
  function show(name, state, result) {
    for (const one of name === "outcomes" ? ["outcomes", "level"] : [name]) {
      for (const [at, choice] of (options.get(one) ?? []).entries()) {
        if (!choice) continue;
        const count = result.counts[one][at];
        choice.input.checked = state.ticks[one].includes(facets[one].ids[at]);
        write(choice.count, grouped(count));
        choice.label.classList.toggle("em-none", !count);
      }
    }
  }
  return { create, show };
}
