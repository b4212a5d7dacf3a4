/**
 * The panel: the records of a cell, a node or a line, or a path.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State } from "../types.js"
 * @import { Change } from "./app.js"
 * @import { Card } from "./card.js"
 * @import { Content } from "./panel_contents.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";
import { counted } from "#shared/numbers.js";
import { PanelContents } from "./panel_contents.js";
import { PathReader } from "./path_reader.js";
import { encode } from "./state.js";

/** How many cards are shown at a time. */
const STEP = 40;

/**
 * Cards of records, and a button that shows more of them.
 * @param {Engine} engine
 * @param {Card} card
 * @returns {(indexes: number[]) => HTMLElement[]}
 */
const createCards = (engine, card) => (indexes) => {
  const order = engine.sorted(indexes, "kind");
  const list = element("div", { class: "em-cards" });
  const more = element("button", {
    type: "button",
    class: "em-button",
    onclick: () => grow({ tabindex: "-1" })?.focus(),
  });
  let count = 0;

  /** Shows the next cards; returns the first of them. */
  function grow(/** @type {Record<string, string>} */ properties) {
    const next = order.slice(count, count + STEP).map((i) => card(i, properties));
    list.append(...next);
    count += next.length;
    const rest = Math.min(STEP, order.length - count);
    more.textContent = `Show ${rest} more of ${counted(order.length, "claim")}`;
    if (count >= order.length) more.remove();
    return next.at(0);
  }
  grow({});
  return count < order.length ? [list, more] : [list];
};

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Card} card
 * @param {Change} change
 * @param {() => void} closed
 * @param {(place: HTMLElement) => void} copyLink
 */
export function createPanel(engine, words, card, change, closed, copyLink) {
  const cards = createCards(engine, card);
  const contents = new PanelContents(engine, words, cards, change);
  const pathReader = new PathReader(engine, words, cards);
  const body = element("div", { class: "em-panel-body" });
  const title = element("h2", { id: "em-panel-title", tabindex: "-1" });
  const status = element("p", { role: "status" });
  const button = (/** @type {string} */ text, /** @type {() => void} */ onclick) =>
    element("button", { type: "button", class: "em-close", onclick }, text);
  const dialog = element(
    "dialog",
    {
      class: "em-panel",
      "aria-labelledby": "em-panel-title",
      onclose: () => closed(),
      onclick: (/** @type {Event} */ event) => {
        if (event.target === dialog) dialog.close();
      },
    },
    element(
      "div",
      { class: "em-panel-head" },
      title,
      button("Close", () => dialog.close()),
      button("Copy link", () => copyLink(status)),
      status,
    ),
    body,
  );

  /** @returns {Content} */
  function contentOf(/** @type {State} */ state, /** @type {Result} */ result) {
    if (!state.open) return pathReader.read(state.path, result);
    const [kind, id] = state.open.split(/:(.*)/);
    if (kind === "cell" || kind === "bearing") return contents[kind](id, result);
    return contents.node(state.open, result);
  }

  let shown = "";
  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, result) {
    if (!state.open && !state.path) {
      shown = "";
      if (dialog.open) dialog.close();
      return;
    }
    const key = encode({ ...state, view: "map" });
    if (key !== shown) {
      const content = contentOf(state, result);
      status.textContent = "";
      title.textContent = content.title;
      body.replaceChildren(...content.parts.filter((part) => part !== null && part !== undefined));
      shown = key;
    }
    if (!dialog.open) {
      dialog.showModal();
      body.scrollTop = 0;
      title.focus();
    }
  }
  return { element: dialog, update };
}
