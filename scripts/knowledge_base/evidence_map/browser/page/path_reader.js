/**
 * A path in the panel: its ways from one end to the other, and what each step rests on.
 *
 * @import { Child } from "#shared/elements.js"
 * @import { Engine } from "../engine/engine.js"
 * @import { Path, Result, Step } from "../types.js"
 * @import { Content } from "./panel_contents.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";
import { grouped } from "#shared/numbers.js";

const LEAD =
  "A path is not a finding. Its steps rest on separate claims, unless one study covers both. " +
  "Where the draft logic model only assumes a step, the step says so.";
const NOTHING = "In this view no path of two steps leads from one to the other.";

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
  }

  /** What joins the two ends in one step. */
  direct(/** @type {string} */ start, /** @type {string} */ outcome, /** @type {Result} */ result) {
    const { engine, words } = this;
    const { ids } = engine;
    const [kind, id] = start.split(/:(.*)/);
    if (kind !== "component") return [];
    const at = ids.outcome.indexOf(outcome) * ids.component.length;
    const { tally } = engine.cells(result.indexes)[at + ids.component.indexOf(id)];
    const joined = `The two are also joined directly: ${words.amount(tally)}.`;
    return [paragraph(tally.claims ? joined : "No claim joins the two directly.")];
  }

  /** A step: what it joins, what stands behind it, and what is assumed. */
  item(/** @type {Step} */ { tally, arrow }, /** @type {string} */ ends) {
    const { words } = this;
    const settings = tally.settings.map((id) => words.label("setting", id)).join("; ");
    const amount = tally.claims ? `${words.amount(tally)}.` : "Assumption; no claim.";
    const assumptions = (arrow?.assumptions ?? []).map((text) =>
      element("li", {}, element("b", {}, "Assumed: "), text),
    );
    const ours = this.engine.data.wording.our_reading;
    const claims = [
      element("summary", {}, `Claims (${grouped(tally.claims)})`),
      paragraph(`Settings: ${settings}.`),
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
    const common = sharesSetting
      ? "Both steps have a setting in common."
      : "The steps have no named setting in common.";
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
        this.item(first, `${names[0]} → ${names[1]}:`),
        this.item(second, `${names[1]} → ${names[2]}:`),
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
      title: `From ${from} to ${to}`,
      parts: [
        paragraph(LEAD),
        ...this.direct(start, outcome, result),
        ways.length ? null : paragraph(NOTHING),
        ...ways.map((way) => this.way(way)),
      ],
    };
  }
}
