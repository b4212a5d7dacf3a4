/**
 * What the panel shows of a cell, a node or a factor's line.
 *
 * @import { Child } from "#shared/elements.js"
 * @import { Engine } from "../engine/engine.js"
 * @import { Cell, Result, State, Tally } from "../types.js"
 * @import { Change, Open } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";

/**
 * @typedef {{ title: string, parts: Child[] }} Content
 * @typedef {State["ticks"]} Ticks
 */

const heading = (/** @type {string} */ text) => element("h3", {}, text);

export class PanelContents {
  /**
   * @param {Engine} engine
   * @param {Words} words
   * @param {(indexes: number[]) => HTMLElement[]} cards
   * @param {Change} change
   * @param {Open} open
   */
  constructor(engine, words, cards, change, open) {
    this.engine = engine;
    this.words = words;
    this.cards = cards;
    this.change = change;
    this.open = open;
  }

  /** @param {(ticks: Ticks) => void} choose */
  toList(choose) {
    const onclick = () =>
      this.change((state) => {
        choose(state.ticks);
        Object.assign(state, { view: "list", open: "", path: "" });
      });
    const button = { type: "button", class: "em-button", onclick };
    return element("p", {}, element("button", button, this.words.say("panel.to_list")));
  }

  /** @param {Tally} tally */
  size(tally) {
    return element("p", { class: "em-size" }, this.words.size(tally));
  }

  /** @param {number[]} indexes */
  claims(indexes) {
    const size = this.size(this.engine.tally(indexes));
    const none = element("p", {}, this.words.say("panel.none_here"));
    return [size, ...(indexes.length ? this.cards(indexes) : [none])];
  }

  /**
   * What is not known of a cell, and the way to all that is not known.
   * @param {Cell} cell
   */
  questions({ component, outcome, tally }) {
    const { words, engine } = this;
    const own = engine.data.gaps.filter(
      ([, , c, o]) => c.includes(component) && o.includes(outcome),
    );
    if (!own.length && tally.claims) return null;
    const items = own.map(([id, question]) =>
      element("li", {}, element("a", { href: `gaps.html#gap-${id}` }, question)),
    );
    const all = element("a", { href: "gaps.html" }, words.say("panel.gaps"));
    return element(
      "div",
      { class: "em-gaps" },
      heading(words.say("panel.questions")),
      element("ul", {}, items, element("li", {}, all)),
    );
  }

  /**
   * Where evidence is nearest to a cell without any: in its row, and in its column.
   * @param {Cell} cell
   * @param {Cell[]} cells
   */
  nearest({ component, outcome, tally }, cells) {
    if (tally.claims) return null;
    const { engine, words } = this;
    const { data, ids } = engine;
    /**
     * @param {string} title
     * @param {(other: Cell) => boolean} isNear
     * @param {(other: Cell) => string} label
     */
    const group = (title, isNear, label) => {
      const near = cells
        .filter((other) => other.tally.claims && isNear(other))
        .toSorted((a, b) => b.tally.studies - a.tally.studies);
      const items = near.map((other) => {
        const what = `cell:${ids.component[other.component]}/${ids.outcome[other.outcome]}`;
        const button = { type: "button", class: "em-near", onclick: () => this.open(what) };
        const facts = { label: label(other), size: words.size(other.tally) };
        return element("li", {}, element("button", button, words.say("panel.near", facts)));
      });
      return items.length ? [element("p", {}, title), element("ul", {}, items)] : [];
    };
    const parts = [
      ...group(
        words.say("panel.same_outcome"),
        (other) => other.outcome === outcome,
        (other) => words.short(other.component),
      ),
      ...group(
        words.say("panel.same_component"),
        (other) => other.component === component,
        (other) => data.outcomes[other.outcome][1],
      ),
    ];
    const title = heading(words.say("panel.nearest"));
    return parts.length ? element("div", { class: "em-gaps" }, title, parts) : null;
  }

  /**
   * @param {string} id
   * @param {Result} result
   * @returns {Content}
   */
  cell(id, result) {
    const { engine, words, cards } = this;
    const { data, ids } = engine;
    const [c, o] = id.split("/");
    const [component, outcome] = [ids.component.indexOf(c), ids.outcome.indexOf(o)];
    const cells = engine.cells(result.indexes);
    const cell = cells[outcome * ids.component.length + component];
    const { tally, whole, apart } = cell;
    const absences = engine.absences(cell);
    const choose = (/** @type {Ticks} */ ticks) =>
      Object.assign(ticks, { component: [c], outcomes: [o], level: [] });
    const page = { href: `outcomes.html#cell-${c}-${o}` };
    const lacking = heading(data.wording.standings["said-to-be-lacking"].label);
    return {
      title: words.say("panel.title", {
        component: words.short(component),
        outcome: data.outcomes[outcome][1],
      }),
      parts: [
        tally.claims ? this.size(tally) : null,
        element("p", { class: "em-profile" }, engine.profile(cell).join(" ")),
        this.nearest(cell, cells),
        this.questions(cell),
        ...(absences.length ? [lacking, ...cards(absences)] : []),
        ...(tally.claims
          ? [heading(words.say("panel.claims")), ...cards(tally.indexes), this.toList(choose)]
          : []),
        ...(apart.claims
          ? [
              heading(data.wording["stands-apart"]),
              element("p", {}, data.wording.apart),
              ...this.claims(apart.indexes),
            ]
          : []),
        whole.claims || engine.hasApart(cell)
          ? element("p", {}, element("a", page, words.say("panel.page")))
          : null,
      ],
    };
  }

  /**
   * @param {string} name
   * @param {Result} result
   * @returns {Content}
   */
  node(name, result) {
    const [kind, id] = name.split(/:(.*)/);
    const indexes = this.engine.ofNode(name, result.indexes);
    const choose = (/** @type {Ticks} */ ticks) => {
      if (kind === "outcome") Object.assign(ticks, { outcomes: [id], level: [] });
      else ticks[kind] = [id];
    };
    const list = kind !== "factor" && indexes.length ? this.toList(choose) : null;
    return { title: this.words.node(name), parts: [...this.claims(indexes), list] };
  }

  /**
   * @param {string} id
   * @param {Result} result
   * @returns {Content}
   */
  bearing(id, result) {
    const { engine, words } = this;
    const [f, c] = id.split("/");
    const component = engine.ids.component.indexOf(c);
    const about = engine.ofNode(`factor:${f}`, result.indexes);
    const indexes = about.filter((i) => engine.records.component[i] === component);
    const factor = words.node(`factor:${f}`);
    const title = words.say("panel.title", { component: factor, outcome: words.short(component) });
    return { title, parts: this.claims(indexes) };
  }
}
