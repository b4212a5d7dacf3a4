/**
 * The filters in use, a button each that removes it.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { State } from "../types.js"
 * @import { Change, Edit } from "./app.js"
 */

import { element } from "#shared/elements.js";
import { labelIn } from "../engine/base.js";
import { termsOf } from "../engine/words.js";
import { emptyState } from "./state.js";
import { yearsInWords } from "./words.js";

/**
 * @param {Engine} engine
 * @param {Change} change
 * @param {() => void} afterwardsFocus
 * @param {() => void} emptyWords
 */
export function createChips(engine, change, afterwardsFocus, emptyWords) {
  const list = element("ul", { class: "em-chips", "aria-label": "Filters in use" });

  /** @param {Edit} edit */
  function remove(edit) {
    change(edit);
    afterwardsFocus();
  }
  const reset = () =>
    remove((state) => {
      const { view, sort, factors, filledOnly } = state;
      Object.assign(state, emptyState(engine.facetNames), { view, sort, factors, filledOnly });
    });
  const view = element(
    "div",
    { class: "em-inuse" },
    list,
    element("button", { type: "button", class: "em-reset", onclick: reset }, "Reset all filters"),
  );

  /**
   * @param {string} text
   * @param {Edit} edit
   */
  const chip = (text, edit) =>
    element(
      "li",
      {},
      element(
        "button",
        { type: "button", onclick: () => remove(edit) },
        element("span", { class: "em-sr" }, "Remove the filter "),
        text,
        element("span", { "aria-hidden": "true" }, " ×"),
      ),
    );

  /** @param {State} state */
  function ticked(state) {
    return Object.values(engine.facets).flatMap((facet) =>
      state.ticks[facet.name].map((id) =>
        chip(`${facet.label}: ${labelIn(facet, id)}`, ({ ticks }) => {
          ticks[facet.name] = ticks[facet.name].filter((other) => other !== id);
        }),
      ),
    );
  }

  /** @param {State} state */
  function update(state) {
    const chips = ticked(state);
    if (state.from !== null || state.to !== null) {
      const years = { from: null, to: null };
      chips.push(chip(yearsInWords(state), (next) => Object.assign(next, years)));
    }
    if (termsOf(state.words).length) {
      const edit = (/** @type {State} */ next) => {
        next.words = "";
        emptyWords();
      };
      chips.push(chip(`Words: ${state.words}`, edit));
    }
    list.replaceChildren(...chips);
    view.hidden = !chips.length;
  }
  return { element: view, update };
}
