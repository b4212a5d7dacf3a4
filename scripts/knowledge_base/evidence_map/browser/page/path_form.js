/**
 * The form in which a reader asks how a component leads to an outcome two steps away.
 *
 * @import { Wording } from "#shared/sentences.js"
 * @import { Engine } from "../engine/engine.js"
 * @import { Change } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";
import { say } from "#shared/sentences.js";

/**
 * @param {string} label
 * @param {[value: string, text: string][]} options
 */
const group = (label, options) =>
  element(
    "optgroup",
    { label },
    options.map(([value, text]) => element("option", { value }, text)),
  );

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Change} change
 */
export function createPathForm(engine, words, change) {
  const { data, facets } = engine;
  const { component, level } = facets;
  const { wording } = data;
  const waysTo = (/** @type {string} */ from, /** @type {string} */ outcome) =>
    engine.paths(from, outcome, engine.all).length;
  const hasWays = (/** @type {string} */ from) => data.outcomes.some(([id]) => waysTo(from, id));
  const start = element("select", { id: "em-start", onchange: () => offerEnds() });
  const end = element("select", { id: "em-end" });

  /** Offers the starts from which a path leads on. */
  function offerStarts() {
    const offered = (/** @type {[value: string, text: string][]} */ options) =>
      options.filter(([value]) => hasWays(value));
    start.replaceChildren(
      group(
        say(wording, "graph.components"),
        offered(component.ids.map((id, c) => [`component:${id}`, words.short(c)])),
      ),
      group(
        wording.factors,
        offered(data.vocabularies.factor.map(([id, label]) => [`factor:${id}`, label])),
      ),
    );
  }

  /** Offers the outcomes that a path leads to, and says how many do. */
  function offerEnds() {
    const groups = level.labels.map((label, at) =>
      group(
        label,
        data.outcomes
          .filter(([, , own]) => own === at)
          .map(([id, outcome]) => /** @type {const} */ ([id, outcome, waysTo(start.value, id)]))
          .filter(([, , ways]) => ways)
          .map(([id, outcome, ways]) => [id, say(wording, "graph.path.ways", { outcome, ways })]),
      ),
    );
    end.replaceChildren(...groups.filter(({ children }) => children.length));
  }

  /** Shows the path that a state has open, or the first that there is. */
  function update(/** @type {string} */ path) {
    if (!start.options.length) offerStarts();
    const [from, to] = path.split("/");
    if (from) start.value = from;
    if (!end.options.length || from) offerEnds();
    if (to) end.value = to;
    form.hidden = !start.options.length;
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    change((state) => {
      state.path = `${start.value}/${end.value}`;
      state.open = "";
    });
  }
  const form = formOf(wording, start, end, submit);
  return { element: form, update };
}

/**
 * @param {Wording} wording
 * @param {HTMLSelectElement} start
 * @param {HTMLSelectElement} end
 * @param {(event: Event) => void} onsubmit
 */
function formOf(wording, start, end, onsubmit) {
  const labelled = (/** @type {string} */ key, /** @type {HTMLSelectElement} */ select) => {
    const label = element("label", { for: select.id }, say(wording, `graph.path.${key}`));
    return element("span", {}, label, select);
  };
  const button = { type: "submit", class: "em-button" };
  return element(
    "form",
    { class: "em-path", onsubmit },
    labelled("from", start),
    labelled("to", end),
    element("button", button, say(wording, "graph.path.read")),
  );
}
