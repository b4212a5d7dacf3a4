/**
 * The filters: what can be chosen, how many claims each choice would leave, what is in use.
 *
 * @import { Child } from "#shared/elements.js"
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State } from "../types.js"
 * @import { Change } from "./app.js"
 */

import { element, find, write } from "#shared/elements.js";
import { createChips } from "./chips.js";
import { createOptions } from "./facet_options.js";

/**
 * @typedef {object} Drop A facet's options, which fold away.
 * @property {HTMLDetailsElement} details
 * @property {HTMLElement} chosen How many of them are in use.
 */

/**
 * @param {string} title
 * @param {string} legend
 * @param {() => void} onOpen
 * @param {(Child | Child[])[]} content
 * @returns {Drop}
 */
function createDrop(title, legend, onOpen, content) {
  const chosen = element("span", { class: "em-chosen" });
  const details = element(
    "details",
    { class: "em-drop", name: "em-drop" },
    element("summary", { onclick: onOpen }, title, chosen),
    element(
      "div",
      { class: "em-pop" },
      element("fieldset", {}, element("legend", {}, legend), ...content),
    ),
  );
  return { details, chosen };
}

/**
 * The two fields for years.
 * @param {Engine} engine
 * @param {Change} change
 */
function createYears({ years }, change) {
  const year = (/** @type {"from" | "to"} */ name, /** @type {string} */ label) => {
    const input = element("input", {
      type: "number",
      inputmode: "numeric",
      min: years[0],
      max: years.at(-1),
      step: 1,
      "aria-label": label,
      placeholder: name === "from" ? years[0] : years.at(-1),
      onchange: () =>
        change((state) => {
          const value = input.value.trim();
          state[name] = /^\d{4}$/.test(value) ? Number(value) : null;
        }),
    });
    return input;
  };
  const [from, to] = [year("from", "From year"), year("to", "To year")];
  const fields = element("div", { class: "em-years" }, from, element("span", {}, "to"), to);
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
 * @param {Change} change
 */
function createWordsField(engine, change) {
  let typing = 0;
  const field = element("input", {
    type: "search",
    id: "em-words",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "whole words or “a phrase”",
    oninput() {
      clearTimeout(typing);
      const take = (/** @type {State} */ state) => {
        state.words = field.value;
      };
      typing = setTimeout(() => change(take, true), 90);
    },
    onfocus: () => engine.warmUp(),
  });
  return field;
}

/**
 * @param {Engine} engine
 * @param {Change} change
 * @param {() => { state: State, result: Result }} now
 */
function createDrops(engine, change, now) {
  const options = createOptions(engine, change);
  const years = createYears(engine, change);
  const show = (/** @type {string} */ name) => options.show(name, now().state, now().result);
  /** @type {Map<string, Drop>} */
  const drops = new Map();
  for (const facet of Object.values(engine.facets)) {
    if (facet.name === "level") continue;
    const legend = `${facet.label}: claims that each choice would leave`;
    const content = options.create(facet);
    drops.set(
      facet.name,
      createDrop(facet.label, legend, () => show(facet.name), content),
    );
  }
  const ofYears = "Year of the source; sources without a year are left out";
  drops.set(
    "year",
    createDrop("Year", ofYears, () => {}, [years.element]),
  );

  /** @param {State} state */
  function update(state) {
    const { from, to, ticks } = state;
    for (const [name, { details, chosen }] of drops) {
      // The options of a closed one wait until it opens.
      if (details.open && name !== "year") show(name);
      let count = name === "year" ? Number(from !== null || to !== null) : ticks[name].length;
      if (name === "outcomes") count += ticks.level.length;
      write(chosen, count ? ` (${count})` : "");
    }
    years.update(state);
  }
  return { elements: [...drops.values()].map(({ details }) => details), update };
}

/** Folds close by Escape and by a press beside them. */
function closeDrops(/** @type {HTMLElement} */ within) {
  within.addEventListener("keydown", (event) => {
    const open = event.target instanceof Element && event.target.closest(".em-drop[open]");
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
 * On a phone the filters fold away, so that the map is in sight.
 * @param {HTMLDetailsElement} more
 */
function foldOnPhones(more) {
  const wide = matchMedia("(min-width: 720px)");
  const fold = () => {
    more.open = wide.matches;
  };
  wide.addEventListener("change", fold);
  fold();
}

/**
 * @param {Engine} engine
 * @param {Change} change
 */
export function createFilters(engine, change) {
  /** @type {{ state: State, result: Result }} */
  let now;
  const drops = createDrops(engine, change, () => now);
  const words = createWordsField(engine, change);
  const summary = element("summary", {}, "Filters");
  const more = element(
    "details",
    { class: "em-more" },
    summary,
    element(
      "div",
      { class: "em-drops" },
      element("div", { class: "em-words" }, element("label", { for: "em-words" }, "Words"), words),
      drops.elements,
    ),
  );
  /** Where the focus goes when the button that had it is gone. */
  const focusWords = () => (more.open ? words : summary).focus();
  const chips = createChips(engine, change, focusWords, () => {
    words.value = "";
  });
  const view = element(
    "div",
    { class: "em-filters", role: "search", "aria-label": "Filter the evidence" },
    more,
    chips.element,
  );
  foldOnPhones(more);
  closeDrops(view);

  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, result) {
    now = { state, result };
    drops.update(state);
    if (document.activeElement !== words) words.value = state.words;
    chips.update(state);
  }
  return { element: view, update };
}
