/**
 * The twin of the drawing: each of its nodes and lines as a button, for keyboard and screen reader.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Line, Result } from "../types.js"
 * @import { Open } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element, write } from "#shared/elements.js";
import { counted } from "#shared/numbers.js";
import { afterwards } from "./elements.js";

/**
 * @typedef {object} Place
 * @property {string} to What it opens.
 * @property {HTMLElement} size
 * @property {HTMLElement} item
 * @property {HTMLButtonElement} button
 */

/** What a line opens: a cell of the gap map, or what a factor says of a component. */
function target(/** @type {Line} */ { id, kind }) {
  const [start, end] = id.split(">").map((node) => node.split(":")[1]);
  return `${kind === "evidence" ? "cell" : "bearing"}:${start}/${end}`;
}

/**
 * @param {Map<string, Place>} places
 * @param {Line[]} lines
 * @param {Map<string, number>} sizes
 */
function showSizes(places, lines, sizes) {
  const shown = new Map(lines.map((line) => [line.id, line.text ?? ""]));
  for (const [id, { item, size }] of places) {
    const isLine = id.includes(">");
    const claims = sizes.get(id);
    const ofNode = claims ? counted(claims, "claim") : "no claims in this view";
    item.hidden = isLine && !shown.has(id);
    write(size, isLine ? (shown.get(id) ?? "") : ofNode);
  }
}

/** @param {Line} line */
const endOf = ({ id }) => id.split(">")[1];

export class Twin {
  /** @type {Map<string, Place>} */
  places = new Map();
  element = element("div", { class: "em-twin" });
  factors = element("div");
  later = afterwards();
  isInView = false;

  /**
   * @param {Engine} engine
   * @param {Words} words
   * @param {Open} open
   * @param {(id: string) => void} mark Shows the place with an id in the drawing; with "", none.
   */
  constructor(engine, words, open, mark) {
    this.engine = engine;
    this.words = words;
    this.open = open;
    this.mark = mark;
  }

  /**
   * @param {string} id
   * @param {string} to
   * @param {string} text
   */
  place(id, to, text) {
    const show = () => this.mark(id);
    const clear = () => this.mark("");
    const size = element("span", { class: "em-m" });
    const button = element(
      "button",
      {
        type: "button",
        "aria-haspopup": "dialog",
        onclick: () => this.open(to),
        onfocus: show,
        onmouseenter: show,
        onblur: clear,
        onmouseleave: clear,
      },
      element("span", {}, text),
      " ",
      size,
    );
    const item = element("li", {}, button);
    this.places.set(id, { to, size, item, button });
    return item;
  }

  /**
   * A node, with its lines below it.
   * @param {string} id
   * @param {Line[]} lines
   */
  node(id, lines) {
    const item = this.place(id, id, this.words.node(id));
    const below = lines
      .filter((line) => line.id.startsWith(`${id}>`))
      .map((line) => this.place(line.id, target(line), this.words.node(endOf(line))));
    if (below.length) item.append(element("ul", {}, below));
    return item;
  }

  /** Builds what the whole base would draw; later only what is hidden changes. */
  build() {
    const lines = this.engine.lines(this.engine.all);
    const list = (/** @type {string} */ title, /** @type {string[]} */ ids) => [
      element("h3", {}, title),
      element(
        "ul",
        {},
        ids.map((id) => this.node(id, lines)),
      ),
    ];
    const idsOf = (/** @type {"component" | "outcome"} */ kind) =>
      this.engine.ids[kind].map((id) => `${kind}:${id}`);
    const starts = new Set(lines.map((line) => line.id.split(">")[0]));
    const used = [...starts].filter((id) => id.startsWith("factor:"));
    this.factors.append(...list("What helps or hinders", used));
    this.element.replaceChildren(
      element("div", {}, list("Components and their lines", idsOf("component"))),
      element("div", {}, list("Outcomes", idsOf("outcome"))),
      this.factors,
    );
    new IntersectionObserver(([{ isIntersecting }]) => {
      this.isInView = isIntersecting;
    }).observe(this.element);
  }

  /**
   * Shows what the drawing shows; a frame later where nobody sees it.
   * @param {Line[]} lines
   * @param {Result} result
   * @param {boolean} withFactors
   */
  update(lines, result, withFactors) {
    const work = () => {
      showSizes(this.places, lines, this.engine.sizes(result.indexes));
      this.factors.hidden = !withFactors;
    };
    if (this.isInView) work();
    this.later(this.isInView ? null : work);
  }

  /** Marks the place that the pointer is over in the drawing. */
  hover(/** @type {string} */ id) {
    for (const [one, { button }] of this.places) button.classList.toggle("em-marked", one === id);
  }

  /** Opens the records of a place that was chosen in the drawing. */
  choose(/** @type {string} */ id) {
    const place = this.places.get(id);
    if (!place) return;
    place.button.focus({ preventScroll: true });
    this.open(place.to);
  }

  /** The place of what a state has open. */
  find(/** @type {string} */ what) {
    return [...this.places.values()].find(({ to }) => to === what)?.button;
  }
}
