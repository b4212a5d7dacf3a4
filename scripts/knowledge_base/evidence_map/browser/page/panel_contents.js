/**
 * What the panel shows of a cell, a node or a factor's line.
 *
 * @import { Child } from "#shared/elements.js"
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State, Tally } from "../types.js"
 * @import { Change } from "./app.js"
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
   */
  constructor(engine, words, cards, change) {
    this.engine = engine;
    this.words = words;
    this.cards = cards;
    this.change = change;
  }

  /** @param {(ticks: Ticks) => void} choose */
  toList(choose) {
    const onclick = () =>
      this.change((state) => {
        choose(state.ticks);
        Object.assign(state, { view: "list", open: "", path: "" });
      });
    const button = { type: "button", class: "em-button", onclick };
    return element("p", {}, element("button", button, "Show these in the list"));
  }

  /** @param {Tally} tally */
  size(tally) {
    return element("p", { class: "em-size" }, this.words.size(tally));
  }

  /** @param {number[]} indexes */
  claims(indexes) {
    const size = this.size(this.engine.tally(indexes));
    const none = element("p", {}, "No claim of this view concerns it.");
    return [size, ...(indexes.length ? this.cards(indexes) : [none])];
  }

  /**
   * The open questions that name a cell.
   * @param {number} component
   * @param {number} outcome
   */
  questions(component, outcome) {
    const { gaps } = this.engine.data;
    const own = gaps.filter(([, , c, o]) => c.includes(component) && o.includes(outcome));
    const items = own.map(([id, question]) =>
      element("li", {}, element("a", { href: `gaps.html#gap-${id}` }, question)),
    );
    const list = [heading("Open questions"), element("ul", {}, items)];
    return items.length ? element("div", { class: "em-gaps" }, ...list) : null;
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
    const cell = engine.cells(result.indexes)[outcome * ids.component.length + component];
    const { tally, whole, apart } = cell;
    const absences = engine.absences(cell);
    const choose = (/** @type {Ticks} */ ticks) =>
      Object.assign(ticks, { component: [c], outcomes: [o], level: [] });
    const page = element(
      "a",
      { href: `outcomes.html#cell-${c}-${o}` },
      "This pair on the page of outcomes",
    );
    const lacking = heading(data.wording.standings["said-to-be-lacking"].label);
    const profile = element("p", { class: "em-profile" }, engine.profile(cell).join(" "));
    return {
      title: `${words.short(component)} – ${data.outcomes[outcome][1]}`,
      parts: [
        this.size(tally),
        profile,
        this.questions(component, outcome),
        ...(absences.length ? [lacking, ...cards(absences)] : []),
        ...(tally.claims ? [heading("Claims"), ...cards(tally.indexes), this.toList(choose)] : []),
        ...(apart.claims
          ? [
              heading(data.wording["stands-apart"]),
              element("p", {}, data.wording.apart),
              ...this.claims(apart.indexes),
            ]
          : []),
        whole.claims || engine.hasApart(cell) ? element("p", {}, page) : null,
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
    const title = `${factor} – ${words.short(component)}`;
    return { title, parts: this.claims(indexes) };
  }
}
