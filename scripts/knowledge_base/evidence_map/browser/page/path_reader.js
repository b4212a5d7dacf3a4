/**
 * A path in the panel: its ways from one end to the other, and what each step rests on.
 *
 * @import { Child } from "#shared/elements.js"
 * @import { Facts } from "#shared/sentences.js"
 * @import { Engine } from "../engine/engine.js"
 * @import { Path, Result, Step } from "../types.js"
 * @import { Content } from "./panel_contents.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";
import { say } from "#shared/sentences.js";

const paragraph = (/** @type {Child[]} */ ...children) => element("p", {}, ...children);

export class PathReader {
  /**
   * @param {Engine} engine
   * @param {Words} words
   * @param {(indexes: number[]) => HTMLElement[]} cards
   */
  constructor(engine, words, cards) {
    this.engine = engine;
    this.words = words;
    this.cards = cards;
    this.say = (/** @type {string} */ key, /** @type {Facts} */ facts = {}) =>
      say(engine.data.wording, `graph.path.${key}`, facts);
  }

  /** What joins the two ends in one step. */
  direct(/** @type {string} */ start, /** @type {string} */ outcome, /** @type {Result} */ result) {
    const { engine, words } = this;
    const { ids } = engine;
    const [kind, id] = start.split(/:(.*)/);
    if (kind !== "component") return [];
    const at = ids.outcome.indexOf(outcome) * ids.component.length;
    const { tally } = engine.cells(result.indexes)[at + ids.component.indexOf(id)];
    const facts = { claims: tally.claims, amount: words.amount(tally) };
    return [paragraph(this.say("direct", facts))];
  }

  /** A step: what it joins, what stands behind it, and what is assumed. */
  item(/** @type {Step} */ { tally, arrow }, /** @type {string} */ ends) {
    const { words } = this;
    const settings = tally.settings.map((id) => words.label("setting", id)).join("; ");
    const amount = tally.claims ? `${words.amount(tally)}.` : this.say("assumption_only");
    const assumptions = (arrow?.assumptions ?? []).map((text) =>
      element("li", {}, element("b", {}, this.say("assumed")), " ", text),
    );
    const ours = this.engine.data.wording.our_reading;
    const claims = [
      element("summary", {}, this.say("claims", { claims: tally.claims })),
      paragraph(this.say("settings", { settings })),
    ];
    return element(
      "li",
      { class: tally.claims ? null : "em-assumed" },
      element("p", { class: "em-step" }, element("b", {}, ends), " ", amount),
      assumptions.length ? element("ul", { class: "em-assumptions" }, assumptions) : null,
      arrow && !arrow.asDescribed ? element("p", { class: "em-hint" }, ours) : null,
      tally.claims ? element("details", {}, ...claims, ...this.cards(tally.indexes)) : null,
    );
  }

  way(/** @type {Path} */ { first, second, threads, verdict, sharesSetting }) {
    const { data } = this.engine;
    const names = [first.start, first.end, second.end].map((node) => this.words.node(node));
    const studies = threads.map((study) => data.studies[study][1]).join("; ");
    const isAssumed = !first.tally.claims || !second.tally.claims;
    const common = this.say("common_setting", { shared: sharesSetting });
    return element(
      "section",
      { class: "em-way" },
      element("h3", {}, names.join(" → ")),
      element(
        "p",
        {},
        element("strong", {}, data.wording.verdicts[verdict]),
        " ",
        studies ? `${studies}. ` : "",
        isAssumed ? "" : common,
      ),
      element(
        "ol",
        { class: "em-steps" },
        this.item(first, this.say("step", { start: names[0], end: names[1] })),
        this.item(second, this.say("step", { start: names[1], end: names[2] })),
      ),
    );
  }

  /**
   * @param {string} path
   * @param {Result} result
   * @returns {Content}
   */
  read(path, result) {
    const [start, outcome] = path.split("/");
    const ways = this.engine.paths(start, outcome, result.indexes);
    const [from, to] = [start, `outcome:${outcome}`].map((node) => this.words.node(node));
    return {
      title: this.say("title", { start: from, end: to }),
      parts: [
        paragraph(this.say("lead")),
        ...this.direct(start, outcome, result),
        ways.length ? null : paragraph(this.say("nothing")),
        ...ways.map((way) => this.way(way)),
      ],
    };
  }
}
