/**
 * vis-network draws the lines of the graph from what pyvis has made, looking as they do in the
 * drawing of the page. Names stay text of the page: zooming moves them, and never out of sight.
 *
 * @import { NetworkData } from "./types.js"
 */

import { element } from "#shared/elements.js";

/**
 * @typedef {object} Drawing
 * @property {HTMLElement} holder
 * @property {SVGSVGElement} svg
 * @property {Map<string, SVGGElement>} edges Each line with its mark, by id.
 * @property {Map<string, SVGGElement>} names By node.
 * @property {(line: string) => void} hover A line, or "".
 * @property {(line: string) => void} choose
 */

/** How far the drawing can be zoomed in. */
const MOST = 4;

/**
 * A line and the node that is its mark, as the drawing has them.
 * @param {string} id
 * @param {SVGGElement} edge
 */
function lookOf(id, edge) {
  const [path, mark] = [...edge.children].map((part) => getComputedStyle(part));
  const opacity = Number(getComputedStyle(edge).opacity);
  const hidden = edge.hasAttribute("hidden");
  const dashes = path.strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? false;
  const width = Number.parseFloat(path.strokeWidth);
  const isMarked = !hidden && mark.display !== "none";
  return {
    line: {
      id,
      hidden,
      dashes,
      width,
      color: { color: path.stroke, opacity, inherit: false },
      title: edge.dataset.title,
    },
    mark: { id: `start ${id}`, size: isMarked ? 4 : 0.1, color: mark.fill, opacity },
  };
}

export class Network {
  canvas = element("div", { class: "em-canvas", "aria-hidden": "true" });
  /** How large the whole drawing is shown. */
  fitted = 1;

  /** @param {Drawing} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    drawing.holder.prepend(this.canvas);
    const { nodes, edges, options } = /** @type {{ evidenceNetwork: NetworkData }} */ (
      /** @type {unknown} */ (window)
    ).evidenceNetwork;
    this.nodes = new vis.DataSet(nodes);
    this.lines = new vis.DataSet(edges);
    this.boxes = new Map(nodes.map(({ id, box }) => [id, box]));
    /** Where the text of each name ends. */
    this.ends = new Map(
      [...drawing.names].map(([id, name]) => {
        const { x, width } = /** @type {SVGTextElement} */ (name.querySelector("text")).getBBox();
        return [id, x + width];
      }),
    );
    this.network = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.lines }, options);
    this.listen();
    new ResizeObserver(() => this.fit()).observe(drawing.holder);
    this.update();
    this.fit();
    drawing.holder.classList.add("em-drawn");
  }

  listen() {
    const { canvas, drawing, network } = this;
    network.on("afterDrawing", () => this.place());
    network.on("hoverEdge", (/** @type {{ edge: string }} */ { edge }) => drawing.hover(edge));
    network.on("blurEdge", () => drawing.hover(""));
    network.on("click", (/** @type {{ pointer: { DOM: object } }} */ { pointer }) => {
      const line = network.getEdgeAt(pointer.DOM);
      if (line) drawing.choose(line);
    });
    // The canvas is a picture; the keyboard reaches the names.
    /** @type {NodeListOf<HTMLElement>} */
    const focusable = canvas.querySelectorAll("[tabindex]");
    for (const part of focusable) part.tabIndex = -1;
  }

  /** Makes all lines look as they do in the drawing of the page. */
  update() {
    const looks = [...this.drawing.edges].map(([id, edge]) => lookOf(id, edge));
    this.lines.update(looks.map(({ line }) => line));
    this.nodes.update(looks.map(({ mark }) => mark));
  }

  /** Where the drawing of the page is, and how large. */
  frame() {
    const {
      a: scale,
      e: left,
      f: top,
    } = /** @type {DOMMatrix} */ (this.drawing.svg.getScreenCTM());
    const box = this.canvas.getBoundingClientRect();
    return { scale, left: left - box.left, top: top - box.top, box };
  }

  /** Shows the whole drawing, each line where the page has drawn it. */
  fit() {
    const { scale, left, top, box } = this.frame();
    if (!box.width) return;
    this.fitted = scale;
    this.network.setSize(`${box.width}px`, `${box.height}px`);
    this.network.moveTo({
      scale,
      position: { x: (box.width / 2 - left) / scale, y: (box.height / 2 - top) / scale },
    });
    this.network.setOptions({ interaction: { dragView: false } });
  }

  /** Zooms in or out by a factor, or with 0 back to the whole. */
  zoom(/** @type {number} */ by) {
    const { network, fitted } = this;
    const scale = Math.min(network.getScale() * by, fitted * MOST);
    if (scale <= fitted) {
      this.fit();
      return;
    }
    network.moveTo({ scale, position: network.getViewPosition() });
    network.setOptions({ interaction: { dragView: true } });
  }

  /** Moves names and steps with the lines; names no further sideways than to the frame's edge. */
  place() {
    const { network, boxes, drawing } = this;
    const { scale, left, top, box: frame } = this.frame();
    const toDrawing = (/** @type {{ x: number, y: number }} */ at) => {
      const { x, y } = network.canvasToDOM(at);
      return { x: (x - left) / scale, y: (y - top) / scale };
    };
    drawing.holder.classList.toggle("em-zoomed", network.getScale() > this.fitted * 1.001);
    const first = -left / scale;
    const last = first + frame.width / scale;
    const grown = network.getScale() / scale;
    for (const [id, name] of drawing.names) {
      const [start, above, width, height] = boxes.get(id) ?? [0, 0, 0, 0];
      // Lines reach outcomes on their left, and leave all others on their right.
      const edge = { x: /outcome/.test(id) ? start : start + width, y: above + height / 2 };
      const { x, y } = toDrawing(edge);
      const end = this.ends.get(id) ?? 0;
      const across = Math.min(Math.max(x - edge.x, first - start), last - end);
      name.setAttribute("transform", `translate(${across} ${y - edge.y})`);
      // A component is as high as all its lines.
      if (id.startsWith("component:")) {
        const stretched = `matrix(1 0 0 ${grown} 0 ${edge.y * (1 - grown)})`;
        name.querySelector("rect")?.setAttribute("transform", stretched);
      }
    }
    const { x, y } = toDrawing({ x: 0, y: 0 });
    const way = drawing.svg.querySelector(".em-route");
    way?.setAttribute("transform", `matrix(${grown} 0 0 ${grown} ${x} ${y})`);
  }
}
