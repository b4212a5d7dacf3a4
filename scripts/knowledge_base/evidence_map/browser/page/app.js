/**
 * Puts the evidence map together: one state, one filtered set, three views of it.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { MapData, Result, State } from "../types.js"
 */

import { element, find } from "#shared/elements.js";
import { createEngine } from "../engine/engine.js";
import { createCard } from "./card.js";
import { createDownloadMenu } from "./download_menu.js";
import { whenIdle } from "./elements.js";
import { createFilters } from "./filters.js";
import { createGapMap } from "./gap_map.js";
import { createGraph } from "./graph_view.js";
import { createList } from "./list.js";
import { createPanel } from "./panel.js";
import { VIEW_NAMES, decode, emptyState, encode } from "./state.js";
import { createPanels, createTabs } from "./tabs.js";
import { createWords, inWords, shareInWords, sourceInWords } from "./words.js";

/**
 * @typedef {(state: State) => void} Edit
 * @typedef {(edit: Edit, isTyping?: boolean) => void} Change Changes the state; what goes on while
 *   typing leaves no step in the history.
 * @typedef {(what: string) => void} Open
 */

/**
 * Copies the address and says so in a place that the reader can see.
 * @param {Element} place
 */
async function copyLink(place) {
  const link = location.href;
  try {
    await navigator.clipboard.writeText(link);
    place.textContent = "Link copied.";
  } catch {
    // Without a secure context there is no clipboard: offer the link itself.
    const label = "Link to this view";
    const properties = { type: "text", readonly: true, "aria-label": label, value: link };
    const field = element("input", properties);
    place.replaceChildren("Copy this link: ", field);
    field.select();
  }
}

/**
 * What a link names that the map does not have.
 * @param {string[]} lost
 */
function lostInWords(lost) {
  const names = [...new Set(lost)].slice(0, 5).map((name) => name.slice(0, 60));
  const list = names.join("”, “");
  return `This link names what the map does not have, or no longer: “${list}”. The rest of it is shown.`;
}

/**
 * Only on paper: what it shows, of what, and how far it can be trusted.
 * @param {Engine} engine
 * @param {State} state
 * @param {Result} result
 */
function onPaper(engine, state, result) {
  const { data } = engine;
  const view = VIEW_NAMES[/** @type {keyof typeof VIEW_NAMES} */ (state.view)];
  return [
    element("p", {}, element("b", {}, `${view}. `), inWords(engine, state, result)),
    element("p", {}, `${data.limits} Counts are of studies, not of strength.`),
    element("p", {}, `${sourceInWords(data)} This view: ${location.href}`),
  ];
}

class App {
  /**
   * @param {HTMLElement} root
   * @param {MapData} data
   * @param {string} base The address of the map's files.
   */
  constructor(root, data, base) {
    this.root = root;
    const engine = createEngine(data);
    this.engine = engine;
    this.state = emptyState(engine.facetNames);
    this.result = engine.filter(this.state);
    const words = createWords(engine);
    const card = createCard(engine, words);
    /** @type {Change} */
    const change = (edit, isTyping) => this.change(edit, isTyping);
    /** @type {Open} */
    const open = (what) => this.change((state) => Object.assign(state, { open: what, path: "" }));
    this.filters = createFilters(engine, change);
    this.gapMap = createGapMap(engine, words, open, change);
    this.list = createList(engine, card, change);
    this.graph = createGraph(engine, words, open, change, base);
    this.panel = createPanel(engine, words, card, change, () => this.closed(), copyLink);
    const panels = createPanels(this.graph.element, this.list.element);
    this.tabs = createTabs(panels, (view) => change((state) => Object.assign(state, { view })));
    this.summary = find(HTMLElement, ".em-summary", root);
    this.notice = element("div", { class: "em-notice", role: "status" });
    this.status = element("p", { class: "em-said", role: "status" });
    this.menu = createDownloadMenu(base, this.status, (downloads, what) => {
      if (what.startsWith("graph.")) this.graph.draw(this.state, this.result);
      return downloads.download(what, engine, words, this.state, this.result);
    });
    this.place(panels);
  }

  /** @param {Record<"graph" | "map" | "list", HTMLElement>} panels */
  place({ graph, map, list }) {
    const { root, engine } = this;
    const button = (/** @type {string} */ text, /** @type {() => void} */ onclick) =>
      element("button", { type: "button", class: "em-button", onclick }, text);
    const actions = element(
      "div",
      { class: "em-actions" },
      button("Copy link", () => copyLink(this.status)),
      this.menu,
      button("Print", () => window.print()),
    );
    const paper = element("div", { class: "em-paper" });
    window.addEventListener("beforeprint", () => {
      paper.replaceChildren(...onPaper(engine, this.state, this.result));
    });
    this.summary.setAttribute("role", "status");
    const app = find(HTMLElement, ".em-app", root);
    const bar = element("div", { class: "em-bar" }, this.tabs.element, this.summary, actions);
    app.append(this.notice, this.filters.element, bar, this.status, paper);
    map.before(graph);
    root.append(list, this.panel.element);
    app.hidden = false;
    root.classList.add("em-live");
  }

  /** @type {Change} */
  change(edit, isTyping = false) {
    const before = this.state.open || this.state.path;
    edit(this.state);
    const opened = !before && Boolean(this.state.open || this.state.path);
    const encoded = encode(this.state);
    const address = encoded ? `#${encoded}` : location.pathname + location.search;
    history[isTyping ? "replaceState" : "pushState"]({ opened }, "", address);
    this.show();
  }

  /** The panel was closed by the reader: one step back if it was a step, else without it. */
  closed() {
    const { state, panel, tabs } = this;
    const { open: what, view } = state;
    if (!what && !state.path) return;
    const without = { open: "", path: "" };
    if (history.state?.opened) {
      Object.assign(state, without);
      history.back();
    } else {
      this.change((next) => Object.assign(next, without), true);
    }
    // A link opened it: the focus goes to what it was about.
    const { activeElement } = document;
    if (activeElement !== document.body && !panel.element.contains(activeElement)) return;
    const place = view === "list" ? null : (view === "map" ? this.gapMap : this.graph).find(what);
    place?.scrollIntoView({ block: "center" });
    place?.focus({ preventScroll: true });
    if (!place || document.activeElement !== place) tabs.focus(view);
  }

  /** Shows the state: counts first, then the one view that is in sight. */
  show() {
    const { engine, state } = this;
    const result = engine.filter(state);
    this.result = result;
    this.filters.update(state, result);
    this.summary.textContent = shareInWords(engine, result);
    this.tabs.show(state.view);
    if (state.view === "map") this.gapMap.update(state, engine.cells(result.indexes));
    if (state.view === "list") this.list.update(state, result);
    this.graph.update(state, result);
    this.panel.update(state, result);
  }

  /** Takes the state from the address. */
  follow() {
    const { state, lost } = decode(location.hash, this.engine);
    this.state = state;
    this.notice.replaceChildren();
    if (lost.length) {
      const onclick = () => {
        this.notice.replaceChildren();
        this.tabs.focus(this.state.view);
      };
      this.notice.append(
        element("p", {}, lostInWords(lost)),
        element("button", { type: "button", class: "em-button", onclick }, "Got it"),
      );
    }
    this.show();
  }

  /** Follows the address as it changes; a plain place on the page says nothing of the state. */
  start() {
    window.addEventListener("popstate", () => {
      if (location.hash.length < 2 || location.hash.includes("=")) this.follow();
    });
    this.follow();
    whenIdle(this.engine.warmUp);
  }
}

function start() {
  const { currentScript } = document;
  const root = document.getElementById("em");
  const data = /** @type {any} */ (window).evidenceMapData;
  if (!root || !data || !(currentScript instanceof HTMLScriptElement)) return null;
  const started = new App(root, data, currentScript.src.replace(/map\.js.*$/, ""));
  started.start();
  return started;
}

/** For tests and benchmarks: the parts, and the state of the moment. */
export const app = start();
