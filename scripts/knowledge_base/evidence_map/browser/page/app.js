/**
 * Puts the evidence map together: one state, one filtered set, four views of it.
 *
 * @import { MapData, Result, State } from "../types.js"
 * @import { Words } from "./words.js"
 */

import { element, find } from "#shared/elements.js";
import { createEngine } from "../engine/engine.js";
import { createCard } from "./card.js";
import { createLoader, whenIdle } from "./elements.js";
import { createFilters } from "./filters.js";
import { createGapMap } from "./gap_map.js";
import { createGraph } from "./graph_view.js";
import { createList } from "./list.js";
import { createPanel } from "./panel.js";
import { createShareMenu } from "./share_menu.js";
import { decode, emptyState, encode } from "./state.js";
import { createTabs } from "./tabs.js";
import { createWords } from "./words.js";

/**
 * @typedef {(state: State) => void} Edit
 * @typedef {(edit: Edit, isTyping?: boolean) => void} Change Changes the state; what goes on while
 *   typing leaves no step in the history.
 * @typedef {(what: string) => void} Open
 */

/**
 * Only on paper: what it shows, of what, and how far it can be trusted.
 * @param {Words} words
 * @param {State} state
 * @param {Result} result
 */
function onPaper(words, state, result) {
  const view = element("b", {}, `${words.view(state.view)}. `);
  return [
    element("p", {}, view, words.chosen(state, result)),
    element("p", {}, words.limits()),
    element("p", {}, words.source(), words.say("paper.here", { address: location.href })),
  ];
}

/** Whether records' texts are read or looked through, which the map alone can do without. */
const isRead = (/** @type {State} */ { view, words, open, path }) =>
  view === "list" || Boolean(words || open || path);

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
    this.load = createLoader(base);
    this.state = emptyState(engine.facetNames);
    this.result = engine.filter(this.state);
    const words = createWords(engine);
    this.words = words;
    const card = createCard(engine, words);
    /** @type {Change} */
    const change = (edit, isTyping) => this.change(edit, isTyping);
    /** @type {Open} */
    const open = (what) => this.change((state) => Object.assign(state, { open: what, path: "" }));
    this.filters = createFilters(engine, words, change);
    this.gapMap = createGapMap(engine, words, open, change);
    this.list = createList(engine, words, card, change);
    this.graph = createGraph(engine, words, open, change, this.load);
    this.status = element("p", { class: "em-status", role: "status" });
    this.share = createShareMenu(words, this.load, this.status, (downloads, what) => {
      if (what.startsWith("graph.")) this.graph.draw(this.state, this.result);
      return downloads.download(what, engine, words, this.state, this.result);
    });
    const closed = () => this.closed();
    this.panel = createPanel(engine, words, card, change, open, closed, this.share.copyLink);
    this.panels = {
      map: find(HTMLElement, "#em-map"),
      graph: this.graph.element,
      list: element("div", { id: "em-list" }, this.list.element),
    };
    this.tabs = createTabs(words, { picture: this.panels.map, ...this.panels }, (view) =>
      change((state) => Object.assign(state, { view })),
    );
    this.summary = find(HTMLElement, ".em-summary", root);
    this.notice = element("div", { class: "em-notice", role: "status" });
  }

  place() {
    const { root, words } = this;
    const { graph, map, list } = this.panels;
    const paper = element("div", { class: "em-paper" });
    window.addEventListener("beforeprint", () => {
      paper.replaceChildren(...onPaper(words, this.state, this.result));
    });
    this.summary.setAttribute("role", "status");
    const { element: filters, chips } = this.filters;
    const bar = element("div", { class: "em-bar" }, this.tabs.element, filters, this.share.element);
    find(HTMLElement, ".em-app", root).append(this.notice, bar, chips, this.status, paper);
    map.before(graph);
    map.after(list);
    root.append(this.panel.element);
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
    const { state, tabs } = this;
    const { open: what, view } = state;
    if (!what && !state.path) return;
    const without = { open: "", path: "" };
    if (history.state?.opened) {
      Object.assign(state, without);
      history.back();
    } else {
      this.change((next) => Object.assign(next, without), true);
    }
    // The focus goes to what was open, which is in sight again.
    const views = { picture: this.gapMap, map: this.gapMap, graph: this.graph };
    const place = Object.hasOwn(views, view) ? views[/** @type {"map"} */ (view)].find(what) : null;
    place?.scrollIntoView({ block: "nearest" });
    place?.focus({ preventScroll: true });
    if (!place || document.activeElement !== place) tabs.focus(view);
  }

  /** Fetches what is read of the records. */
  async fetchTexts() {
    await this.load("texts-data.js");
    this.engine.takeTexts(/** @type {any} */ (window).evidenceMapTexts);
  }

  /** Shows the state when its records' texts have come. */
  async showWithTexts() {
    const { root, status, words } = this;
    root.setAttribute("aria-busy", "true");
    try {
      await this.fetchTexts();
      status.textContent = "";
      this.show();
    } catch (error) {
      status.textContent = words.say("controls.no_texts");
      throw error;
    } finally {
      root.removeAttribute("aria-busy");
      root.classList.add("em-live");
    }
  }

  /** Shows the state: counts first, then the one view that is in sight. */
  show() {
    const { engine, state } = this;
    if (isRead(state) && !engine.hasTexts()) {
      this.showWithTexts();
      return;
    }
    const result = engine.filter(state);
    this.result = result;
    this.filters.update(state, result);
    this.summary.textContent = this.words.share(result);
    this.root.dataset.view = state.view;
    this.tabs.show(state.view);
    this.gapMap.update(state, engine.cells(result.indexes));
    if (state.view === "list") this.list.update(state, result);
    this.graph.update(state, result);
    this.panel.update(state, result);
    this.root.classList.add("em-live");
  }

  /** Takes the state from the address. */
  follow() {
    const { state, lost } = decode(location.hash, this.engine);
    this.state = state;
    this.notice.replaceChildren();
    if (lost.length) {
      const { words } = this;
      const onclick = () => {
        this.notice.replaceChildren();
        this.tabs.focus(this.state.view);
      };
      const names = [...new Set(lost)].slice(0, 5).map((name) => `“${name.slice(0, 60)}”`);
      this.notice.append(
        element("p", {}, words.say("controls.lost", { names: names.join(", ") })),
        element(
          "button",
          { type: "button", class: "em-button", onclick },
          words.say("controls.understood"),
        ),
      );
    }
    this.show();
  }

  /** Follows the address as it changes; a plain place on the page says nothing of the state. */
  start() {
    window.addEventListener("popstate", () => {
      if (location.hash.length < 2 || location.hash.includes("=")) this.follow();
    });
    // A task of its own: a phone can answer a press in between.
    setTimeout(() => {
      this.place();
      this.follow();
      // Who comes near will soon read.
      const fetchTexts = () => this.fetchTexts().then(() => whenIdle(this.engine.warmUp));
      this.root.addEventListener("pointerover", fetchTexts, { once: true });
    });
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
