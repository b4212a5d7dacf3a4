/**
 * The graph, drawn in a document of its own, and its twin in this one.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Layout, Line, LineLook, MapData, Result, State } from "../types.js"
 * @import { Change, Open } from "./app.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";
import { whenIdle } from "./elements.js";
import { Twin } from "./graph_twin.js";
import { createLineLegend, createLineStrip } from "./line_legend.js";
import { dashes, lineStyle, signs } from "./looks.js";
import { createPathForm } from "./path_form.js";

/**
 * @typedef {LineLook & { dashes: number[], sign: string, title: string }} DrawnLine
 * @typedef {object} DrawMessage What the drawing is to show.
 * @property {"draw"} type
 * @property {string} theme
 * @property {Record<string, DrawnLine>} lines By id.
 * @property {Layout | null} layout Null for the one that the drawing has.
 *
 * @typedef {DrawMessage | { type: "zoom", by: number } | { type: "mark", id: string }} ToDrawing
 * @typedef {{ type: "ready" | "drawn" } | { type: "open" | "hover", id: string }} FromDrawing
 */

/**
 * The drawing in its frame: is told what to show, and tells what the reader does.
 * @param {MapData} data
 * @param {Words} words
 * @param {string} base The address of the map's files.
 * @param {Record<"open" | "hover", (id: string) => void>} heard
 */
function createDrawing(data, words, base, heard) {
  const holder = element("div", { class: "em-frame" });
  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let isReady = false;
  /** @type {{ lines: Line[], withFactors: boolean } | null} */
  let last = null;
  // What the drawing has been handed, and how wide it is: asking the page would lay it out anew.
  let handed = "";
  let width = 0;

  /** @param {ToDrawing} message */
  function send(message) {
    if (isReady) frame?.contentWindow?.postMessage({ from: "evidence-map", ...message }, "*");
  }

  /** Hands the drawing what it is to show. */
  function redraw() {
    if (!last || !width) return;
    const name = (width < 640 ? "narrow" : "wide") + (last.withFactors ? "-factors" : "");
    const layout = data.layouts[name];
    const scale = Math.min(width / layout.width, 1.15);
    if (frame) frame.style.height = `${Math.ceil(layout.height * scale)}px`;
    const lines = Object.fromEntries(last.lines.map((line) => [line.id, drawn(data, words, line)]));
    const theme = document.documentElement.dataset.theme === "dark" ? "dark" : "light";
    // Places are handed over only when they change.
    send({ type: "draw", theme, lines, layout: name === handed ? null : layout });
    if (isReady) handed = name;
  }

  window.addEventListener("message", (event) => {
    if (!frame || event.source !== frame.contentWindow || !event.data) return;
    const message = /** @type {FromDrawing} */ (event.data);
    if (message.type === "ready") {
      isReady = true;
      handed = "";
      redraw();
    } else if (message.type === "drawn") holder.dataset.drawn = "yes";
    else if (message.type === "open" || message.type === "hover") heard[message.type](message.id);
  });
  new MutationObserver(redraw).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });
  new ResizeObserver(([{ contentRect }]) => {
    if (!contentRect.width || contentRect.width === width) return;
    width = contentRect.width;
    redraw();
  }).observe(holder);

  /** Brings the frame into the page: only then is the graph's library fetched. */
  function load() {
    frame = element("iframe", {
      src: `${base}graph.html`,
      title: "Drawing of the graph; the list below it holds the same",
    });
    holder.replaceChildren(frame);
  }
  return {
    element: holder,
    send,
    load,
    isLoaded: () => frame !== null,
    show(/** @type {Line[]} */ lines, /** @type {boolean} */ withFactors) {
      last = { lines, withFactors };
      redraw();
    },
  };
}

/**
 * @param {MapData} data
 * @param {Words} words
 * @param {Line} line
 * @returns {DrawnLine}
 */
function drawn(data, words, { id, kind, tally, text }) {
  const look = lineStyle(data.style, tally);
  const ends = id.split(">").map((node) => words.node(node));
  return {
    ...look,
    dashes: dashes(data.style, tally.bases[0], look.width),
    sign: kind === "evidence" ? signs(data, tally) : "",
    title: `${ends.join(" – ")}: ${text}`,
  };
}

/**
 * The bar above the drawing.
 * @param {HTMLInputElement} factors
 * @param {(by: number) => void} zoom
 */
function createBar(factors, zoom) {
  /** @type {[label: string, by: number, text: string][]} */
  const buttons = [
    ["Zoom out", 0.8, "−"],
    ["Zoom in", 1.25, "+"],
    ["Show all", 0, "All"],
  ];
  const button = (/** @type {typeof buttons[0]} */ [label, by, text]) =>
    element("button", { type: "button", "aria-label": label, onclick: () => zoom(by) }, text);
  const text = element("span", {}, "Show what helps or hinders");
  return element(
    "div",
    { class: "em-graphbar" },
    element("label", { class: "em-option" }, factors, text),
    element("span", { class: "em-zoom" }, buttons.map(button)),
  );
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Open} open
 * @param {Change} change
 * @param {string} base The address of the map's files.
 */
export function createGraph(engine, words, open, change, base) {
  const { data } = engine;
  const factors = element("input", {
    type: "checkbox",
    onchange: () =>
      change((state) => {
        state.factors = factors.checked;
      }),
  });
  const twin = new Twin(engine, words, open, (id) => drawing.send({ type: "mark", id }));
  const drawing = createDrawing(data, words, base, {
    open: (id) => twin.choose(id),
    hover: (id) => twin.hover(id),
  });
  const strip = createLineStrip(data);
  const legend = createLineLegend(data);
  const path = createPathForm(engine, words, change);
  const hint = "Every node and line of the drawing, in step with it.";
  const view = element(
    "div",
    { class: "em-graph" },
    createBar(factors, (by) => drawing.send({ type: "zoom", by })),
    strip.element,
    drawing.element,
    legend.element,
    element("h2", {}, "Read a path"),
    path.element,
    element("h2", {}, "The graph as a list"),
    element("p", { class: "em-hint" }, hint),
    twin.element,
  );

  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, result) {
    factors.checked = state.factors;
    if (state.view !== "graph") return;
    if (!drawing.isLoaded()) {
      drawing.load();
      twin.build();
      whenIdle(path.countWays);
    }
    const lines = engine
      .lines(result.indexes)
      .filter((line) => state.factors || line.kind === "evidence")
      .map((line) => Object.assign(line, { text: words.line(line) }));
    strip.update(lines.filter((line) => line.kind === "evidence"));
    legend.update(state.factors);
    twin.update(lines, result, state.factors);
    drawing.show(lines, state.factors);
  }
  return { element: view, update, find: (/** @type {string} */ what) => twin.find(what) };
}
