/**
 * The list: cards in chunks, of which only those near the window are drawn.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State } from "../types.js"
 * @import { Change } from "./app.js"
 * @import { Card } from "./card.js"
 */

import { element } from "#shared/elements.js";
import { SORTS } from "../engine/order.js";

/** Of the orders, in the order of `SORTS`. */
const SORT_NAMES = [
  "Most direct evidence first",
  "Newest first",
  "Oldest first",
  "Source",
  "Component",
];
const CHUNK = 20;
/** How high a card is about, before it is drawn. */
const HEIGHT = 220;

/**
 * @param {Engine} engine
 * @param {Card} card
 * @param {Change} change
 */
export function createList(engine, card, change) {
  const list = element("div", { class: "em-cards" });
  const choose = () =>
    change((state) => {
      state.sort = sort.value;
    });
  const sort = element(
    "select",
    { id: "em-sort", onchange: choose },
    SORTS.map((by, at) => element("option", { value: by }, SORT_NAMES[at])),
  );
  const view = element(
    "div",
    { class: "em-list" },
    element("p", { class: "em-sort" }, element("label", { for: "em-sort" }, "Sort by"), sort),
    list,
  );
  const chunks = createChunks(list, card);
  window.addEventListener("beforeprint", () => {
    if (!view.closest("[hidden]")) chunks.drawAll();
  });

  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, result) {
    sort.value = state.sort;
    chunks.show(engine.sorted(result.indexes, state.sort));
  }
  return { element: view, update };
}

/**
 * @param {HTMLElement} list
 * @param {Card} card
 */
function createChunks(list, card) {
  /** @type {number[] | null} */
  let order = null;

  /** @param {HTMLElement} chunk */
  function draw(chunk) {
    if (!order || chunk.firstChild) return;
    const first = Number(chunk.dataset.first);
    const size = order.length;
    const place = (/** @type {number} */ at) => ({
      role: "listitem",
      "aria-setsize": size,
      "aria-posinset": first + at + 1,
    });
    chunk.append(...order.slice(first, first + CHUNK).map((i, at) => card(i, place(at))));
    chunk.style.minHeight = "";
  }

  /** @param {HTMLElement} chunk */
  function clear(chunk) {
    if (!chunk.firstChild || chunk.contains(document.activeElement)) return;
    chunk.style.minHeight = `${chunk.offsetHeight}px`;
    chunk.replaceChildren();
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (target instanceof HTMLElement) (isIntersecting ? draw : clear)(target);
      }
    },
    { rootMargin: "1200px 0px" },
  );

  /** @param {number} first */
  function emptyChunk(first) {
    const chunk = element("div", { role: "presentation", "data-first": first });
    chunk.style.minHeight = `${Math.min(CHUNK, (order?.length ?? 0) - first) * HEIGHT}px`;
    return chunk;
  }

  /** @param {number[]} now */
  function show(now) {
    if (order && now.length === order.length && now.every((i, at) => i === order?.[at])) return;
    order = now;
    observer.disconnect();
    if (!order.length) {
      list.removeAttribute("role");
      const text = "No claim fits all of these filters. Remove one of them to see more.";
      list.replaceChildren(element("p", { class: "em-nothing" }, text));
      return;
    }
    list.setAttribute("role", "list");
    const count = Math.ceil(order.length / CHUNK);
    const chunks = Array.from({ length: count }, (_, at) => emptyChunk(at * CHUNK));
    draw(chunks[0]);
    list.replaceChildren(...chunks);
    for (const chunk of chunks) observer.observe(chunk);
  }

  function drawAll() {
    for (const chunk of list.children) if (chunk instanceof HTMLElement) draw(chunk);
  }
  return { show, drawAll };
}
