/**
 * A record, as a card.
 *
 * @import { Properties } from "#shared/elements.js"
 * @import { Engine } from "../engine/engine.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";
import { glyphs } from "./looks.js";

/**
 * @typedef {(i: number, properties: Properties) => HTMLElement} Card
 * @typedef {(vocabulary: string, at: number) => string} LabelOf
 */

/**
 * What a record is about.
 * @param {Engine} engine
 * @param {Words} words
 * @param {LabelOf} labelOf
 * @param {number} i
 */
function aboutInWords({ data }, words, labelOf, i) {
  const { component, factor, outcomes } = data.records;
  const factors = factor[i] < 0 ? [] : [labelOf("factor", factor[i])];
  const labels = outcomes[i].map((o) => data.outcomes[o][1]);
  return [words.short(component[i]), ...labels, ...factors].join(" · ");
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {number} i
 */
function sourceLine({ data }, words, i) {
  const { records, sources, studies } = data;
  const [name, , url] = sources[records.source[i]];
  const study = records.study[i] < 0 ? null : studies[records.study[i]];
  return element(
    "p",
    { class: "em-source" },
    url ? element("a", { href: url, rel: "noopener" }, name) : name,
    words.say(study ? "panel.study" : "panel.no_study"),
    study ? element("a", { href: `studies.html#study-${study[0]}` }, study[1]) : null,
  );
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {LabelOf} labelOf
 * @param {number} i
 */
function marksOf(engine, words, labelOf, i) {
  const { data } = engine;
  const { countries, direction, kind, nearness, setting, standing } = data.records;
  const { study_type: type } = data.records;
  const [way] = data.vocabularies.direction[direction[i]];
  const sign = data.style.direction[way];
  const isBearing = engine.records.onFactor[i] === 1;
  /** A label, or the name of what is not reported. */
  const reported = (/** @type {string} */ facet, /** @type {string} */ vocabulary, at = 0) =>
    data.vocabularies[vocabulary][at][0] === "not_reported"
      ? words.say("panel.not_reported", { what: engine.facets[facet].label })
      : labelOf(vocabulary, at);
  return element(
    "ul",
    { class: "em-marks" },
    element("li", {}, glyphs(data.style, [engine.basisOf(i)]), labelOf("claim-kind", kind[i])),
    sign
      ? element("li", {}, element("i", { "aria-hidden": "true" }, sign), words.way(way, isBearing))
      : null,
    element("li", {}, reported("study_type", "study-type", type[i])),
    element("li", {}, reported("setting", "setting", setting[i])),
    nearness[i] ? element("li", {}, labelOf("nearness", nearness[i])) : null,
    standing[i]
      ? element(
          "li",
          { class: "em-warning" },
          words.say("panel.standing", { standing: labelOf("standing", standing[i]) }),
        )
      : null,
    element("li", {}, countries[i].map((at) => reported("countries", "country", at)).join(", ")),
  );
}

/**
 * How the record was read, and the way to its page.
 * @param {Engine} engine
 * @param {Words} words
 * @param {LabelOf} labelOf
 * @param {number} i
 */
function readingLine({ data }, words, labelOf, i) {
  const { id, cited_through: through, how_read: how } = data.records;
  const cited = through[i] < 0 ? "" : data.sources[through[i]][0];
  const unseen = element("span", { class: "em-sr" }, ` ${id[i]}`);
  return element(
    "p",
    { class: "em-read" },
    cited
      ? words.say("panel.cited", { source: cited })
      : words.say("panel.read", { how: labelOf("how-read", how[i]) }),
    " ",
    element("a", { href: `records/${id[i]}.html` }, words.say("panel.record"), unseen),
  );
}

/**
 * What the source itself says of a claim that is cited through another document.
 * @param {Engine} engine
 * @param {Words} words
 * @param {LabelOf} labelOf
 * @param {number} i
 */
function checkLine({ data, texts }, words, labelOf, i) {
  const { source_check: check } = data.records;
  if (check[i] < 0) return null;
  const verdict = words.say("panel.source_check", { verdict: labelOf("source-check", check[i]) });
  return element(
    "p",
    { class: "em-check", dir: "auto" },
    verdict,
    " ",
    texts().source_check_sentence[i],
  );
}

/** The picture of a record's results, which the page holds ready. */
function picturesOf(/** @type {string} */ id) {
  const template = document.querySelector(`template[data-results="${id}"]`);
  return template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : null;
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @returns {Card}
 */
export function createCard(engine, words) {
  const { id } = engine.data.records;
  /** @type {LabelOf} */
  const labelOf = (vocabulary, at) => engine.data.vocabularies[vocabulary][at][1];
  const paragraph = (/** @type {string} */ name, /** @type {string} */ text) =>
    text ? element("p", { class: name, dir: "auto" }, text) : null;
  return (i, properties) => {
    const texts = engine.texts();
    const sample = texts.sample[i];
    return element(
      "article",
      { class: "em-card", ...properties },
      element("p", { class: "em-about" }, aboutInWords(engine, words, labelOf, i)),
      paragraph("em-claim", texts.claim[i]),
      picturesOf(id[i]),
      sourceLine(engine, words, i),
      marksOf(engine, words, labelOf, i),
      paragraph("em-sample", sample && words.say("panel.sample", { sample })),
      paragraph("em-note", texts.note[i]),
      checkLine(engine, words, labelOf, i),
      readingLine(engine, words, labelOf, i),
    );
  };
}
