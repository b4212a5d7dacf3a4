/**
 * The graph: its drawing and its lists, which are on the page from the start, follow the filters.
 * What is chosen is brought out, and the rest recedes. Once somebody turns to the drawing,
 * vis-network draws the lines; see graph/graph.js.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Path, Line, Result, State } from "../types.js"
 * @import { Wording } from "#shared/sentences.js"
 * @import { Drawing, Network } from "../graph/graph.js"
 * @import { Change, Open } from "./app.js"
 * @import { Load } from "./elements.js"
 * @import { Words } from "./words.js"
 */

import { element, find, write } from "#shared/elements.js";
import { grouped } from "#shared/numbers.js";
import { say } from "#shared/sentences.js";
import { whenIdle } from "./elements.js";
import { createPathForm } from "./path_form.js";
import { drawSteps } from "./path_steps.js";

/** How long the longest bar of the lists is. */
const BAR = 60;

/** What stands for a place in a link, as the name of a line or of a node. */
export function nameOf(/** @type {string} */ what) {
  const [kind, id = ""] = what.split(/:(.*)/);
  const [start, end] = id.split("/");
  if (kind === "cell") return `component:${start}>outcome:${end}`;
  return kind === "bearing" ? `factor:${start}>component:${end}` : what;
}

/**
 * What the lines between components and outcomes show as a whole, as in evidence_map/drawing.py.
 * @param {Engine} engine
 * @param {Words} words
 * @param {Line[]} lines
 */
function findingOf({ data, ids }, words, lines) {
  /** @type {Map<string, number>} */
  const home = new Map();
  const ofHome = lines.filter(({ tally }) => tally.directness === "direct");
  for (const { component } of ofHome) {
    const id = ids.component[component];
    home.set(id, (home.get(id) ?? 0) + 1);
  }
  const most = Math.max(0, ...home.values());
  const leaders = [...home.keys()]
    .filter((id) => home.get(id) === most)
    .toSorted()
    .map((id) => words.node(`component:${id}`))
    .map((label) => label[0].toLowerCase() + label.slice(1));
  const whole = most === ofHome.length ? "all" : "most";
  return {
    lines: lines.length,
    compared: lines.filter(({ tally }) => tally.bases[0] === data.comparison).length,
    home_lines: ofHome.length,
    most,
    leaders: leaders.join(", ").replace(/, (?=[^,]*$)/, " and "),
    share: leaders.length > 1 ? "tied" : whole,
    home: data.home,
  };
}

class Graph {
  view = find(HTMLElement, "#em-graph");
  holder = find(HTMLElement, ".em-drawing", this.view);
  svg = find(SVGSVGElement, "svg", this.holder);
  /** @type {Network | null} */
  network = null;
  isAsked = false;
  chosen = "";
  /** @type {Path[]} */
  ways = [];

  /**
   * @param {Engine} engine
   * @param {Words} words
   * @param {Open} open
   * @param {Load} load
   */
  constructor(engine, words, open, load) {
    this.engine = engine;
    this.words = words;
    this.open = open;
    this.load = load;
    this.most = Math.max(1, ...engine.lines(engine.all).map(({ tally }) => tally.studies));
    const byData = (/** @type {string} */ selector, /** @type {"line" | "node"} */ key) =>
      /** @type {Map<string, SVGGElement>} */ (
        new Map(
          [.../** @type {NodeListOf<SVGGElement>} */ (this.view.querySelectorAll(selector))].map(
            (part) => [part.dataset[key] ?? "", part],
          ),
        )
      );
    this.edges = byData("g[data-line]", "line");
    this.names = byData("g[data-node]", "node");
    this.items = byData("li[data-line]", "line");
    this.listen();
  }

  listen() {
    const { view, holder } = this;
    const openOf = (/** @type {Event} */ { target }) =>
      target instanceof Element
        ? (target.closest("[data-open]")?.getAttribute("data-open") ?? "")
        : "";
    view.addEventListener("click", (event) => {
      const what = openOf(event);
      if (!what) return;
      event.preventDefault();
      this.open(what);
    });
    for (const name of ["pointerover", "focusin"]) {
      view.addEventListener(name, (event) => this.show(openOf(event)));
    }
    for (const name of ["pointerleave", "focusout"]) {
      view.addEventListener(name, () => this.show(""));
    }
    for (const name of ["pointerenter", "pointerdown", "focusin"]) {
      holder.addEventListener(name, () => this.takeOver());
    }
    new MutationObserver(() => this.network?.update()).observe(document.documentElement, {
      attributeFilter: ["data-theme"],
    });
  }

  /** Lets vis-network draw the lines; where its files are out of reach, the drawing stays. */
  async takeOver() {
    if (this.isAsked) return this.network;
    this.isAsked = true;
    await Promise.all(["vis-network.min.js", "network.js", "graph.js"].map(this.load));
    const { Network: TakenOver } = /** @type {any} */ (globalThis).EvidenceGraph;
    /** @type {Drawing} */
    const drawing = {
      holder: this.holder,
      svg: this.svg,
      edges: this.edges,
      names: this.names,
      hover: (line) => this.show(this.edges.get(line)?.dataset.open ?? ""),
      choose: (line) => this.choose(line),
    };
    this.network = new TakenOver(drawing);
    return this.network;
  }

  /** Opens a line; the name that it starts from has the focus, and gets it back. */
  choose(/** @type {string} */ line) {
    const name = this.names.get(line.split(">")[0]);
    name?.querySelector("a")?.focus({ preventScroll: true });
    this.open(this.edges.get(line)?.dataset.open ?? "");
  }

  /** Brings out what the pointer or the focus is on, or else what is chosen. */
  show(/** @type {string} */ what) {
    const place = nameOf(what || this.chosen);
    const lines = [...this.edges]
      .filter(([, edge]) => !edge.hasAttribute("hidden"))
      .map(([id]) => id)
      .filter((id) => id === place || id.split(">").includes(place));
    const areSteps = !what && this.ways.length > 0;
    const ends = areSteps
      ? this.ways.flatMap(({ first, second }) => [first.start, first.end, second.end])
      : [place, ...lines.flatMap((id) => id.split(">"))];
    const isLit = place !== "" || areSteps;
    for (const [id, edge] of this.edges) {
      edge.classList.toggle("em-off", isLit && (areSteps || !lines.includes(id)));
    }
    for (const [id, name] of this.names) {
      name.classList.toggle("em-off", isLit && !ends.includes(id));
    }
    this.holder.classList.toggle("em-reading", areSteps);
    this.network?.update();
  }

  /**
   * @param {State} state
   * @param {Result} result
   */
  update(state, result) {
    const lines = new Map(this.engine.lines(result.indexes).map((line) => [line.id, line]));
    for (const [id, edge] of this.edges) this.updateLine(edge, lines.get(id), state.factors);
    for (const [id, item] of this.items) this.updateItem(item, lines.get(id));
    for (const section of this.view.querySelectorAll(".em-lines section, .em-bearing")) {
      const isEmpty = !section.querySelector("li:not([hidden])");
      const isFactors = section.matches(".em-bearing");
      section.toggleAttribute("hidden", isEmpty || (isFactors && !state.factors));
    }
    const inView = [...lines.values()].filter(({ kind }) => state.factors || kind === "evidence");
    const joined = new Set(inView.flatMap(({ id }) => id.split(">")));
    for (const [id, name] of this.names) {
      const isFactor = /^(heading:)?factor/.test(id);
      const isHeading = id.startsWith("heading:");
      name.classList.toggle("em-bare", !isHeading && !joined.has(id));
      name.toggleAttribute("hidden", isFactor && !state.factors);
    }
    this.frame(state.factors);
    this.describe(inView.filter(({ kind }) => kind === "evidence"));
    this.chosen = state.open;
    const [start, end] = state.path.split("/");
    this.ways = state.path ? this.engine.paths(start, end, result.indexes) : [];
    drawSteps(this.svg, this.edges, this.names, this.ways, this.engine.data.style.steps);
    this.show("");
  }

  /** Shows the column of factors, or what is drawn without it. */
  frame(/** @type {boolean} */ withFactors) {
    const { left = "", width = "", height = "" } = this.svg.dataset;
    const start = withFactors ? 0 : Number(left);
    this.svg.setAttribute("viewBox", `${start} 0 ${Number(width) - start} ${height}`);
    this.view.classList.toggle("em-with-factors", withFactors);
    this.network?.fit();
  }

  /**
   * @param {Element} part The line with its mark.
   * @param {Line} line
   */
  look(part, { kind, tally }) {
    const { basis } = this.engine.data.style;
    const { description } = this.engine.data;
    const [, , dashes, colour] = basis[kind === "evidence" ? tally.bases[0] : description];
    const path = find(SVGPathElement, "path", part);
    path.setAttribute("stroke", `var(--kb-${colour})`);
    path.setAttribute("stroke-dasharray", dashes.join(" ") || "none");
    part
      .querySelector("circle")
      ?.toggleAttribute("hidden", kind !== "evidence" || tally.directness !== "direct");
    return path;
  }

  /**
   * @param {SVGGElement} edge
   * @param {Line | undefined} line
   * @param {boolean} withFactors
   */
  updateLine(edge, line, withFactors) {
    const isShown = line && (withFactors || line.kind === "evidence");
    edge.toggleAttribute("hidden", !isShown);
    if (!isShown) return;
    this.look(edge, line);
    const ends = line.id.split(">").map((node) => this.words.node(node));
    edge.dataset.title = `${ends.join(" – ")}: ${this.words.line(line)}`;
  }

  /**
   * @param {Element} item
   * @param {Line | undefined} line
   */
  updateItem(item, line) {
    item.toggleAttribute("hidden", !line);
    if (!line) return;
    const length = Math.round((BAR * line.tally.studies) / this.most);
    this.look(item, line).setAttribute("d", `M0 6h${length}`);
    write(find(HTMLElement, "small", item), this.words.line(line));
  }

  /** Says what the lines show, and how many there are of each kind. */
  describe(/** @type {Line[]} */ lines) {
    const { wording } = this.engine.data;
    const finding = findingOf(this.engine, this.words, lines);
    for (const name of ["title", "lead"]) {
      write(find(HTMLElement, `#em-graph-${name}`), say(wording, `graph.${name}`, finding));
    }
    for (const item of this.view.querySelectorAll(".em-key [data-basis]")) {
      const own = lines.filter(({ tally }) => tally.bases[0] === item.getAttribute("data-basis"));
      write(find(HTMLElement, "b", item), grouped(own.length));
    }
  }

  /** What a state has open: in the drawing where that is in sight, else in the lists. */
  find(/** @type {string} */ what) {
    const [start] = nameOf(what).split(">");
    const links = [
      this.names.get(nameOf(what))?.querySelector("a"),
      this.names.get(start)?.querySelector("a"),
      this.view.querySelector(`.em-lines a[data-open="${what}"]`),
    ];
    const link = links.find((one) => one?.getClientRects().length);
    return /** @type {HTMLElement | null | undefined} */ (link);
  }
}

/**
 * @param {Wording} wording
 * @param {HTMLInputElement} factors
 * @param {(by: number) => void} zoom
 */
function createControls(wording, factors, zoom) {
  const sentence = (/** @type {string} */ key) => say(wording, `graph.${key}`);
  /** @type {[label: string, by: number, text: string][]} */
  const buttons = [
    ["zoom_out", 0.8, "−"],
    ["zoom_in", 1.25, "+"],
    ["show_all", 0, sentence("all")],
  ];
  const button = (/** @type {typeof buttons[0]} */ [label, by, text]) =>
    element(
      "button",
      { type: "button", "aria-label": sentence(label), onclick: () => zoom(by) },
      text,
    );
  return [
    element("span", { class: "em-zoom" }, buttons.map(button)),
    element(
      "label",
      { class: "em-option" },
      factors,
      element("span", {}, sentence("with_factors")),
    ),
  ];
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Open} open
 * @param {Change} change
 * @param {Load} load
 */
export function createGraph(engine, words, open, change, load) {
  const graph = new Graph(engine, words, open, load);
  const factors = element("input", {
    type: "checkbox",
    onchange: () => change((state) => Object.assign(state, { factors: factors.checked })),
  });
  const zoom = async (/** @type {number} */ by) => (await graph.takeOver())?.zoom(by);
  const path = createPathForm(engine, words, change);
  graph.holder.before(
    element(
      "div",
      { class: "em-graphbar" },
      createControls(engine.data.wording, factors, zoom),
      path.element,
    ),
  );

  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, result) {
    factors.checked = state.factors;
    if (state.view !== "graph") return;
    graph.update(state, result);
    whenIdle(() => path.update(state.path));
  }
  return {
    element: graph.view,
    update,
    draw: graph.update.bind(graph),
    /** For tests: what draws the lines, once somebody has turned to them. */
    network: () => graph.network,
    find: (/** @type {string} */ what) => graph.find(what),
  };
}
