/**
 * The ways to see the evidence, as tabs. Picture and table are one panel, with its words or without.
 *
 * @import { Words } from "./words.js"
 */

import { element, find } from "#shared/elements.js";
import { VIEWS } from "./state.js";

/**
 * @param {Words} words
 * @param {Record<string, HTMLElement>} panels By view.
 * @param {(view: string) => void} choose
 */
export function createTabs(words, panels, choose) {
  const inWords = find(HTMLInputElement, ".em-in-words");
  const tabs = VIEWS.map((view) => {
    const panel = panels[view];
    panel.setAttribute("role", "tabpanel");
    panel.classList.add("em-view");
    return element(
      "button",
      {
        type: "button",
        role: "tab",
        id: `em-tab-${view}`,
        "aria-controls": panel.id,
        onclick: () => choose(view),
      },
      words.view(view),
    );
  });
  const focus = (/** @type {string} */ view) => tabs[VIEWS.indexOf(view)].focus();

  /** @param {KeyboardEvent} event */
  function onkeydown(event) {
    const at = tabs.findIndex((tab) => tab.tabIndex === 0);
    const targets = new Map([
      ["ArrowRight", (at + 1) % VIEWS.length],
      ["ArrowLeft", (at + VIEWS.length - 1) % VIEWS.length],
      ["Home", 0],
      ["End", VIEWS.length - 1],
    ]);
    const target = targets.get(event.key);
    if (target === undefined) return;
    event.preventDefault();
    choose(VIEWS[target]);
    focus(VIEWS[target]);
  }
  const label = words.say("controls.views_label");
  return {
    element: element(
      "div",
      { class: "em-tabs", role: "tablist", "aria-label": label, onkeydown },
      ...tabs,
    ),
    focus,
    show(/** @type {string} */ current) {
      inWords.checked = current === "map";
      for (const [at, view] of VIEWS.entries()) {
        tabs[at].setAttribute("aria-selected", String(view === current));
        tabs[at].tabIndex = view === current ? 0 : -1;
        panels[view].hidden = panels[view] !== panels[current];
      }
      panels[current].setAttribute("aria-labelledby", `em-tab-${current}`);
    },
  };
}
