/**
 * The filters in use, a button each that removes it; where nothing is left, with what would be.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State } from "../types.js"
 * @import { Change, Edit } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element, write } from "#shared/elements.js";
import { emptyState } from "./state.js";

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Change} change
 * @param {() => void} removed Takes the focus, for the button that had it is gone.
 */
export function createChips(engine, words, change, removed) {
  const nothing = element("p", { class: "em-nothing", role: "status" });
  const list = element("ul", { class: "em-chips", "aria-label": words.say("filters.in_use") });

  /** @param {Edit} edit */
  function remove(edit) {
    change(edit);
    removed();
  }
  const reset = () =>
    remove((state) => {
      const none = emptyState(engine.facetNames);
      const { ticks, from, to, words: sought } = none;
      Object.assign(state, { ticks, from, to, words: sought });
    });
  const clear = { type: "button", class: "em-reset", onclick: reset };
  const inUse = element(
    "div",
    { class: "em-inuse" },
    list,
    element("button", clear, words.say("filters.reset")),
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
        element("span", { class: "em-sr" }, words.say("filters.remove")),
        text,
        element("span", { "aria-hidden": "true" }, " ×"),
      ),
    );

  /**
   * How many claims there would be without a filter.
   * @param {State} state
   * @param {Edit} edit
   */
  function without(state, edit) {
    const next = structuredClone(state);
    edit(next);
    return engine.filter(next).claims;
  }

  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, result) {
    const uses = words.inUse(state);
    const isEmpty = uses.length > 0 && !result.claims;
    write(nothing, isEmpty ? words.say("filters.nothing_left") : "");
    const chips = uses.map(({ facet, choice, remove: edit }) => {
      const filter = words.say("filters.used", { facet, choice });
      const claims = isEmpty ? without(state, edit) : 0;
      return chip(claims ? words.say("filters.would_leave", { filter, claims }) : filter, edit);
    });
    list.replaceChildren(...chips);
    inUse.hidden = !chips.length;
  }
  return { element: element("div", {}, nothing, inUse), update };
}
