/**
 * Cards of records, so many at a time.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Card } from "./card.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";

/** How many cards are shown at a time. */
const STEP = 40;

/** @typedef {(indexes: number[], sort?: string, most?: number) => HTMLElement[]} Cards */

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Card} card
 * @returns {Cards}
 */
export const createCards =
  (engine, words, card) =>
  (some, sort = "kind", most = STEP) => {
    const indexes = engine.sorted(some, sort);
    const list = element("div", { class: "em-cards" });
    const more = element("button", {
      type: "button",
      class: "em-button",
      onclick: () => grow({ tabindex: "-1" })?.focus(),
    });
    let count = 0;

    /** Shows the next cards; returns the first of them. */
    function grow(/** @type {Record<string, string>} */ properties) {
      const cards = indexes.slice(count, count + most).map((i) => card(i, properties));
      list.append(...cards);
      count += cards.length;
      const next = Math.min(most, indexes.length - count);
      more.textContent = words.say("list.more", { next, claims: indexes.length });
      if (!next) more.remove();
      return cards.at(0);
    }
    grow({});
    return count < indexes.length ? [list, more] : [list];
  };
