/** The ways to see the evidence, as tabs. */

import { element, find } from "#shared/elements.js";
import { VIEW_NAMES } from "./state.js";

/**
 * @param {Record<string, HTMLElement>} panels By view.
 * @param {(view: string) => void} choose
 */
export function createTabs(panels, choose) {
  const views = Object.keys(VIEW_NAMES);
  const tabs = Object.entries(VIEW_NAMES).map(([view, name]) => {
    const panel = panels[view];
    const id = `em-tab-${view}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", id);
    panel.classList.add("em-view");
    return element(
      "button",
      {
        type: "button",
        role: "tab",
        id,
        "aria-controls": panel.id,
        onclick: () => choose(view),
      },
      name,
    );
  });
  const focus = (/** @type {string} */ view) => tabs[views.indexOf(view)].focus();

  /** @param {KeyboardEvent} event */
  function onkeydown(event) {
    const at = tabs.findIndex((tab) => tab.tabIndex === 0);
    const targets = new Map([
      ["ArrowRight", (at + 1) % views.length],
      ["ArrowLeft", (at + views.length - 1) % views.length],
      ["Home", 0],
      ["End", views.length - 1],
    ]);
    const target = targets.get(event.key);
    if (target === undefined) return;
    event.preventDefault();
    choose(views[target]);
    focus(views[target]);
  }
  const list = { class: "em-tabs", role: "tablist", "aria-label": "Ways to see the evidence" };
  return {
    element: element("div", { ...list, onkeydown }, ...tabs),
    focus,
    show(/** @type {string} */ current) {
      for (const [at, view] of views.entries()) {
        tabs[at].setAttribute("aria-selected", String(view === current));
        tabs[at].tabIndex = view === current ? 0 : -1;
        panels[view].hidden = view !== current;
      }
    },
  };
}

/** The panels of the views: all but the list's are on the page already. */
export function createPanels(/** @type {HTMLElement} */ graph, /** @type {HTMLElement} */ list) {
  return {
    graph,
    map: find(HTMLElement, "#em-map"),
    list: element("div", { id: "em-list" }, list),
  };
}
