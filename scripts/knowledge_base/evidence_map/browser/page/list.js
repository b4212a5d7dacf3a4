/**
 * The list: the claims by component or by outcome, each group in a fold that is filled as it opens.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State } from "../types.js"
 * @import { Change } from "./app.js"
 * @import { Card } from "./card.js"
 * @import { Words } from "./words.js"
 */

import { element, find } from "#shared/elements.js";
import { SORTS } from "../engine/order.js";
import { createCards } from "./cards.js";
import { GROUPS } from "./state.js";

/** Up to so many claims need no folds to find one's way. */
const FEW = 30;

/**
 * A choice among a few.
 * @param {Words} words
 * @param {"group" | "sort"} name
 * @param {string[]} values
 * @param {Change} change
 */
function createSelect(words, name, values, change) {
  const id = `em-${name}`;
  const select = element(
    "select",
    {
      id,
      onchange: () =>
        change((state) => {
          state[name] = select.value;
        }),
    },
    values.map((value) => element("option", { value }, words.say(`list.${name}s.${value}`))),
  );
  return { select, elements: [element("label", { for: id }, words.say(`list.${name}`)), select] };
}

/**
 * The claims of each word of a facet, and those that have none of them.
 * @param {Engine} engine
 * @param {Words} words
 * @param {string} by
 * @param {number[]} indexes
 */
function membersByWord(engine, words, by, indexes) {
  const { labels, starts, values } = engine.facets[by];
  /** @type {number[][]} */
  const own = labels.map(() => []);
  /** @type {number[]} */
  const none = [];
  for (const i of indexes) {
    if (starts[i] === starts[i + 1]) none.push(i);
    for (let at = starts[i]; at < starts[i + 1]; at += 1) own[values[at]].push(i);
  }
  return [
    ...labels.map((label, at) => /** @type {const} */ ([label, own[at]])),
    /** @type {const} */ ([words.say("list.no_group"), none]),
  ].filter(([, members]) => members.length);
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Card} card
 * @param {Change} change
 */
export function createList(engine, words, card, change) {
  const cards = createCards(engine, words, card);
  const group = createSelect(words, "group", GROUPS, change);
  const sort = createSelect(words, "sort", SORTS, change);
  const groups = element("div", { class: "em-groups" });
  /** @type {Map<HTMLElement, number[]>} */
  const folds = new Map();
  window.addEventListener("beforeprint", () => {
    if (groups.checkVisibility())
      for (const [details, own] of folds) fill(details, own, own.length);
  });

  /**
   * @param {HTMLElement} details
   * @param {number[]} indexes
   * @param {number} [most]
   */
  function fill(details, indexes, most) {
    details.replaceChildren(
      find(HTMLElement, "summary", details),
      ...cards(indexes, sort.select.value, most),
    );
  }

  /**
   * @param {string} label
   * @param {number[]} indexes
   * @param {boolean} open
   */
  function fold(label, indexes, open) {
    const size = element(
      "span",
      { class: "em-count" },
      words.say("list.size", { claims: indexes.length }),
    );
    const heading = element("summary", {}, element("h3", {}, label), " ", size);
    const details = element("details", { class: "em-claims", open }, heading);
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) fill(details, indexes);
    });
    if (open) fill(details, indexes);
    folds.set(details, indexes);
    return details;
  }

  let current = "";
  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, { indexes }) {
    group.select.value = state.group;
    sort.select.value = state.sort;
    const key = [state.group, state.sort, indexes].join();
    if (key === current) return;
    current = key;
    const parts = membersByWord(engine, words, state.group, indexes);
    const areFew = indexes.length <= FEW;
    folds.clear();
    groups.replaceChildren(
      ...parts.map(([label, own], at) => fold(label, own, areFew || at === 0)),
    );
  }
  const controls = element("p", { class: "em-sort" }, group.elements, sort.elements);
  return { element: element("div", { class: "em-list" }, controls, groups), update };
}
