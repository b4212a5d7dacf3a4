/**
 * The filters: what can be chosen, and how many claims each choice would leave.
 *
 * @import { Child } from "#shared/elements.js"
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State } from "../types.js"
 * @import { Change } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element, find, write } from "#shared/elements.js";
import { createChips } from "./chips.js";
import { createOptions } from "./facet_options.js";

/** The facets in sight; the others are behind one more button. */
const FIRST = ["component", "outcomes", "setting", "how_read"];

/**
 * @typedef {object} Drop A facet's options, which fold away.
 * @property {HTMLDetailsElement} details
 * @property {HTMLElement} chosen How many of them are in use.
 */

/**
 * @param {string} title
 * @param {string} group Of those of one group one is open at a time.
 * @param {(Child | Child[])[]} content
 * @returns {Drop}
 */
function createDrop(title, group, ...content) {
  const chosen = element("span", { class: "em-chosen" });
  const details = element(
    "details",
    { class: group, name: group },
    element("summary", {}, title, chosen),
    element("div", { class: "em-pop" }, ...content),
  );
  return { details, chosen };
}

/**
 * @param {string} legend
 * @param {(Child | Child[])[]} content
 */
const fieldset = (legend, ...content) =>
  element("fieldset", {}, element("legend", {}, legend), ...content);

/**
 * The two fields for years.
 * @param {Engine} engine
 * @param {Words} words
 * @param {Change} change
 */
function createYears({ years }, words, change) {
  const year = (/** @type {"from" | "to"} */ name) => {
    const input = element("input", {
      type: "number",
      inputmode: "numeric",
      min: years[0],
      max: years.at(-1),
      step: 1,
      "aria-label": words.say(`filters.year_${name}`),
      placeholder: name === "from" ? years[0] : years.at(-1),
      onchange: () =>
        change((state) => {
          const value = input.value.trim();
          state[name] = /^\d{4}$/.test(value) ? Number(value) : null;
        }),
    });
    return input;
  };
  const [from, to] = [year("from"), year("to")];
  const fields = element(
    "div",
    { class: "em-years" },
    from,
    element("span", {}, words.say("filters.year_between")),
    to,
  );
  return {
    element: fields,
    update(/** @type {State} */ state) {
      from.value = String(state.from ?? "");
      to.value = String(state.to ?? "");
    },
  };
}

/**
 * The field for words.
 * @param {Engine} engine
 * @param {Words} words
 * @param {Change} change
 */
function createWordsField(engine, words, change) {
  let typing = 0;
  const field = element("input", {
    type: "search",
    id: "em-words",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: words.say("filters.words_hint"),
    oninput() {
      clearTimeout(typing);
      const take = (/** @type {State} */ state) => {
        state.words = field.value;
      };
      typing = setTimeout(() => change(take, true), 90);
    },
    onfocus: () => engine.hasTexts() && engine.warmUp(),
  });
  return field;
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Change} change
 * @param {HTMLInputElement} field
 * @param {() => { state: State, result: Result }} now
 */
function createDrops(engine, words, change, field, now) {
  const options = createOptions(engine, change);
  const years = createYears(engine, words, change);
  /** @type {Map<string, Drop>} */
  const drops = new Map();

  /**
   * @param {string} name
   * @param {string} group
   */
  function drop(name, group) {
    const { label } = engine.facets[name];
    const legend = words.say("filters.choices", { facet: label });
    const menu = createDrop(label, group, fieldset(legend, ...options.create(engine.facets[name])));
    menu.details.addEventListener("toggle", () => show(name));
    drops.set(name, menu);
    return menu.details;
  }
  const first = FIRST.filter((name) => name in engine.facets);
  const rest = Object.keys(engine.facets).filter(
    (name) => name !== "level" && !first.includes(name),
  );
  const inSight = first.map((name) => drop(name, "em-drop"));
  const year = createDrop(
    words.say("filters.year"),
    "em-fold",
    fieldset(words.say("filters.year_hint"), years.element),
  );
  const more = createDrop(
    words.say("filters.more"),
    "em-drop",
    element(
      "p",
      { class: "em-words" },
      element("label", { for: "em-words" }, words.say("filters.words")),
      field,
    ),
    rest.map((name) => drop(name, "em-fold")),
    year.details,
  );

  /** Ticks and counts the options of one that is open. */
  function show(/** @type {string} */ name) {
    const { state, result } = now();
    if (drops.get(name)?.details.open) options.show(name, state, result);
  }
  const number = (/** @type {number} */ count) => (count ? ` (${count})` : "");

  /** @param {State} state */
  function update(state) {
    const { from, to, ticks, words: sought } = state;
    const spans = Number(from !== null || to !== null);
    const count = (/** @type {string} */ name) =>
      ticks[name].length + (name === "outcomes" ? ticks.level.length : 0);
    for (const [name, { chosen }] of drops) {
      show(name);
      write(chosen, number(count(name)));
    }
    write(year.chosen, number(spans));
    const behind = rest.reduce((sum, name) => sum + count(name), spans + Number(sought !== ""));
    write(more.chosen, number(behind));
    years.update(state);
  }
  return { elements: [...inSight, more.details], update };
}

/** Folds close by Escape, the innermost first, and by a press beside them. */
function closeDrops() {
  find(HTMLElement, ".em").addEventListener("keydown", (event) => {
    const open = event.target instanceof Element && event.target.closest("details[name][open]");
    if (event.key === "Escape" && open instanceof HTMLDetailsElement) {
      open.open = false;
      find(HTMLElement, "summary", open).focus();
    }
  });
  document.addEventListener("click", ({ target }) => {
    for (const open of document.querySelectorAll(".em-drop[open]")) {
      if (target instanceof Node && !open.contains(target)) open.removeAttribute("open");
    }
  });
}

/**
 * In a small window the filters fold away, so that the map is in sight.
 * @param {HTMLDetailsElement} fold
 */
function foldWhereSmall(fold) {
  const wide = matchMedia("(min-width: 720px) and (min-height: 801px), (min-width: 1340px)");
  const follow = () => {
    fold.open = wide.matches;
  };
  wide.addEventListener("change", follow);
  follow();
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Change} change
 */
export function createFilters(engine, words, change) {
  /** @type {{ state: State, result: Result }} */
  let now;
  const field = createWordsField(engine, words, change);
  const drops = createDrops(engine, words, change, field, () => now);
  const title = words.say("filters.title");
  const summary = element("summary", {}, title);
  const fold = element(
    "details",
    { class: "em-more" },
    summary,
    element("div", { class: "em-drops" }, drops.elements),
  );
  /** Where the focus goes when the button that had it is gone. */
  const first = find(HTMLElement, "summary", drops.elements[0]);
  const chips = createChips(engine, words, change, () => (fold.open ? first : summary).focus());
  const view = element(
    "div",
    { class: "em-filters", role: "search", "aria-label": words.say("filters.label") },
    element("h2", { class: "em-sr" }, title),
    fold,
  );
  foldWhereSmall(fold);
  closeDrops();

  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, result) {
    now = { state, result };
    drops.update(state);
    if (document.activeElement !== field) field.value = state.words;
    chips.update(state, result);
  }
  return { element: view, chips: chips.element, update };
}
